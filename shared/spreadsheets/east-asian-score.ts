// How natural a text looks in an encoding of Japanese, Korean or Chinese, whose characters take two bytes.
// Never used for single-byte encodings: those have alphabets.

/**
 * From about −3 to 1: the share of characters that are ordinary in that language. Kana speak for Japanese, Hangul for Korean;
 * ideographs alone speak a little for each, and the encoding's own rare areas against it.
 */
export function eastAsianScore(text: string, encoding: string): number {
  let ordinary = 0;
  let odd = 0;
  let total = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    total++;
    const worth = worthOf(code, encoding);
    if (worth > 0) ordinary += worth;
    else odd -= worth;
  }
  // Letters in one word with a character of two bytes: an accent that has swallowed the letter behind it, as in `d但rcy`.
  odd += text.match(/[a-z][\u3041-\ud7a3\uff61-\uff9f]|[\u3041-\ud7a3\uff61-\uff9f][a-z]/g)?.length ?? 0;
  return total === 0 ? -3 : ordinary / total - (2 * odd) / total;
}

/** 1 for what the language writes all the time, down to −1 for what it never does. */
function worthOf(code: number, encoding: string): number {
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code <= 0xf8ff)) return -1;
  const isIdeograph = code >= 0x4e00 && code <= 0x9fff;
  const isKana = code >= 0x3041 && code <= 0x30ff;
  const isHangul = code >= 0xac00 && code <= 0xd7a3;
  // Full-width digits, letters and brackets, and the ideographic space and stops.
  if ((code >= 0x3000 && code <= 0x3020) || (code >= 0xff01 && code <= 0xff5e)) return 0.8;
  if (code >= 0xff61 && code <= 0xff9f) return encoding === 'shift_jis' ? 0.1 : -0.5;
  switch (encoding) {
    case 'shift_jis':
    case 'euc-jp':
      return isKana ? 1 : isIdeograph ? 0.85 : code < 0x500 ? -0.3 : -0.5;
    case 'euc-kr':
      return isHangul ? 1 : isIdeograph ? 0.2 : -0.5;
    case 'gb18030':
      return isIdeograph ? (isCommonInChinese(code) ? 0.95 : 0.5) : isKana ? 0.2 : -0.5;
    default:
      return isIdeograph ? 0.75 : isKana ? 0.1 : -0.5;
  }
}

/** Characters of names and headers that nearly every Chinese sheet holds. */
const commonChinese =
  '的一是不在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏邮箱姓名电话编号备注状态候选简历链接职位陈刘杨赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const commonChineseSet: ReadonlySet<number> = new Set(
  [...commonChinese].map((character) => character.codePointAt(0) ?? 0),
);

function isCommonInChinese(code: number): boolean {
  return commonChineseSet.has(code);
}
