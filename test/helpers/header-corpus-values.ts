/** A made-up person, of a language's names. */
export interface Person {
  readonly first: string;
  readonly last: string;
  readonly key: string;
}

const names: Readonly<Record<string, readonly [first: string, last: string]>> = {
  en: [
    'James,Mary,Olivia,Noah,Emma,Liam,Grace,Ethan,Chloe,Dylan,Ruby,Owen',
    'Smith,Taylor,Walker,Hughes,Clarke,Bennett,Foster,Reid,Palmer,Shaw,Doyle,Marsh',
  ],
  de: [
    'Jürgen,Anna,Lena,Felix,Sabine,Jonas,Greta,Moritz,Heike,Tobias,Ulrike,Nils',
    'Müller,Schäfer,Weber,Krüger,Vogel,Lange,Brandt,Seidel,Kühn,Roth,Böhm,Pohl',
  ],
  fr: [
    'Élodie,Gaëlle,Julien,Camille,Mathieu,Océane,Benoît,Inès,Thibault,Margaux,Quentin,Léa',
    'Dupont,Lefèvre,Moreau,Girard,Chevalier,Fontaine,Besnard,Collet,Marchand,Perrin,Noël,Barbier',
  ],
  es: [
    'Lucía,Javier,Sofía,Diego,Valentina,Mateo,Camila,Hugo,Martina,Pablo,Elena,Tomás',
    'García,Fernández,Ortega,Ramírez,Castro,Vega,Molina,Suárez,Ibáñez,Peña,Cabrera,Núñez',
  ],
  pt: [
    'João,Inês,Tiago,Beatriz,Rafael,Mariana,Gonçalo,Letícia,Bruno,Larissa,Rui,Joana',
    'Silva,Costa,Oliveira,Ferreira,Almeida,Ribeiro,Carvalho,Teixeira,Moreira,Nunes,Lopes,Araújo',
  ],
  pl: [
    'Łukasz,Agnieszka,Paweł,Katarzyna,Michał,Zofia,Jakub,Małgorzata,Tomasz,Ewa,Kamil,Hanna',
    'Kowalski,Wiśniewska,Zieliński,Wójcik,Mazur,Krawczyk,Pawlak,Sikora,Baran,Duda,Szewczyk,Lis',
  ],
  tr: [
    'Mehmet,Ayşe,Emre,Zeynep,Can,Elif,Burak,Merve,Deniz,Selin,Onur,İpek',
    'Yılmaz,Kaya,Demir,Çelik,Şahin,Aydın,Öztürk,Arslan,Doğan,Kılıç,Koç,Polat',
  ],
  vi: [
    'Minh Anh,Quốc Khánh,Thu Hà,Văn Nam,Thùy Linh,Đức Huy,Ngọc Lan,Tuấn Kiệt,Bảo Châu,Hải Yến,Gia Bảo,Phương Thảo',
    'Nguyễn,Trần,Lê,Phạm,Hoàng,Vũ,Đặng,Bùi,Đỗ,Ngô,Dương,Lý',
  ],
  it: [
    'Giulia,Marco,Chiara,Luca,Francesca,Davide,Elisa,Matteo,Sara,Alessio,Irene,Paolo',
    'Rossi,Bianchi,Ferrari,Romano,Gallo,Conti,Marino,Greco,Barbieri,Moretti,Lombardi,Fabbri',
  ],
  nl: [
    'Daan,Sanne,Bram,Lotte,Thijs,Femke,Jeroen,Anouk,Ruben,Maaike,Sven,Iris',
    'de Vries,Jansen,Bakker,Visser,Smit,Mulder,Dekker,Brouwer,Kok,Peters,Hendriks,Vos',
  ],
  cs: [
    'Jan,Tereza,Petr,Lucie,Tomáš,Veronika,Jakub,Kateřina,Ondřej,Markéta,Vojtěch,Eliška',
    'Novák,Svobodová,Dvořák,Černá,Procházka,Kučerová,Veselý,Horáková,Němec,Marková,Pokorný,Beneš',
  ],
};
const fallback = names.en ?? ['', ''];
const cities = ['Hanoi', 'Ostrava', 'Lyon', 'Porto', 'Izmir', 'Leeds', 'Gdynia', 'Bremen'];
const jobs = ['Junior analyst', 'Warehouse lead', 'Nurse', 'Data engineer', 'Shop assistant'];
const schools = ['Northfield University', 'Technical College', 'Lakeside School', 'Institute of Design'];
const companies = ['Nordwind GmbH', 'Acme Ltd', 'Blue Harbour', 'Fernweh AG', 'Contoso'];
const recruiters = ['Eva Dahl', 'Tom Reuter', 'Minh Pham'];
const others = [
  'Karin Holm',
  'Peter Quist',
  'Ada Brook',
  'Ivo Petrov',
  'Rosa Lind',
  'Sam Okoro',
  'Uma Rao',
  'Yan Liu',
  'Bea Cole',
  'Cy Ford',
  'Dot Hale',
  'Eli Snow',
];

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐ]/g, 'd')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/[^a-z]+/g, '');

