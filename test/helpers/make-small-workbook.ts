// The least that is a workbook, around a sheet whose XML a test writes itself.
import { makeZip, type ZipPart } from './make-zip';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface SmallWorkbook {
  /** From `<sheetData>` or what stands before it to what stands behind it. */
  readonly sheet: string;
  /** Null: without a list of looks. */
  readonly styles?: string | null;
  readonly more?: readonly ZipPart[];
  readonly toPart?: (part: ZipPart) => ZipPart;
  readonly zip?: Parameters<typeof makeZip>[1];
}

export function makeSmallWorkbook({
  sheet,
  styles,
  more = [],
  toPart = (part) => part,
  zip,
}: SmallWorkbook): Uint8Array {
  const text = (name: string, content: string): ZipPart => ({
    name,
    bytes: new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${content}`),
  });
  const parts = [
    text(
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    text(
      '_rels/.rels',
      `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    text(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    text(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/>${styles === null ? '' : `<Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/>`}</Relationships>`,
    ),
    text(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${main}" xmlns:r="${relations}">${sheet}</worksheet>`,
    ),
    ...(styles === null
      ? []
      : [
          text(
            'xl/styles.xml',
            styles ??
              `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>`,
          ),
        ]),
    ...more,
  ];
  return makeZip(parts.map(toPart), zip);
}

/** A text cell without a table of strings. */
export function textCell(place: string, text: string, attributes = ''): string {
  return `<c r="${place}"${attributes} t="inlineStr"><is><t>${text}</t></is></c>`;
}
