// The fixed parts that make sheets a workbook (ECMA-376, parts 1 and 2). No links to anywhere, no macros, no shared strings.
import { xmlText } from './xml-text';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const documentRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const sheetMl = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface PackageInput {
  /** In the order of the tabs; sheet n is the part `xl/worksheets/sheet<n>.xml`. */
  readonly sheetNames: readonly string[];
  /** The filtered area, which Excel also wants as a hidden name. */
  readonly filter: { readonly sheetIndex: number; readonly area: string };
  readonly title: string;
  readonly createdAtMs: number;
}

/** Name and content of every part besides the sheets and the styles. */
export function toPackageParts({
  sheetNames,
  filter,
  title,
  createdAtMs,
}: PackageInput): (readonly [string, string])[] {
  const numbered = sheetNames.map((name, index) => ({ name: xmlText(name), number: index + 1 }));
  const created = new Date(createdAtMs).toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
        numbered
          .map(
            ({ number }) =>
              `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
          )
          .join('') +
        '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packageRelations}">` +
        `<Relationship Id="rId1" Type="${documentRelations}/officeDocument" Target="xl/workbook.xml"/>` +
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    ],
    [
      'docProps/core.xml',
      `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
        `<dc:title>${xmlText(title)}</dc:title><dc:creator>Flowmingo Batch</dc:creator>` +
        `<dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created></cp:coreProperties>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${sheetMl}" xmlns:r="${documentRelations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>` +
        numbered
          .map(({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)
          .join('') +
        `</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="${filter.sheetIndex}" hidden="1">${toAbsolute(sheetNames[filter.sheetIndex] ?? '', filter.area)}</definedName></definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packageRelations}">` +
        numbered
          .map(
            ({ number }) =>
              `<Relationship Id="rId${number}" Type="${documentRelations}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
          )
          .join('') +
        `<Relationship Id="rId${numbered.length + 1}" Type="${documentRelations}/styles" Target="styles.xml"/></Relationships>`,
    ],
  ];
}

/** `A1:C9` on Results → `'Results'!$A$1:$C$9`. */
function toAbsolute(sheetName: string, area: string): string {
  return `'${xmlText(sheetName.replace(/'/g, "''"))}'!${area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
}
