// Reads XLSX and XLSM. Never unpacks more than the limits allow, never runs a macro or a formula: it shows what was last calculated.

import { refuseDoctypes } from './refuse-doctypes';
import { hasTooLong, toSheet } from './sheet-rows';
import { scanSheet, type WorkbookContext } from './sheet-scanner';
import type { FileNotice, ReadingChoice, Sheet } from './spreadsheet';
import {
  type ReadingSteps,
  type ReadSheets,
  type SpreadsheetFile,
  type SpreadsheetReader,
  UnreadableFile,
} from './spreadsheet-reader';
import { tooLongCell } from './too-long-cell';
import { unpackPart } from './unpack-part';
import {
  type ListedSheet,
  type Relation,
  readFormats,
  readRelations,
  readSharedStrings,
  readWorkbookList,
} from './workbook-parts';
import { BadXml } from './xml-scanner';
import { damagedWorkbook, readZipDirectory, type ZipEntry } from './zip-directory';

/** Reads every worksheet of a workbook as the text that Excel shows. */
export const workbookReader: SpreadsheetReader = { format: 'workbook', read: readWorkbook };

async function readWorkbook(
  file: SpreadsheetFile,
  _choice: ReadingChoice,
  steps: ReadingSteps,
): Promise<ReadSheets> {
  const entries = readZipDirectory(file.bytes);
  refuseDoctypes(file.bytes, entries);
  try {
    return await new OpenWorkbook(file.bytes, entries, steps).read();
  } catch (error) {
    throw error instanceof BadXml ? damagedWorkbook() : error;
  }
}

class OpenWorkbook {
  private readonly parts: ReadonlyMap<string, ZipEntry>;

  constructor(
    private readonly bytes: Uint8Array,
    entries: readonly ZipEntry[],
    private readonly steps: ReadingSteps,
  ) {
    this.parts = new Map(entries.map((entry) => [partName(entry.name), entry]));
  }

  async read(): Promise<ReadSheets> {
    const main = [...(await this.relationsOf('')).values()].find(
      (relation) => relation.type === 'officeDocument',
    );
    const workbookName = resolveTarget('', main?.target ?? 'xl/workbook.xml');
    const { sheets: listed, startsIn1904 } = readWorkbookList(await this.partText(workbookName));
    const relations = await this.relationsOf(workbookName);
    this.steps.reached(0.05);
    const strings = await this.optionalPart(workbookName, relations, 'sharedStrings');
    const styles = await this.optionalPart(workbookName, relations, 'styles');
    const context: WorkbookContext = {
      strings: strings === null ? [] : readSharedStrings(strings),
      formats: styles === null ? [] : readFormats(styles),
      startsIn1904,
    };
    this.steps.reached(0.2);
    const worksheets = listed.filter((sheet) => relations.get(sheet.relationId)?.type === 'worksheet');
    if (worksheets.length === 0) {
      throw listed.length === 0
        ? damagedWorkbook()
        : new UnreadableFile(
            'file-empty',
            'This workbook holds charts and no sheet with cells. Nothing was read. Open the workbook that holds the people.',
          );
    }
    return this.readSheets(workbookName, worksheets, relations, context);
  }

  private async readSheets(
    workbookName: string,
    worksheets: readonly ListedSheet[],
    relations: ReadonlyMap<string, Relation>,
    context: WorkbookContext,
  ): Promise<ReadSheets> {
    const sheets: Sheet[] = [];
    const notices: FileNotice[] = [];
    const read = new Set<string>();
    for (const listed of worksheets) {
      const name = resolveTarget(workbookName, relations.get(listed.relationId)?.target ?? '');
      // One part as many sheets would be read many times over.
      if (read.has(partName(name))) throw damagedWorkbook();
      read.add(partName(name));
      const rows = scanSheet(await this.partText(name), context, await this.relationsOf(name));
      for (const row of rows) if (hasTooLong(row.cells)) notices.push(tooLongCell(row.rowNumber));
      sheets.push(toSheet(listed.name, listed.isHidden ? 'hidden' : 'visible', rows));
      this.steps.reached(0.2 + (0.8 * sheets.length) / worksheets.length);
    }
    return { sheets, reading: null, notices };
  }

  private async partText(name: string): Promise<string> {
    const entry = this.parts.get(partName(name));
    if (!entry) throw damagedWorkbook();
    return unpackPart(this.bytes, entry);
  }

  private async optionalPart(
    from: string,
    relations: ReadonlyMap<string, Relation>,
    type: string,
  ): Promise<string | null> {
    const relation = [...relations.values()].find((one) => one.type === type);
    const name = relation ? resolveTarget(from, relation.target) : null;
    return name !== null && this.parts.has(partName(name)) ? this.partText(name) : null;
  }

  /** What a part points to; nothing where it has no list. */
  private async relationsOf(name: string): Promise<ReadonlyMap<string, Relation>> {
    const place = name.lastIndexOf('/') + 1;
    const entry = this.parts.get(partName(`${name.slice(0, place)}_rels/${name.slice(place)}.rels`));
    return entry ? readRelations(await unpackPart(this.bytes, entry)) : new Map();
  }
}

/** Names are compared without regard to case (ECMA-376, part 2); some writers start them with a slash or use backslashes. */
function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** The name of a part that `from` points to, with `..` followed. */
function resolveTarget(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const names = from.split('/').slice(0, -1);
  for (const name of target.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}
