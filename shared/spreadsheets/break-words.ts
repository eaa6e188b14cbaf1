// Lines of a schedule in which nobody comes: a break, a slot that is not given away.
// Never a word that is also a name (`Frei`, `Open`): in doubt a line is somebody.
import { cellKind } from './cell-kind';
import { headerText } from './header-text';
import { parted } from './parted-lines';

const words: ReadonlySet<string> = new Set(
  parted(
    'break | lunch | lunch break | coffee break | tea break | vacant | vacancy | vacant slot | free slot',
    'open slot | tbd | tba | to be confirmed | to be announced | n n | nomen nominandum',
    'pause | mittagspause | kaffeepause | mittagessen | vakant | freier termin | noch offen',
    'pause déjeuner | pause café | déjeuner | créneau libre | poste vacant | à pourvoir',
    'pausa | descanso | almuerzo | comida | vacante | hueco libre | almoço | intervalo',
    'pausa pranzo | pausa caffè | pranzo | pauze | lunchpauze | paus | lunchrast | ledig tid | frokost',
    'tauko | lounastauko | przerwa | przerwa obiadowa | wakat | přestávka | polední pauza | prestávka',
    'szünet | ebédszünet | pauză | pauza | öğle arası | öğle molası | διάλειμμα',
    'перерыв | обед | обеденный перерыв | вакансия | перерва | обідня перерва | почивка',
    'nghỉ trưa | giờ nghỉ | 休憩 | 昼休み | 午休 | 休息 | 휴식 | 점심시간 | הפסקה | استراحة',
  ).map(headerText),
);

/** True for a break's word and otherwise figures, times and rooms: `10:30 | Break`, `13:00 | (vacant) | A2`. */
export function isBreak(filled: readonly string[]): boolean {
  const texts = filled.filter((cell) => cellKind(cell) === 'words');
  return texts.length === 1 && words.has(headerText(texts[0] ?? ''));
}
