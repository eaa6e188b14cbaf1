// The small parts of a workbook: which sheets there are, where they lie, how numbers are shown.
import { toXmlName, XmlScanner } from './xml-scanner';

const names = {
  workbookProperties: toXmlName('workbookPr'),
  date1904: toXmlName('date1904'),
  sheet: toXmlName('sheet'),
  name: toXmlName('name'),
  state: toXmlName('state'),
  id: toXmlName('id'),
  relation: toXmlName('Relationship'),
  relationId: toXmlName('Id'),
  relationType: toXmlName('Type'),
  relationTarget: toXmlName('Target'),
  formats: toXmlName('numFmts'),
  format: toXmlName('numFmt'),
  formatId: toXmlName('numFmtId'),
  formatCode: toXmlName('formatCode'),
  fonts: toXmlName('fonts'),
  font: toXmlName('font'),
  strike: toXmlName('strike'),
  strikeValue: toXmlName('val'),
  fontId: toXmlName('fontId'),
  cellStyles: toXmlName('cellXfs'),
  cellStyle: toXmlName('xf'),
};

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relationId: string;
}

/** What `workbook.xml` says. */
export interface WorkbookList {
  readonly sheets: readonly ListedSheet[];
  /** Days count from 1904 in workbooks that began on an old Mac. */
  readonly startsIn1904: boolean;
}

export function readWorkbookList(xml: Uint8Array): WorkbookList {
  const scanner = new XmlScanner(xml);
  const sheets: ListedSheet[] = [];
  let startsIn1904 = false;
  while (scanner.next()) {
    if (scanner.isClosing) continue;
    if (scanner.is(names.workbookProperties)) startsIn1904 = isTrue(scanner.attribute(names.date1904));
    if (!scanner.is(names.sheet)) continue;
    sheets.push({
      name: scanner.attribute(names.name) ?? '',
      isHidden: /hidden/i.test(scanner.attribute(names.state) ?? ''),
      relationId: scanner.attribute(names.id) ?? '',
    });
  }
  return { sheets, startsIn1904 };
}

/** `1` and `true` in attributes that say yes or no. */
export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true';
}

/** A part or an address that another part points to. `type` is the last word of its kind, such as `worksheet`. */
export interface Relation {
  readonly type: string;
  readonly target: string;
}

export function readRelations(xml: Uint8Array): ReadonlyMap<string, Relation> {
  const scanner = new XmlScanner(xml);
  const relations = new Map<string, Relation>();
  while (scanner.next()) {
    if (scanner.isClosing || !scanner.is(names.relation)) continue;
    const type = scanner.attribute(names.relationType) ?? '';
    relations.set(scanner.attribute(names.relationId) ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: scanner.attribute(names.relationTarget) ?? '',
    });
  }
  return relations;
}

/** Formats that every workbook has without naming them (ECMA-376, 18.8.30), as an English Excel shows them. */
export const builtInFormats: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '$#,##0;-$#,##0'],
  [6, '$#,##0;-$#,##0'],
  [7, '$#,##0.00;-$#,##0.00'],
  [8, '$#,##0.00;-$#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yyyy h:mm'],
  [27, 'yyyy/m/d'],
  [28, 'yyyy/m/d'],
  [29, 'yyyy/m/d'],
  [30, 'm/d/yy'],
  [31, 'yyyy/m/d'],
  [32, 'h:mm'],
  [33, 'h:mm:ss'],
  [34, 'h:mm AM/PM'],
  [35, 'h:mm:ss AM/PM'],
  [36, 'yyyy/m/d'],
  [37, '#,##0;(#,##0)'],
  [38, '#,##0;(#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;(#,##0.00)'],
  [41, '#,##0;-#,##0;-'],
  [42, '$#,##0;-$#,##0;$-'],
  [43, '#,##0.00;-#,##0.00;-'],
  [44, '$#,##0.00;-$#,##0.00;$-'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [50, 'yyyy/m/d'],
  [51, 'yyyy/m/d'],
  [52, 'yyyy/m/d'],
  [53, 'yyyy/m/d'],
  [54, 'yyyy/m/d'],
  [55, 'h:mm AM/PM'],
  [56, 'h:mm:ss AM/PM'],
  [57, 'yyyy/m/d'],
  [58, 'yyyy/m/d'],
]);

/** The cell styles whose font crosses the text out. */
export function readStruckStyles(xml: Uint8Array): ReadonlySet<number> {
  const scanner = new XmlScanner(xml);
  const struckFonts = new Set<number>();
  const struck = new Set<number>();
  let font = -1;
  let style = -1;
  let part: 'fonts' | 'styles' | null = null;
  while (scanner.next()) {
    if (scanner.is(names.fonts)) part = scanner.isClosing ? null : 'fonts';
    else if (scanner.is(names.cellStyles)) part = scanner.isClosing ? null : 'styles';
    else if (scanner.isClosing) continue;
    else if (part === 'fonts' && scanner.is(names.font)) font++;
    else if (part === 'fonts' && scanner.is(names.strike)) {
      const value = scanner.attribute(names.strikeValue);
      if (value === null || isTrue(value)) struckFonts.add(font);
    } else if (part === 'styles' && scanner.is(names.cellStyle)) {
      style++;
      if (struckFonts.has(Number(scanner.attribute(names.fontId) ?? '0'))) struck.add(style);
    }
  }
  return struck;
}

/** The number format of each cell style, in the order that cells name them. */
export function readFormats(xml: Uint8Array): readonly string[] {
  const scanner = new XmlScanner(xml);
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inFormats = false;
  let inCellStyles = false;
  while (scanner.next()) {
    if (scanner.is(names.formats)) inFormats = !scanner.isClosing && !scanner.isEmpty;
    else if (scanner.is(names.cellStyles)) inCellStyles = !scanner.isClosing && !scanner.isEmpty;
    else if (scanner.isClosing) continue;
    else if (inFormats && scanner.is(names.format))
      own.set(Number(scanner.attribute(names.formatId)), scanner.attribute(names.formatCode) ?? 'General');
    else if (inCellStyles && scanner.is(names.cellStyle)) {
      const id = Number(scanner.attribute(names.formatId) ?? '0');
      formats.push(own.get(id) ?? builtInFormats.get(id) ?? 'General');
    }
  }
  return formats;
}
