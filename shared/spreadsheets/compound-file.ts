// The old container of Microsoft's formats (CFB). Only its table of contents is read, to say which file this is; never its contents.

/** What lies in a compound file, as far as the names in it tell. */
export type CompoundFileKind = 'encrypted-workbook' | 'old-workbook' | 'other';

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** True for a file that starts as every compound file does. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Directory entries read at most: a workbook has fewer than twenty. */
const maxEntries = 4096;

/** Encrypted workbooks hold a stream `EncryptedPackage`, old ones `Workbook` or `Book`. */
export function compoundFileKind(bytes: Uint8Array): CompoundFileKind {
  const names = readNames(bytes);
  if (names.includes('EncryptedPackage')) return 'encrypted-workbook';
  if (names.includes('Workbook') || names.includes('Book')) return 'old-workbook';
  return 'other';
}

/** The names in the directory; the chain of its sectors is followed through the allocation table. */
function readNames(bytes: Uint8Array): string[] {
  if (bytes.length < 512) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorBytes = 1 << Math.min(view.getUint16(30, true), 16);
  const names: string[] = [];
  let sector = view.getUint32(48, true);
  for (let read = 0; read < maxEntries && sector < 0xffff_fffa; ) {
    const start = (sector + 1) * sectorBytes;
    for (
      let position = start;
      position + 128 <= Math.min(start + sectorBytes, bytes.length);
      position += 128, read++
    ) {
      const length = Math.min(view.getUint16(position + 64, true), 64);
      if (length >= 2)
        names.push(new TextDecoder('utf-16le').decode(bytes.subarray(position, position + length - 2)));
    }
    if (start >= bytes.length) break;
    sector = nextSector(view, sector, sectorBytes);
    read++;
  }
  return names;
}

/** The allocation table's entry for a sector; the header lists the first 109 sectors of the table, which is enough for a directory. */
function nextSector(view: DataView, sector: number, sectorBytes: number): number {
  const perSector = sectorBytes / 4;
  const tablePlace = 76 + Math.floor(sector / perSector) * 4;
  if (tablePlace + 4 > 512) return 0xffff_fffe;
  const place = (view.getUint32(tablePlace, true) + 1) * sectorBytes + (sector % perSector) * 4;
  return place + 4 <= view.byteLength ? view.getUint32(place, true) : 0xffff_fffe;
}
