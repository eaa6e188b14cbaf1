// Reads XLSX and XLSM. Never unpacks more than the limits allow, never runs a macro or a formula: it shows what was last calculated.

import { refuseDoctypes } from './refuse-doctypes';
import { scanPart } from './scan-part';
import { SharedStrings } from './shared-strings';
import { hasTooLong, toSheet } from './sheet-rows';
import { SheetScanner, type WorkbookContext } from './sheet-scanner';
import { ShownNumbers } from './shown-numbers';
import type { FileNotice, ReadingChoice, Sheet } from './spreadsheet';
import {
  type ReadingSteps,
  type ReadSheets,
  type SpreadsheetFile,
  type SpreadsheetReader,
  UnreadableFile,
} from './spreadsheet-reader';
import { tooLongCell } from './too-long-cell';
import { unpackWhole } from './unpack-part';
import {
  type ListedSheet,
  type Relation,
  readFormats,
  readRelations,
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
    const { sheets: listed, startsIn1904 } = readWorkbookList(await this.wholePart(workbookName));
    const relations = await this.relationsOf(workbookName);
    this.steps.reached(0.02);
    const styles = this.partOfType(workbookName, relations, 'styles');
    const formats = styles === null ? [] : readFormats(await unpackWhole(this.bytes, styles));
    const context: WorkbookContext = {
      strings: await this.readStrings(this.partOfType(workbookName, relations, 'sharedStrings')),
      numbers: new ShownNumbers(formats, startsIn1904),
    };
    const worksheets = listed.filter((sheet) => relations.get(sheet.relationId)?.type === 'worksheet');
    if (listed.length === 0 || listed.some((sheet) => !relations.has(sheet.relationId)))
      throw damagedWorkbook();
    if (worksheets.length === 0)
      throw new UnreadableFile(
        'file-empty',
        'This workbook holds charts and no sheet with cells. Nothing was read. Open the workbook that holds the people.',
      );
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
    for (const [index, listed] of worksheets.entries()) {
      const name = resolveTarget(workbookName, relations.get(listed.relationId)?.target ?? '');
      // One part as many sheets would be read many times over.
      if (read.has(partName(name))) throw damagedWorkbook();
      read.add(partName(name));
      const scanner = new SheetScanner(context, await this.relationsOf(name));
      const reached = (count: number) => 0.2 + (0.8 * count) / worksheets.length;
      await scanPart(this.bytes, this.needPart(name), scanner, this.steps, [
        reached(index),
        reached(index + 1),
      ]);
      for (const row of scanner.rows) if (hasTooLong(row.cells)) notices.push(tooLongCell(row.rowNumber));
      sheets.push(toSheet(listed.name, listed.isHidden ? 'hidden' : 'visible', scanner.rows));
    }
    return { sheets, reading: null, notices };
  }

  private async readStrings(entry: ZipEntry | null): Promise<readonly string[]> {
    const scanner = new SharedStrings();
    if (entry !== null) await scanPart(this.bytes, entry, scanner, this.steps, [0.02, 0.2]);
    return scanner.strings;
  }

  private needPart(name: string): ZipEntry {
    const entry = this.parts.get(partName(name));
    if (!entry) throw damagedWorkbook();
    return entry;
  }

  private async wholePart(name: string): Promise<Uint8Array> {
    return unpackWhole(this.bytes, this.needPart(name));
  }

  private partOfType(from: string, relations: ReadonlyMap<string, Relation>, type: string): ZipEntry | null {
    const relation = [...relations.values()].find((one) => one.type === type);
    return (relation && this.parts.get(partName(resolveTarget(from, relation.target)))) ?? null;
  }

  /** What a part points to; nothing where it has no list. */
  private async relationsOf(name: string): Promise<ReadonlyMap<string, Relation>> {
    const place = name.lastIndexOf('/') + 1;
    const entry = this.parts.get(partName(`${name.slice(0, place)}_rels/${name.slice(place)}.rels`));
    return entry ? readRelations(await unpackWhole(this.bytes, entry)) : new Map();
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
