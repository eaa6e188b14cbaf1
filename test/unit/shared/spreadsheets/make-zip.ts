import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a ZIP; `claims` are sizes written instead of the true ones. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  readonly claims?: { readonly unpackedBytes?: number; readonly packedBytes?: number };
}

/** A ZIP by hand, so that it can also be a wrong one. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.stored ? content : deflateRawSync(content, { level: 9 });
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.stored ? 0 : 8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(part.claims?.packedBytes ?? packed.length, 14);
    fields.writeUInt32LE(part.claims?.unpackedBytes ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, name]));
    chunks.push(local);
    offset += local.length;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(table.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...chunks, table, Buffer.from('PK\u0005\u0006', 'latin1'), end]));
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a workbook made by `makeWorkbookParts` may have beside its rows. */
export interface WorkbookPieces {
  readonly sheetXml?: string;
  readonly afterRows?: string;
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly sheetRelations?: string;
  readonly workbookProperties?: string;
  readonly prolog?: string;
}

/** The parts of a workbook with one sheet `People`, whose rows are given as XML. */
export function makeWorkbookParts(rowsXml: string, pieces: WorkbookPieces = {}): ZipPart[] {
  const prolog = pieces.prolog ?? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const type = (name: string) => `${relations}/${name}`;
  const parts: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      content: `${prolog}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${type('officeDocument')}" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}">${pieces.workbookProperties ?? ''}<sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${type('worksheet')}" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${type('sharedStrings')}" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${type('styles')}" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content:
        pieces.sheetXml ??
        `${prolog}<worksheet xmlns="${main}" xmlns:r="${relations}"><sheetData>${rowsXml}</sheetData>${pieces.afterRows ?? ''}</worksheet>`,
    },
  ];
  if (pieces.sharedStrings !== undefined)
    parts.push({
      name: 'xl/sharedStrings.xml',
      content: `<sst xmlns="${main}">${pieces.sharedStrings}</sst>`,
    });
  if (pieces.styles !== undefined)
    parts.push({
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${main}">${pieces.styles}</styleSheet>`,
    });
  if (pieces.sheetRelations !== undefined)
    parts.push({
      name: 'xl/worksheets/_rels/sheet1.xml.rels',
      content: `<Relationships>${pieces.sheetRelations}</Relationships>`,
    });
  return parts;
}

/** A row of inline strings. */
export function makeTextRow(rowNumber: number, texts: readonly string[]): string {
  const cells = texts.map(
    (text, index) =>
      `<c r="${String.fromCharCode(65 + index)}${rowNumber}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${rowNumber}">${cells.join('')}</row>`;
}
