/** Changes fields of a good ZIP, so that it says something else than it holds. */
export interface ZipLies {
  readonly flags?: number;
  readonly method?: number;
  readonly checksum?: number;
  readonly packedBytes?: number;
  readonly unpackedBytes?: number;
  readonly offset?: number;
}

/** The ZIP with these lies in the table of contents about the entries that `isMeant`. */
export function patchZip(zip: Uint8Array, isMeant: (name: string) => boolean, lies: ZipLies): Uint8Array {
  const bytes = Buffer.from(zip);
  for (const { place, name } of directoryOf(bytes)) {
    if (!isMeant(name)) continue;
    if (lies.flags !== undefined) bytes.writeUInt16LE(lies.flags, place + 8);
    if (lies.method !== undefined) bytes.writeUInt16LE(lies.method, place + 10);
    if (lies.checksum !== undefined) bytes.writeUInt32LE(lies.checksum, place + 16);
    if (lies.packedBytes !== undefined) bytes.writeUInt32LE(lies.packedBytes, place + 20);
    if (lies.unpackedBytes !== undefined) bytes.writeUInt32LE(lies.unpackedBytes, place + 24);
    if (lies.offset !== undefined) bytes.writeUInt32LE(lies.offset, place + 42);
  }
  return new Uint8Array(bytes);
}

/** Where the end record of the ZIP starts. */
export function endRecordOf(zip: Uint8Array): number {
  return Buffer.from(zip).lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
}

/** Where an entry stands in the table of contents, and where its packed bytes start. */
export function entryOf(
  zip: Uint8Array,
  name: string,
): { place: number; packedFrom: number; packedBytes: number } {
  const bytes = Buffer.from(zip);
  const found = directoryOf(bytes).find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`There is no ${name} in this ZIP.`);
  const offset = bytes.readUInt32LE(found.place + 42);
  return {
    place: found.place,
    packedFrom: offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28),
    packedBytes: bytes.readUInt32LE(found.place + 20),
  };
}

/** A ZIP whose table of contents names its last entry `times` over, each at the same bytes. */
export function repeatLastEntry(zip: Uint8Array, times: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const end = endRecordOf(zip);
  const last = directoryOf(bytes).at(-1)?.place ?? 0;
  const entry = bytes.subarray(last, end);
  const copies = Array.from({ length: times }, (_, index) => {
    const copy = Buffer.from(entry);
    copy.write(String(index).padStart(4, '0'), 46, 'latin1');
    return copy;
  });
  const tail = Buffer.from(bytes.subarray(end));
  const added = times * entry.length;
  tail.writeUInt16LE(tail.readUInt16LE(8) + times, 8);
  tail.writeUInt16LE(tail.readUInt16LE(10) + times, 10);
  tail.writeUInt32LE(tail.readUInt32LE(12) + added, 12);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, end), ...copies, tail]));
}

function directoryOf(bytes: Buffer): { place: number; name: string }[] {
  const end = endRecordOf(bytes);
  const entries: { place: number; name: string }[] = [];
  let place = bytes.readUInt32LE(end + 16);
  for (let index = bytes.readUInt16LE(end + 10); index > 0; index--) {
    const nameLength = bytes.readUInt16LE(place + 28);
    entries.push({ place, name: bytes.toString('utf8', place + 46, place + 46 + nameLength) });
    place += 46 + nameLength + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
  }
  return entries;
}
