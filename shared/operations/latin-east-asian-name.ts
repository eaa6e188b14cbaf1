// Tells Chinese and Korean names in Latin letters that start with the family name. Never decides where the last word may be the family name too.

/** Chinese family names in pinyin that stand at the beginning of a name far oftener than at its end as a given name. */
const chineseFamilies: ReadonlySet<string> = new Set(
  'li wang zhang liu chen yang zhao huang zhou wu xu sun zhu gao lin guo luo zheng liang xie song tang feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng su lu ding ren shen yao zhong cui tan fan shi fu hou bai xiong qin qiu jin lei shao qian mao hao gong wan'.split(
    ' ',
  ),
);
/** One to three syllables of pinyin and nothing else. */
const pinyin =
  /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|iao|ian|ing|ang|eng|ong|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ue|ui|uo|er|a|o|e|i|u)){1,3}$/;
/** Chinese family names of two syllables. */
const longChineseFamilies: ReadonlySet<string> = new Set(
  'ouyang sima zhuge shangguan situ murong'.split(' '),
);
/** Chinese family names as they are written in Hong Kong. */
const cantoneseFamilies: ReadonlySet<string> = new Set(
  'chan wong cheung leung ng lau kwok tsang lam yip yeung chow mak lo cheng tse fung ip siu szeto kwan kwong tsui poon yuen yau mok lui'.split(
    ' ',
  ),
);
const cantonese =
  /^(?:[bcdfghjklmnpqrstvwyz]|ch|sh|ts|tz|ng|kw|gw|hs)?[aeiou]{1,3}(?:[mnprtkwiy]|ng|ck|h|u)?$/;
/** The same as they are written in Singapore and Malaysia, where most came from Fujian and Chaozhou. */
const hokkienFamilies: ReadonlySet<string> = new Set(
  'tan lim ong goh teo koh toh chua chia seah quek low loh foo yap yeo wee soh tay heng khoo ooi gan chew choo phua poh kok liew siow yong chin lee teh'.split(
    ' ',
  ),
);

/** Korean family names as they are written in passports. */
const koreanFamilies: ReadonlySet<string> = new Set(
  'kim lee park choi jung jeong chung kang cho yoon jang lim rim han oh seo shin kwon hwang ahn song yoo hong jeon ko moon yang son bae baek heo nam noh kwak sung cha joo woo koo ryu jin chae bang byun yeom'.split(
    ' ',
  ),
);
/** Syllables of Korean given names. */
const koreanSyllables: ReadonlySet<string> = new Set(
  'ji min seo jun joon hyun hyeon hye soo su eun young yeong yeon woo jin ho hoon hun kyung kyeong sang sung seong seung jae tae dong in na ra ah mi yu yoo won chan cheol chul bin bo ha hee hwa kyu kwang ki geun keun gyu yong yoon jung jeong ye mo nam sik suk seok rim rin ri hyuk hyeok gi byung byeong do da gun geon il ok im sun seon sook sol se si wook uk ae oh chang hong han hwan jong joo ju kang myung pil shin tak un wan ja eon ui rae'.split(
    ' ',
  ),
);

const familiesOfAll: ReadonlySet<string> = new Set(
  [chineseFamilies, longChineseFamilies, cantoneseFamilies, hokkienFamilies, koreanFamilies].flatMap(
    (families) => [...families],
  ),
);

/** The word is a Chinese or Korean family name in Latin letters. */
export function isLatinFamily(word: string): boolean {
  return familiesOfAll.has(word.toLowerCase());
}

/** Given names of one syllable behind which a Western family name may stand: Lee Ann Poe. */
const shortWestern: ReadonlySet<string> = new Set(
  'ann jo roy ray dan jon ron don tom tim jim sam pam ben ian van bob rob joe lou max'.split(' '),
);

/** `Zhang Wei`, `Kim Min-jun`, `Park Ji Hoon`: the first word is the family name. False for Wei Zhang and for what tells nothing. */
export function startsWithLatinFamily(words: readonly string[]): boolean {
  // Most names begin with none of them, and need no closer look.
  if (!familiesOfAll.has(words[0]?.toLowerCase() ?? '')) return false;
  const [first = '', ...rest] = words.map((word) => word.toLowerCase());
  const given = rest.flatMap((word) => word.split('-'));
  // One word of a given name is a Western one oftener than a Korean one (Kim Jin is not told from Kim Lee).
  if (koreanFamilies.has(first) && given.length === 2 && given.every((part) => koreanSyllables.has(part)))
    return true;
  const lastSyllable = given[given.length - 1] ?? '';
  if (
    (cantoneseFamilies.has(first) || hokkienFamilies.has(first)) &&
    given.length === 2 &&
    given.every((part) => cantonese.test(part)) &&
    !given.some((part) => shortWestern.has(part)) &&
    !cantoneseFamilies.has(lastSyllable) &&
    !hokkienFamilies.has(lastSyllable) &&
    !westernInPinyin.has(lastSyllable)
  )
    return true;
  if (longChineseFamilies.has(first)) return given.length > 0 && given.every((part) => pinyin.test(part));
  if (!chineseFamilies.has(first) || given.length === 0 || given.length > 2) return false;
  const isPinyin = given.every((part) => pinyin.test(part));
  return (
    isPinyin &&
    !(rest.length === given.length && chineseFamilies.has(lastSyllable)) &&
    !westernInPinyin.has(lastSyllable)
  );
}

/** Given and family names of other languages that pinyin could spell. */
const westernInPinyin: ReadonlySet<string> = new Set(
  'anna dina lina mina nina tina gina lena lea mia pia luca leo dean sean ian ryan juan susan hanna diana liana ana eva ada ida rosa lisa marie sofia maya mai lan nguyen tran pham hoang mendez chung lee'.split(
    ' ',
  ),
);
