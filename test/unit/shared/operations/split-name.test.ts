import { describe, expect, it } from 'vitest';
import { splitName } from '../../../../shared/operations/split-name';

const decided = (name: string): string => {
  const { firstname, lastname } = splitName(name, 'decide');
  return `${firstname ?? '–'} | ${lastname ?? '–'}`;
};

describe('splitName, each name by itself', () => {
  it.each([
    ['Mia Lindqvist', 'Mia | Lindqvist'],
    ['Anna Maria Rossi', 'Anna Maria | Rossi'],
    ['Anna  Maria\nRossi', 'Anna Maria | Rossi'],
    ['Zuzu 🌻 Hale', 'Zuzu 🌻 | Hale'],
    ['Müller, Jürgen', 'Jürgen | Müller'],
    ['van der Berg, Jan', 'Jan | van der Berg'],
    ['García Márquez, Lucía', 'Lucía | García Márquez'],
    ['GÜNDOĞDU, İpek', 'İpek | GÜNDOĞDU'],
    ['王，小明', '小明 | 王'],
  ])('%s', (name, expected) => expect(decided(name)).toBe(expected));

  it.each([
    ['Dr. Anna-Lena Müller', 'Anna-Lena | Müller'],
    ['Müller, Dr. Anna', 'Anna | Müller'],
    ['Prof. Dr. med. Hans Weber', 'Hans | Weber'],
    ['Ing. Jan Novák, Ph.D.', 'Jan | Novák'],
    ['John Smith, Jr.', 'John | Smith'],
    ['Smith, John, Jr.', 'John | Smith'],
    ['Robert Downey III', 'Robert | Downey'],
    ['Jan Novák MBA', 'Jan | Novák'],
    ['Sayın Mehmet Ali Aydın', 'Mehmet Ali | Aydın'],
    ['Herr Weber', '– | Weber'],
  ])('takes titles off: %s', (name, expected) => expect(decided(name)).toBe(expected));

  it.each(['Frau', 'Sri Mulyani', 'Ing Chen', 'May Pan', 'Don Marquez', 'Sr Lee'])(
    'keeps words that may be a name: %s',
    (name) => {
      const { firstname, lastname } = splitName(name, 'decide');
      expect([firstname, lastname].filter(Boolean).join(' ')).toBe(name);
    },
  );

  it.each([
    ['Jan van der Berg', 'Jan | van der Berg'],
    ['Inês da Costa', 'Inês | da Costa'],
    ['João dos Santos', 'João | dos Santos'],
    ['Ahmed Al Farsi', 'Ahmed | Al Farsi'],
    ['Ahmed al-Farsi', 'Ahmed | al-Farsi'],
    ['Aisha bint Khalid', 'Aisha | bint Khalid'],
    ['محمد بن سلمان', 'محمد | بن سلمان'],
    ['Anna von und zu Stein', 'Anna | von und zu Stein'],
    ['Gaëlle Le Bihan', 'Gaëlle | Le Bihan'],
    ['Le Bihan Gaëlle', 'Gaëlle | Le Bihan'],
    ['van der Berg Jan', 'Jan | van der Berg'],
    ['van Gogh', '– | van Gogh'],
    ['Van Morrison', 'Van | Morrison'],
    ['José Ortega y Gasset', 'José | Ortega y Gasset'],
    ['María del Mar Peña', 'María del Mar | Peña'],
  ])('knows particles: %s', (name, expected) => expect(decided(name)).toBe(expected));

  it.each([
    ['Nguyễn Thị Minh Anh', 'Minh Anh | Nguyễn Thị'],
    ['Phạm Quốc Khánh', 'Quốc Khánh | Phạm'],
    ['Trần Văn Nam', 'Nam | Trần Văn'],
    ['Lê Hoàng', 'Hoàng | Lê'],
    ['Nguyen Van Anh', 'Anh | Nguyen Van'],
    ['Vu Minh', 'Minh | Vu'],
    ['Đoàn Kiệt', 'Kiệt | Đoàn'],
    ['Anh Nguyen', 'Anh | Nguyen'],
    ['Mai Nguyễn', 'Mai | Nguyễn'],
    ['Kim Le', 'Kim | Le'],
    ['Khuất Duy Tiến', 'Duy Tiến | Khuất'],
    ['Anh Thư Nguyễn', 'Anh Thư | Nguyễn'],
    ['Đorđe Petrović Marić', 'Đorđe Petrović | Marić'],
    ['Ștefan Ionuț Popă', 'Ștefan Ionuț | Popă'],
  ])('starts Vietnamese names with the family name: %s', (name, expected) =>
    expect(decided(name)).toBe(expected),
  );

  it.each([
    ['Nagy János', 'János | Nagy'],
    ['Szabó Réka Anna', 'Réka Anna | Szabó'],
    ['János Nagy', 'János | Nagy'],
    ['Иванов Иван Иванович', 'Иван Иванович | Иванов'],
    ['Иван Иванович Иванов', 'Иван Иванович | Иванов'],
    ['DUPONT Jean', 'Jean | DUPONT'],
    ['Jean-Luc DE LA TOUR', 'Jean-Luc | DE LA TOUR'],
    ['MÜLLER ANNA', 'MÜLLER | ANNA'],
  ])('sees a family name in front: %s', (name, expected) => expect(decided(name)).toBe(expected));

  it.each([
    ['田中 太郎', '太郎 | 田中'],
    ['田中太郎', '太郎 | 田中'],
    ['山田はなこ', 'はなこ | 山田'],
    ['王小明', '小明 | 王'],
    ['欧阳娜娜', '娜娜 | 欧阳'],
    ['김철수', '철수 | 김'],
    ['김 철수', '철수 | 김'],
    ['ジョン・スミス', 'ジョン | スミス'],
  ])('splits names in their own script: %s', (name, expected) => expect(decided(name)).toBe(expected));

  it('gives one word as a first name, and nothing for nothing', () => {
    expect(splitName('Rahayu', 'decide')).toEqual({
      firstname: 'Rahayu',
      lastname: null,
      kind: 'single-word',
    });
    expect(splitName('Weber,', 'decide')).toEqual({
      firstname: null,
      lastname: 'Weber',
      kind: 'single-word',
    });
    expect(splitName('  ', 'decide')).toEqual({ firstname: null, lastname: null, kind: 'empty' });
  });
});

