// Titles in Greek, Cyrillic, Arabic, Hebrew, Thai, Hindi and Georgian letters. Never a word that is a name there, too.
import { givenNameKey } from './given-names';

/** Without dots, hyphens and quotation marks: `г-жа`, `ד"ר`, `ผศ.ดร.`. */
const toKey = (word: string): string => givenNameKey(word).replace(/[-.'"’״׳]/g, '');
const keys = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')).map(toKey));

const inFront = keys(
  'κύριος κυρία κύρια δεσποινίς δόκτορ δρ κος κα καθηγητής καθηγήτρια',
  'пан пані господин госпожа гражданин г-н г-жа г-дин г-ѓа г-ца м-р д-р др проф доц инж магистър доктор профессор професор господина',
  'السيد السيدة الآنسة آنسة الدكتور الدكتورة دكتور دكتورة د المهندس المهندسة مهندس مهندسة الأستاذ الأستاذة أستاذ أستاذة الشيخ',
  'آقای خانم دکتر مهندس جناب سرکار محترم محترمہ ڈاکٹر',
  'מר גברת גב׳ פרופ׳ פרופסור',
  'นาย นาง นางสาว น.ส. ดร. นพ. พญ. ทพ. ผศ. รศ. ศ. ผศ.ดร. รศ.ดร. ศ.ดร. คุณ',
  'श्री श्रीमती सुश्री डॉ डॉ. प्रो.',
  'ბატონი ქალბატონი ბ-ნი ქ-ნი დოქტორი',
);
/** A family name without its mark (דר). */
const hebrewWithMark = /^(?:ד["״]ר|עו["״]ד)$/;
const behind = keys('المحترم المحترمة المبجل المبجلة الموقر الموقرة', 'господин госпожа', 'जी');
/** In Thai lists the title stands in front of the name without a blank: นายสมชาย. */
const thaiInFront = /^(?:นางสาว|นาย|นาง|น\.ส\.|ดร\.|นพ\.|พญ\.|ผศ\.|รศ\.|คุณ)+(?=[\u0e01-\u0e4e]{2})/;

/** The word is such a title at this end of a name. */
export function isOwnScriptTitle(word: string, place: 'front' | 'back'): boolean {
  if (place === 'front' && hebrewWithMark.test(word)) return true;
  return (place === 'front' ? inFront : behind).has(toKey(word));
}

/** The first word of a whole Thai name without its title. */
export function withoutThaiTitle(word: string): string {
  return word.replace(thaiInFront, '');
}
