// How far what lies on a sheet without being in its cells reaches to the right: tables, pivot tables, comments, charts and pictures.
import { unpackWhole } from '../spreadsheets/unpack-part';
import { resolveTarget, type WorkbookArchive } from '../spreadsheets/workbook-archive';
import { toXmlName, XmlScanner } from '../spreadsheets/xml-scanner';
import { type CellRange, parseCellRange } from './cell-range';

const names = {
  reference: toXmlName('ref'),
  from: toXmlName('from'),
  to: toXmlName('to'),
  column: toXmlName('col'),
  anchor: toXmlName('oneCellAnchor'),
  extent: toXmlName('ext'),
  width: toXmlName('cx'),
};

/** The element whose `ref` says where the thing lies. */
const placed = new Map([
  ['table', toXmlName('table')],
  ['pivotTable', toXmlName('location')],
  ['comments', toXmlName('comment')],
]);

/** English Metric Units of a column of the usual width (64 pixels): how far a thing of fixed size reaches. */
const columnEmu = 609_600;

export interface SheetObjects {
  /** Where tables, pivot tables and comments lie. */
  readonly ranges: readonly CellRange[];
  /** The first column right of charts and pictures. */
  readonly drawnColumns: number;
  readonly hasTable: boolean;
}

/** @throws UnreadableFile, BadXml where one of the parts is damaged. */
export async function surveyObjects(archive: WorkbookArchive, partName: string): Promise<SheetObjects> {
  const ranges: CellRange[] = [];
  let drawnColumns = 0;
  let hasTable = false;
  for (const { type, target } of (await archive.relationsOf(partName)).values()) {
    const element = placed.get(type);
    const isDrawn = type === 'drawing' || type === 'vmlDrawing';
    const entry = element === undefined && !isDrawn ? null : archive.part(resolveTarget(partName, target));
    if (entry === null) continue;
    if (type === 'vmlDrawing') {
      const text = new TextDecoder().decode(await unpackWhole(archive.bytes, entry));
      drawnColumns = Math.max(drawnColumns, readControls(text));
      continue;
    }
    const scanner = new XmlScanner(await unpackWhole(archive.bytes, entry));
    if (element === undefined) drawnColumns = Math.max(drawnColumns, readDrawing(scanner));
    else
      while (scanner.next()) {
        if (scanner.isClosing || !scanner.is(element)) continue;
        const range = parseCellRange(scanner.attribute(names.reference) ?? '');
        if (range !== null) ranges.push(range);
        hasTable ||= type === 'table';
      }
  }
  return { ranges, drawnColumns, hasTable };
}

function readDrawing(scanner: XmlScanner): number {
  let columns = 0;
  let from = 0;
  let inside: 'from' | 'to' | null = null;
  let isFixed = false;
  while (scanner.next()) {
    if (scanner.is(names.anchor)) isFixed = !scanner.isClosing;
    else if (scanner.is(names.from)) inside = scanner.isClosing ? null : 'from';
    else if (scanner.is(names.to)) inside = scanner.isClosing ? null : 'to';
    else if (scanner.isClosing) continue;
    else if (inside !== null && scanner.is(names.column)) {
      const column = Number(scanner.text());
      if (inside === 'from') from = column;
      columns = Math.max(columns, column + 1);
    } else if (isFixed && scanner.is(names.extent)) {
      const width = Number(scanner.attribute(names.width) ?? '0');
      columns = Math.max(columns, from + Math.ceil(width / columnEmu));
      isFixed = false;
    }
  }
  return Number.isFinite(columns) ? columns : 0;
}

/** Buttons and the like in VML, which is not always XML: their fifth number is the column that they end in. Remarks only pop up. */
function readControls(vml: string): number {
  let columns = 0;
  for (const [, kind, anchor = ''] of vml.matchAll(
    /ObjectType\s*=\s*["'](\w+)["'](?:(?!ObjectType)[\s\S])*?<x:Anchor>([^<]*)</g,
  )) {
    const column = Number.parseInt(anchor.split(',')[4] ?? '', 10);
    if (kind !== 'Note' && column >= columns) columns = column + 1;
  }
  return columns;
}