/** People with names of this language, or English ones. */
export function peopleOf(language: string, count: number, random: () => number): Person[] {
  const [firsts = '', lasts = ''] = names[language] ?? fallback;
  const first = firsts.split(',');
  const last = lasts.split(',');
  const shift = Math.floor(random() * first.length);
  return Array.from({ length: count }, (_, index) => ({
    first: first[(index + shift) % first.length] ?? '',
    last: last[(index * 5 + shift + Math.floor(index / 12)) % last.length] ?? '',
    key: `${index}${Math.floor(random() * 90 + 10)}`,
  }));
}

const at = <Value>(list: readonly Value[], index: number): Value => list[index % list.length] as Value;

/** The cell of a column of this kind for one person. Some cells of a CV and of an address are empty, as they are. */
export function makeValue(tag: string, person: Person, index: number, random: () => number): string {
  const { first, last, key } = person;
  switch (tag) {
    case 'f':
    case 'pf':
      return first;
    case 'l':
    case 'l2':
      return last;
    case 'n':
      return `${first} ${last}`;
    case 'nf':
      return `${last} ${first}`;
    case 'nc':
      return `${last}, ${first}`;
    case 'mid':
      return random() < 0.5 ? '' : 'Maria';
    case 'e':
      if (random() < 0.04) return '';
      return random() < 0.7
        ? `${plain(first)}.${plain(last)}${index > 11 ? index : ''}@example.com`
        : `user${key}@example.org`;
    case 'c':
      return random() < 0.15 ? '' : `https://cv.example.com/${key}.pdf`;
    case 'i':
      return `C-${10_000 + index * 7}`;
    case 'si':
      return String(21_120_301 + index * 3);
    case 'aid':
      return String(5_501_000 + index * 13);
    case 'jid':
      return `REQ-${101 + (index % 3)}`;
    case 'idc':
      return String(40_111_222 + index * 971);
    case 'no':
      return String(index + 1);
    case 'ph':
    case 'fp':
      return `+49 170 555${String(1000 + index * 37)}`;
    case 'd':
      return `2026-0${1 + (index % 8)}-${10 + (index % 18)}`;
    case 'dt':
      return `2026-03-${10 + (index % 18)} 14:${10 + (index % 45)}:05`;
    case 'ci':
      return at(cities, index);
    case 'co':
      return at(['Vietnam', 'Poland', 'Germany'], index);
    case 'ad':
      return `${index + 3} High Street`;
    case 'zip':
      return String(10_115 + index * 31);
    case 'st':
      return at(['New', 'Phone screen', 'Interview', 'Rejected'], index);
    case 'src':
      return at(['Job board', 'Referral', 'Career site'], index);
    case 'sc':
      return String(40 + ((index * 7) % 60));
    case 'age':
      return String(1985 + (index % 18));
    case 'gen':
      return at(['F', 'M'], index);
    case 'sal':
      return at(['45000', '52000', '38000', ''], index);
    case 'tx':
      return at(['Good talk, call back in May', '', 'Speaks three languages', 'Can start at once'], index);
    case 'yn':
      return at(['yes', 'no', 'yes'], index);
    case 'jt':
      return at(jobs, index);
    case 'dept':
      return at(['Sales', 'IT', 'Operations'], index);
    case 'sch':
      return at(schools, index);
    case 'cmp':
      return at(companies, index);
    case 'rn':
      return at(recruiters, index);
    case 're':
      return `${plain(at(recruiters, index).split(' ')[0] ?? '')}@firm.example`;
    case 'n2':
      return 'anonymous';
    case 're1':
      return 'anonymous@firm.example';
    case 'fn':
      return random() < 0.3 ? '' : at(others, index);
    case 'fe':
      return random() < 0.3 ? '' : `${plain(at(others, index))}${index}@firm.example`;
    case 'we':
    case 'we2':
      return `${plain(first).slice(0, 1)}.${plain(last)}${index}@work.example`;
    case 'no2':
      return random() < 0.3 ? 'Dr.' : '';
    case 'ml':
      return at(['Ruiz', 'Mora', 'Cano', 'Gil'], index);
    case 'jurl':
      return `https://jobs.example.com/${100 + (index % 2)}`;
    case 'li':
      return `https://www.linkedin.com/in/p${key}`;
    case 'web':
      return random() < 0.5 ? '' : `https://p${key}.example.net/work`;
    case 'url':
      return `https://ats.example.com/people/${key}`;
    case 'cvt':
      return 'Ten years in sales. Loves numbers and people.';
    default:
      return '';
  }
}
