// One part of a workbook, unpacked in chunks of UTF-8. Never unpacks more bytes than the part declares, and never trusts bits whose checksum is wrong.
import { encodingOfMark, encodingOfZeros } from './decode-text';
import { damagedWorkbook, packedBytesOf, tooLargeInside, type ZipEntry } from './zip-directory';

/** Packed bytes given to the platform at once. A thousandfold is the most they unpack to, and some platforms unpack all they are given. */
const sliceBytes = 16 * 1024;
/** The lists of formats, sheets and links are kept whole; Excel's own limits keep them under a tenth of this. */
const maxWholeBytes = 64 * 1024 ** 2;

/**
 * Hands the part's bytes to `take`, chunk by chunk, and waits for what it promises; a part in another encoding comes as UTF-8.
 * @throws UnreadableFile where the part is damaged or longer than declared; what was taken until then is not to be believed.
 */
export async function unpackPart(
  bytes: Uint8Array,
  entry: ZipEntry,
  take: (chunk: Uint8Array) => void | Promise<void>,
): Promise<void> {
  const reader = toStream(gzipOf(packedBytesOf(bytes, entry), entry))
    .pipeThrough(new DecompressionStream('gzip'))
    .getReader();
  let byteCount = 0;
  let decoder: TextDecoder | null | undefined;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw damagedWorkbook();
      });
      if (done) break;
      byteCount += value.length;
      if (byteCount > entry.unpackedBytes) throw damagedWorkbook();
      if (decoder === undefined) decoder = foreignDecoder(value);
      await take(decoder === null ? value : toUtf8(decoder.decode(value, { stream: true })));
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
  if (byteCount !== entry.unpackedBytes) throw damagedWorkbook();
  if (decoder) await take(toUtf8(decoder.decode()));
}

/** A small part as one piece. @throws UnreadableFile where it is damaged or not small. */
export async function unpackWhole(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  if (entry.unpackedBytes > maxWholeBytes) throw tooLargeInside();
  const chunks: Uint8Array[] = [];
  await unpackPart(bytes, entry, (chunk) => void chunks.push(chunk));
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let length = 0;
  for (const chunk of chunks) {
    whole.set(chunk, length);
    length += chunk.length;
  }
  return whole;
}

/** The most that one block of DEFLATE can hold unpacked. */
const storedBlockBytes = 0xffff;

/**
 * The packed bytes as a gzip file (RFC 1952), so that the platform itself compares the checksum and the size at the end,
 * many times faster than a script can. Stored bytes become blocks that are not packed (RFC 1951, 3.2.4).
 */
function* gzipOf(packed: Uint8Array, entry: ZipEntry): Generator<Uint8Array> {
  yield new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
  const size = entry.method === 0 ? storedBlockBytes : sliceBytes;
  for (let from = 0; from < packed.length || from === 0; from += size) {
    const slice = packed.subarray(from, from + size);
    if (entry.method === 0) {
      const isLast = from + size >= packed.length ? 1 : 0;
      const [low, high] = [slice.length & 0xff, slice.length >> 8];
      yield new Uint8Array([isLast, low, high, low ^ 0xff, high ^ 0xff]);
    }
    yield slice;
  }
  const end = new DataView(new ArrayBuffer(8));
  end.setUint32(0, entry.checksum, true);
  end.setUint32(4, entry.unpackedBytes, true);
  yield new Uint8Array(end.buffer);
}

function toStream(pieces: Generator<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
  });
}

/** Whether a part that begins so is handed on as it is. @throws UnreadableFile where its encoding is not known. */
export function isUtf8(head: Uint8Array): boolean {
  return foreignDecoder(head) === null;
}

/** What reads a part that is not UTF-8, by its mark, its zeros or its first line; null for UTF-8. @throws UnreadableFile */
function foreignDecoder(head: Uint8Array): TextDecoder | null {
  const told = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    new TextDecoder('latin1').decode(head.subarray(0, 200)),
  )?.[1];
  const encoding = encodingOfMark(head) ?? encodingOfZeros(head) ?? told ?? 'utf-8';
  try {
    const decoder = new TextDecoder(encoding);
    return decoder.encoding === 'utf-8' ? null : decoder;
  } catch {
    throw damagedWorkbook();
  }
}

function toUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
