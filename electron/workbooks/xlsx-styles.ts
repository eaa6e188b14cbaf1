// The looks of cells in our workbooks: one list that gives both styles.xml and the numbers that cells refer to.
// Colour never stands alone: every coloured cell says its outcome in words.
import type { Outcome } from '../../shared/runs/row-state';

interface CellLook {
  readonly font?: { readonly bold?: boolean; readonly sizePt?: number; readonly rgb?: string };
  readonly fillRgb?: string;
  /** 0 general, 1 whole number, 3 with thousands, 49 text; 164 is our date and time. */
  readonly numberFormat?: 0 | 1 | 3 | 49 | 164;
  readonly align?: { readonly wrap?: boolean; readonly horizontal?: 'left' | 'right' };
  readonly lineBelow?: boolean;
}

const text = 49;

/** Ground and ink of each outcome, as on the app's light screens. */
const outcomeColours: Readonly<Record<Outcome, { readonly ground: string; readonly ink: string }>> = {
  done: { ground: 'E8F5EE', ink: '1B7345' },
  alreadyThere: { ground: 'EDF1FE', ink: '3557D6' },
  refused: { ground: 'FDECEB', ink: 'B3261E' },
  unknown: { ground: 'F2EDFC', ink: '6B3FC0' },
  skipped: { ground: 'F6F7F9', ink: '525A69' },
  notSent: { ground: 'FDF3E0', ink: '8A5400' },
};

function outcomeLook(outcome: Outcome): CellLook {
  const { ground, ink } = outcomeColours[outcome];
  return { font: { bold: true, rgb: ink }, fillRgb: ground, numberFormat: text };
}

/** Text cells have the format Text, so that Excel keeps zeros and computes nothing when somebody edits them. */
const looks = {
  plain: {},
  text: { numberFormat: text },
  wrapped: { numberFormat: text, align: { wrap: true, horizontal: 'left' } },
  header: { font: { bold: true }, fillRgb: 'F0F2F5', numberFormat: text, lineBelow: true },
  ourHeader: { font: { bold: true, rgb: '3557D6' }, fillRgb: 'EDF1FE', numberFormat: text, lineBelow: true },
  title: { font: { bold: true, sizePt: 16 }, numberFormat: text },
  section: { font: { bold: true }, numberFormat: text, lineBelow: true },
  label: { font: { rgb: '525A69' }, numberFormat: text, align: { wrap: true, horizontal: 'left' } },
  whole: { numberFormat: 1 },
  count: { numberFormat: 3, align: { horizontal: 'left' } },
  total: { font: { bold: true }, numberFormat: 3, align: { horizontal: 'left' } },
  time: { numberFormat: 164, align: { horizontal: 'left' } },
  done: outcomeLook('done'),
  alreadyThere: outcomeLook('alreadyThere'),
  refused: outcomeLook('refused'),
  unknown: outcomeLook('unknown'),
  skipped: outcomeLook('skipped'),
  notSent: outcomeLook('notSent'),
} as const satisfies Record<string, CellLook>;

export type CellStyle = keyof typeof looks;

const names = Object.keys(looks) as CellStyle[];

/** Style → its number in styles.xml, for the `s` of a cell. */
export const styleIndexes = Object.fromEntries(names.map((name, index) => [name, index])) as Readonly<
  Record<CellStyle, number>
>;

/** A sheet's own name for our date format. Four-digit years and 24 hours: read alike everywhere. */
const dateTimeFormat = 'yyyy\\-mm\\-dd\\ hh:mm:ss';

/** Two fills that every workbook must begin with. */
const reservedFills =
  '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>';

/** The part styles.xml. */
export function toStylesXml(): string {
  const all: CellLook[] = names.map((name) => looks[name]);
  const fonts = all.map(({ font = {} }) => {
    const { bold = false, sizePt = 11, rgb = '1A1E26' } = font;
    return `<font>${bold ? '<b/>' : ''}<sz val="${sizePt}"/><color rgb="FF${rgb}"/><name val="Calibri"/><family val="2"/></font>`;
  });
  const fills = all.map(({ fillRgb }) =>
    fillRgb === undefined
      ? '<fill><patternFill patternType="none"/></fill>'
      : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fillRgb}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  const formats = all.map(({ numberFormat = 0, align, lineBelow = false }, index) => {
    const horizontal = align?.horizontal === undefined ? '' : ` horizontal="${align.horizontal}"`;
    const alignment = `<alignment vertical="top"${horizontal}${align?.wrap === true ? ' wrapText="1"' : ''}/>`;
    return `<xf numFmtId="${numberFormat}" fontId="${index}" fillId="${index + 2}" borderId="${lineBelow ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
  });
  const borders =
    '<border><left/><right/><top/><bottom/><diagonal/></border>' +
    '<border><left/><right/><top/><bottom style="thin"><color rgb="FFCFD4DC"/></bottom><diagonal/></border>';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="1"><numFmt numFmtId="164" formatCode="${dateTimeFormat}"/></numFmts>` +
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>` +
    `<fills count="${fills.length + 2}">${reservedFills}${fills.join('')}</fills>` +
    `<borders count="2">${borders}</borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}
