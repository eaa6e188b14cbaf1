// The parts of a workbook by their names and by what points to them. Never unpacks one that nobody asks for.
import { UnreadableFile } from './spreadsheet-reader';
import { unpackWhole } from './unpack-part';
import { type ListedSheet, type Relation, readRelations, readWorkbookList } from './workbook-parts';
import { damagedWorkbook, type ZipEntry } from './zip-directory';

/** A sheet with cells, and the part that holds them. */
export interface ListedWorksheet extends ListedSheet {
  readonly partName: string;
}

/** What the main part of a workbook lists. */
export interface WorkbookContents {
  readonly worksheets: readonly ListedWorksheet[];
  /** Days count from 1904. */
  readonly startsIn1904: boolean;
  readonly styles: ZipEntry | null;
  readonly sharedStrings: ZipEntry | null;
}

/** @throws UnreadableFile, BadXml in all its functions, where the parts are not those of a workbook. */
export class WorkbookArchive {
  private readonly parts: ReadonlyMap<string, ZipEntry>;

  constructor(
    readonly bytes: Uint8Array,
    readonly entries: readonly ZipEntry[],
  ) {
    this.parts = new Map(entries.map((entry) => [partName(entry.name), entry]));
  }

  async readContents(): Promise<WorkbookContents> {
    const main = [...(await this.relationsOf('')).values()].find(
      (relation) => relation.type === 'officeDocument',
    );
    const workbookName = resolveTarget('', main?.target ?? 'xl/workbook.xml');
    const { sheets: listed, startsIn1904 } = readWorkbookList(
      await unpackWhole(this.bytes, this.needPart(workbookName)),
    );
    const relations = await this.relationsOf(workbookName);
    const worksheets = listed.filter((sheet) => relations.get(sheet.relationId)?.type === 'worksheet');
    if (listed.length === 0 || listed.some((sheet) => !relations.has(sheet.relationId)))
      throw damagedWorkbook();
    if (worksheets.length === 0)
      throw new UnreadableFile(
        'file-empty',
        'This workbook holds charts and no sheet with cells. Nothing was read. Open the workbook that holds the people.',
      );
    const partOfType = (type: string) => {
      const relation = [...relations.values()].find((one) => one.type === type);
      return relation === undefined ? null : this.part(resolveTarget(workbookName, relation.target));
    };
    return {
      worksheets: worksheets.map((sheet) => ({
        ...sheet,
        partName: resolveTarget(workbookName, relations.get(sheet.relationId)?.target ?? ''),
      })),
      startsIn1904,
      styles: partOfType('styles'),
      sharedStrings: partOfType('sharedStrings'),
    };
  }

  /** Null where there is no such part. */
  part(name: string): ZipEntry | null {
    return this.parts.get(partName(name)) ?? null;
  }

  needPart(name: string): ZipEntry {
    const entry = this.part(name);
    if (entry === null) throw damagedWorkbook();
    return entry;
  }

  /** What a part points to; nothing where it has no list. */
  async relationsOf(name: string): Promise<ReadonlyMap<string, Relation>> {
    const place = name.lastIndexOf('/') + 1;
    const entry = this.part(`${name.slice(0, place)}_rels/${name.slice(place)}.rels`);
    return entry === null ? new Map() : readRelations(await unpackWhole(this.bytes, entry));
  }
}

/** Names are compared without regard to case (ECMA-376, part 2); some writers start them with a slash or use backslashes. */
function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** The name of a part that `from` points to, with `..` followed. */
export function resolveTarget(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const names = from.split('/').slice(0, -1);
  for (const name of target.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}
