import { makeEncoded } from '../unit/shared/spreadsheets/make-encoded';
import { markedFile } from './marked-file';
import type { RealFile } from './real-file';

/** Short lists whose header is English, so that the names alone tell in which code page they are. */
export const namesInCodePages: readonly RealFile[] = (
  [
    ['gb18030', ['王小明', '陈静', '赵磊', '欧阳娜娜']],
    ['gb18030', ['佟丽娅', '柯洁', '裴擒虎', '岳云鹏']],
    ['big5', ['陳美玲', '許功蓋', '柯震東', '魏如萱']],
    ['shift_jis', ['佐藤 花子', '鈴木 一郎', '稲垣 綾香', '桐谷 伸一']],
    ['euc-jp', ['佐藤 花子', '高橋 直樹', '山本 美咲', '小林 翔太']],
    ['euc-kr', ['김민수', '박서연', '남궁민', '탁재훈']],
    ['windows-874', ['สมชาย ใจดี', 'สมหญิง รักไทย', 'ประเสริฐ ศรีสุข', 'ณัฐวุฒิ บุญมี']],
    ['windows-1251', ['Анна Иванова', 'Борис Щукин', 'Ольга Ёлкина']],
    ['koi8-r', ['Анна Иванова', 'Борис Щукин', 'Ольга Ёлкина']],
    ['koi8-u', ['Їванна Єфименко', 'Ігор Шевченко', 'Андрій Лисенко']],
    ['iso-8859-5', ['Анна Иванова', 'Борис Щукин', 'Ольга Ёлкина']],
    ['x-mac-cyrillic', ['Анна Иванова', 'Борис Щукин', 'Мария Кузнецова', 'Сергей Петров']],
    ['windows-1253', ['Άννα Παπαδοπούλου', 'Γιώργος Ιωάννου']],
    ['windows-1255', ['דנה כהן', 'יוסי לוי', 'משה מזרחי']],
    ['windows-1256', ['أحمد الخطيب', 'فاطمة منصور']],
  ] as const
).map(([encoding, names]) =>
  markedFile(
    `${names[0]} and others in ${encoding}`,
    ';',
    ['h Name;Email', ...names.map((name, index) => `p ${name};person${index}@example.com`)],
    { encoding },
    { toBytes: (text) => makeEncoded(text, encoding) },
  ),
);
