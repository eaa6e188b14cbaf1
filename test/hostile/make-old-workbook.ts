/** A record of an old workbook: its number and its bytes. */
export type BiffPart = readonly [id: number, bytes: Uint8Array];

/** Numbers of 16 bits, the low byte first. */
export function words(...numbers: number[]): Uint8Array {
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, index) => {
    bytes.writeUInt16LE(number & 0xffff, index * 2);
  });
  return bytes;
}

/** A cell of text: its row and column, 0-based. */
export function label(row: number, column: number, text: string): BiffPart {
  return [
    0x204,
    Buffer.concat([words(row, column, 0, text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]),
  ];
}

/** The records as they stand in a stream. */
export function toStream(parts: readonly BiffPart[]): Uint8Array {
  return Buffer.concat(parts.map(([id, bytes]) => Buffer.concat([words(id, bytes.length), bytes])));
}

const start: BiffPart = [0x809, words(0x600, 0x10, 0, 0, 0, 0, 0, 0)];
const end: BiffPart = [0x0a, new Uint8Array(0)];

/** What stands before the sheet and in it. */
export interface OldWorkbookPieces {
  readonly globals?: readonly BiffPart[];
  readonly cells: readonly BiffPart[];
  /** Where the sheet is said to begin; where it does, without this. */
  readonly sheetAt?: number;
  readonly isSheetOpen?: boolean;
}

/** The stream of a workbook with one sheet. */
export function makeBiffStream({ globals = [], cells, sheetAt, isSheetOpen }: OldWorkbookPieces): Uint8Array {
  const sheet = toStream([start, ...cells, ...(isSheetOpen ? [] : [end])]);
  const listed = (at: number): BiffPart => [
    0x85,
    Buffer.concat([words(at, at >>> 16, 0), Buffer.from([6, 0]), Buffer.from('People')]),
  ];
  const head = (at: number) => toStream([start, ...globals, listed(at), end]);
  return Buffer.concat([head(sheetAt ?? head(0).length), sheet]);
}

const endOfChain = 0xffff_fffe;
const sectorBytes = 512;

/** The stream in the container of old Office files: the header, the table, the directory, the stream. */
export function makeCompoundFile(stream: Uint8Array, name = 'Workbook'): Uint8Array {
  // Below 4,096 bytes it would have to lie in small sectors.
  const content = Buffer.alloc(Math.max(4096, Math.ceil(stream.length / sectorBytes) * sectorBytes));
  content.set(stream);
  const count = content.length / sectorBytes;
  const tables = Math.ceil((count + 2) / 127);
  const bytes = Buffer.alloc(sectorBytes * (1 + tables + 1));
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(tables, 44);
  bytes.writeUInt32LE(tables, 48);
  bytes.writeUInt32LE(endOfChain, 60);
  bytes.writeUInt32LE(endOfChain, 68);
  for (let index = 0; index < 109; index++)
    bytes.writeUInt32LE(index < tables ? index : 0xffff_ffff, 76 + index * 4);
  bytes.fill(0xff, sectorBytes, sectorBytes * (1 + tables));
  for (let sector = 0; sector < tables; sector++) bytes.writeUInt32LE(0xffff_fffd, sectorBytes + sector * 4);
  bytes.writeUInt32LE(endOfChain, sectorBytes + tables * 4);
  for (let index = 0; index < count; index++) {
    const sector = tables + 1 + index;
    bytes.writeUInt32LE(index === count - 1 ? endOfChain : sector + 1, sectorBytes + sector * 4);
  }
  const directory = sectorBytes * (1 + tables);
  for (const [index, entry] of ['Root Entry', name].entries()) {
    const at = directory + index * 128;
    bytes.write(entry, at, 'utf16le');
    bytes.writeUInt16LE((entry.length + 1) * 2, at + 64);
    bytes[at + 66] = index === 0 ? 5 : 2;
    bytes.writeUInt32LE(index === 0 ? endOfChain : tables + 1, at + 116);
    bytes.writeUInt32LE(index === 0 ? 0 : Math.max(4096, stream.length), at + 120);
  }
  return new Uint8Array(Buffer.concat([bytes, content]));
}

/** The same file with a word of 32 bits changed. */
export function withLong(file: Uint8Array, at: number, value: number): Uint8Array {
  const bytes = Buffer.from(file);
  bytes.writeUInt32LE(value, at);
  return new Uint8Array(bytes);
}
