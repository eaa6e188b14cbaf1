// Lists without a header whose names are in letters of their own, in two columns; the addresses tell nothing.
import { describe, expect, it } from 'vitest';
import { prepareRows } from '../../../../shared/batches/prepare-rows';
import { proposeMapping } from '../../../../shared/operations/propose-mapping';
import { findTable } from '../../../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';

/** First and last names, as `first last` with the order of the columns. */
async function peopleIn(names: readonly string[]): Promise<string[]> {
  const csv = names.map((name, index) => `${name},q${index + 1}@example.com`).join('\r\n');
  const { sheets } = await openSpreadsheet({
    fileName: 'people.csv',
    bytes: new TextEncoder().encode(csv),
  });
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('there is no sheet');
  const table = findTable(sheet, 'auto');
  const { mapping } = proposeMapping(table);
  return prepareRows({ table, mapping }).rows.map(
    ({ person: { firstname, lastname } }) => `${firstname} / ${lastname}`,
  );
}

describe('names in two columns without a header', () => {
  it.each([
    ['Greek', ['Γιώργος,Παπαδόπουλος', 'Ελένη,Νικολάου', 'Κώστας,Ιωάννου'], 'Γιώργος / Παπαδόπουλος'],
    [
      'Greek, family name first',
      ['Παπαδόπουλος,Γιώργος', 'Νικολάου,Ελένη', 'Ιωάννου,Κώστας'],
      'Γιώργος / Παπαδόπουλος',
    ],
    ['Arabic', ['محمد,العلي', 'فاطمة,المصري', 'سارة,الخطيب'], 'محمد / العلي'],
    ['Hebrew', ['נועה,לוי', 'דוד,כהן', 'יעל,מזרחי'], 'נועה / לוי'],
    ['Thai', ['สมชาย,ใจดี', 'วราภรณ์,ศรีสุข', 'มานี,รักเรียน'], 'สมชาย / ใจดี'],
    ['Hindi', ['राहुल,शर्मा', 'प्रिया,वर्मा', 'अमित,सिंह'], 'राहुल / शर्मा'],
    ['Georgian', ['გიორგი,ბერიძე', 'ნინო,მაისურაძე', 'დავით,კაპანაძე'], 'გიორგი / ბერიძე'],
    ['Chinese', ['王,伟', '李,娜', '张,小红'], '伟 / 王'],
    ['Chinese, given name first', ['伟,王', '娜,李', '小红,张'], '伟 / 王'],
    ['Japanese', ['佐藤,健', '鈴木,美咲', '高橋,翔太'], '健 / 佐藤'],
    ['Korean', ['김,민준', '이,서연', '박,지훈'], '민준 / 김'],
    ['Vietnamese', ['Nguyễn,Văn An', 'Trần,Bình', 'Lê,Cường'], 'Văn An / Nguyễn'],
  ] as const)('%s', async (_, names, first) => {
    const people = await peopleIn(names);
    expect(people).toHaveLength(names.length);
    expect(people[0]).toBe(first);
  });

  it.each([
    ['firms and towns', ['Wolt,Berlin', 'Acme,Paris', 'Zuru,Rome']],
    ['departments in Chinese', ['销售,北京', '技术,上海', '市场,广州']],
  ] as const)('%s are no names', async (_, words) => {
    expect(new Set(await peopleIn(words))).toEqual(new Set(['null / null']));
  });
});