describe('splitName in the order that the recruiter says', () => {
  it('takes the first word as the family name, commas still first', () => {
    expect(splitName('Smith Anna Maria', 'first-word-is-family')).toMatchObject({
      firstname: 'Anna Maria',
      lastname: 'Smith',
    });
    expect(splitName('van der Berg Jan', 'first-word-is-family')).toMatchObject({
      firstname: 'Jan',
      lastname: 'van der Berg',
    });
    expect(splitName('Berg, Jan', 'first-word-is-family')).toMatchObject({
      firstname: 'Jan',
      lastname: 'Berg',
    });
  });

  it('takes the last word as the family name, particles with it', () => {
    expect(splitName('Nguyễn Minh Anh', 'last-word-is-family')).toMatchObject({
      firstname: 'Nguyễn Minh',
      lastname: 'Anh',
    });
    expect(splitName('Jan van der Berg', 'last-word-is-family')).toMatchObject({
      firstname: 'Jan',
      lastname: 'van der Berg',
    });
  });
});

describe('splitName, names of East Asia in Latin letters', () => {
  it.each([
    ['Zhang Wei', 'Wei | Zhang'],
    ['Wang Xiaoming', 'Xiaoming | Wang'],
    ['Li Na', 'Na | Li'],
    ['Liu Ming-hua', 'Ming-hua | Liu'],
    ['Chen Xiao Long', 'Xiao Long | Chen'],
    ['Kim Min-jun', 'Min-jun | Kim'],
    ['Park Ji Hoon', 'Ji Hoon | Park'],
    ['Lee Seo-yeon', 'Seo-yeon | Lee'],
    ['YAMADA Taro', 'Taro | YAMADA'],
    ['Wei Zhang', 'Wei | Zhang'],
    ['Xiaoming Wang', 'Xiaoming | Wang'],
    ['Lin Chen', 'Lin | Chen'],
    ['Min-jun Kim', 'Min-jun | Kim'],
    ['Kim Taylor', 'Kim | Taylor'],
    ['Kim Lee', 'Kim | Lee'],
    ['Song Anna', 'Song | Anna'],
    ['Jordan Lin', 'Jordan | Lin'],
    ['Lin Manuel Miranda', 'Lin Manuel | Miranda'],
    ['Su Ann Holm', 'Su Ann | Holm'],
  ])('%s', (name, expected) => expect(decided(name)).toBe(expected));
});
