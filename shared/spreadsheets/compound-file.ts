// The old container of Microsoft's formats ([MS-CFB]): a file system in a file. Never follows a chain longer than the file, never fills gaps with zeros.

/** What lies in a compound file, as far as the names in it tell. */
export type CompoundFileKind = 'encrypted-workbook' | 'old-workbook' | 'other';

/** The container's own tables contradict each other, or point out of the file. */
export class BadCompoundFile extends Error {}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Numbers from here on are no sectors but signs: free, end of a chain, parts of the tables themselves. */
const firstSign = 0xffff_fffa;
const headerBytes = 512;
const entryBytes = 128;
const miniSectorBytes = 64;
/** Streams below this lie in the small sectors. */
const miniLimitBytes = 4096;

/** True for a file that starts as every compound file does. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Encrypted workbooks hold a stream `EncryptedPackage`, old ones `Workbook`, very old ones `Book`. */
export function compoundFileKind(bytes: Uint8Array): CompoundFileKind {
  try {
    const names = new CompoundFile(bytes).streamNames;
    if (names.includes('EncryptedPackage')) return 'encrypted-workbook';
    return names.includes('Workbook') || names.includes('Book') ? 'old-workbook' : 'other';
  } catch (error) {
    // What its tables held cannot be told any more; its reader says that it is damaged.
    if (error instanceof BadCompoundFile) return 'old-workbook';
    throw error;
  }
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly firstSector: number;
  readonly sizeBytes: number;
}

/** @throws BadCompoundFile in its constructor and methods, where the tables are damaged */
export class CompoundFile {
  private readonly view: DataView;
  private readonly sectorBytes: number;
  private readonly table: Uint32Array;
  private readonly entries: readonly Entry[];

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < headerBytes) throw new BadCompoundFile();
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw new BadCompoundFile();
    this.sectorBytes = 1 << shift;
    this.table = this.readTable();
    this.entries = this.readEntries();
  }

  get streamNames(): readonly string[] {
    return this.entries.map(({ name }) => name);
  }

  /** The bytes of a stream; null where there is none of this name. */
  stream(name: string): Uint8Array | null {
    const entry = this.entries.find((one) => one.kind === 2 && one.name === name);
    if (entry === undefined) return null;
    if (entry.sizeBytes >= miniLimitBytes)
      return this.joined(this.chainOf(entry.firstSector), entry.sizeBytes);
    const root = this.entries.find(({ kind }) => kind === 5);
    if (root === undefined) throw new BadCompoundFile();
    const mini = this.joined(this.chainOf(root.firstSector), root.sizeBytes);
    const miniTable = toWords(this.joined(this.chainOf(this.view.getUint32(60, true))));
    const out = new Uint8Array(entry.sizeBytes);
    let length = 0;
    for (const sector of followChain(miniTable, entry.firstSector)) {
      const start = sector * miniSectorBytes;
      const piece = mini.subarray(start, start + Math.min(miniSectorBytes, out.length - length));
      if (start >= mini.length) throw new BadCompoundFile();
      out.set(piece, length);
      length += piece.length;
    }
    if (length < out.length) throw new BadCompoundFile();
    return out;
  }

  /** The allocation table: for every sector the one that follows it. The header lists its first 109 sectors, a chain the others. */
  private readTable(): Uint32Array {
    const sectors: number[] = [];
    const most = Math.ceil(this.bytes.length / this.sectorBytes);
    const add = (sector: number) => {
      if (sector < firstSign) sectors.push(sector);
      if (sectors.length > most) throw new BadCompoundFile();
    };
    for (let index = 0; index < 109; index++) add(this.view.getUint32(76 + index * 4, true));
    let list = this.view.getUint32(68, true);
    for (let count = 0; list < firstSign; count++) {
      if (count > most) throw new BadCompoundFile();
      const words = toWords(this.sector(list));
      for (let index = 0; index < words.length - 1; index++) add(words[index] as number);
      list = words.at(-1) as number;
    }
    return toWords(this.joined(sectors));
  }

  private readEntries(): Entry[] {
    const directory = this.joined(this.chainOf(this.view.getUint32(48, true)));
    const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
    const entries: Entry[] = [];
    for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
      const kind = directory[at + 66] as number;
      const nameBytes = Math.min(view.getUint16(at + 64, true), 64);
      if (kind === 0 || nameBytes < 2) continue;
      entries.push({
        name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + nameBytes - 2)),
        kind,
        firstSector: view.getUint32(at + 116, true),
        sizeBytes: view.getUint32(at + 120, true),
      });
    }
    return entries;
  }

  private chainOf(firstSector: number): number[] {
    return followChain(this.table, firstSector);
  }

  /** The last sector of a file may be cut where nothing of it is used. */
  private sector(sector: number): Uint8Array {
    const start = (sector + 1) * this.sectorBytes;
    if (start >= this.bytes.length) throw new BadCompoundFile();
    return this.bytes.subarray(start, start + this.sectorBytes);
  }

  /** These sectors one after the other, up to `sizeBytes`. */
  private joined(sectors: readonly number[], sizeBytes = sectors.length * this.sectorBytes): Uint8Array {
    if (sizeBytes > sectors.length * this.sectorBytes) throw new BadCompoundFile();
    const out = new Uint8Array(sizeBytes);
    let length = 0;
    for (const sector of sectors) {
      if (length === sizeBytes) break;
      const piece = this.sector(sector).subarray(0, sizeBytes - length);
      if (piece.length < Math.min(this.sectorBytes, sizeBytes - length)) throw new BadCompoundFile();
      out.set(piece, length);
      length += piece.length;
    }
    return out;
  }
}

/** The sectors of a chain. One that comes back to itself is longer than its table. */
function followChain(table: Uint32Array, first: number): number[] {
  const sectors: number[] = [];
  for (let sector = first; sector < firstSign; sector = table[sector] as number) {
    if (sector >= table.length || sectors.length >= table.length) throw new BadCompoundFile();
    sectors.push(sector);
  }
  return sectors;
}

function toWords(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array(Math.floor(bytes.length / 4));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let index = 0; index < words.length; index++) words[index] = view.getUint32(index * 4, true);
  return words;
}
