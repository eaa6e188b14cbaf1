// A workbook's XML has no DOCTYPE; a file that brings one wants entities expanded or other files fetched. It is refused unread.
import { inflateHead } from './inflate';
import { UnreadableFile } from './spreadsheet-reader';
import { damagedWorkbook, packedBytesOf, type ZipEntry } from './zip-directory';

/** A DOCTYPE can only stand before the root element; so much is unpacked to find that element. */
const headBytes = 16_384;

/** @throws UnreadableFile where an XML part has a DOCTYPE, or hides where its first element starts. */
export function refuseDoctypes(bytes: Uint8Array, entries: readonly ZipEntry[]): void {
  for (const entry of entries) {
    if (entry.unpackedBytes === 0 || !/\.(xml|rels)$/i.test(entry.name)) continue;
    const packed = packedBytesOf(bytes, entry);
    const head = entry.method === 0 ? packed.subarray(0, headBytes) : inflateHead(packed, headBytes);
    if (head === null) throw damagedWorkbook();
    const text = new TextDecoder(head[1] === 0 ? 'utf-16le' : head[0] === 0 ? 'utf-16be' : 'utf-8').decode(
      head,
    );
    const root = /<[^!?]/.exec(text.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length)));
    if (root !== null && !/<!DOCTYPE/i.test(text.slice(0, root.index))) continue;
    throw new UnreadableFile(
      'file-damaged',
      'This workbook holds instructions (a DOCTYPE) that no sheet program writes and that can do harm. Nothing was read. Ask where the file comes from, or copy its rows into a new workbook.',
    );
  }
}
