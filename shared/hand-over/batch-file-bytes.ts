// The outside of a batch file: one line in the open that says what it is, which version and the checksum, then the content, packed (gzip).
// The checksum finds damage; it is no signature, and nothing is believed because of it. Never unpacks more than the limit.
import { batchFileVersion, maxContentBytes } from './batch-file';

const magic = 'FLOWBATCH';
/** The mark, a version of up to six digits, the checksum and the line's end. */
const longestFirstLine = magic.length + 1 + 6 + 1 + 64 + 1;
/** Packed bytes given to the platform at once. A thousandfold is the most they unpack to. */
const sliceBytes = 16 * 1024;

export type OpenedBatchFile =
  | { readonly kind: 'content'; readonly content: Uint8Array<ArrayBuffer>; readonly contentSha256: string }
  | { readonly kind: 'newer' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'damaged' };

/** Whether the bytes begin as a batch file of any version does. */
export function isBatchFile(bytes: Uint8Array): boolean {
  return firstLineOf(bytes).startsWith(`${magic} `);
}

/** The file of a content. */
export async function sealContent(
  content: Uint8Array<ArrayBuffer>,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly contentSha256: string }> {
  const contentSha256 = await sha256Of(content);
  const line = new TextEncoder().encode(`${magic} ${batchFileVersion} ${contentSha256}\n`);
  const pieces = [line];
  await pump(slices(content), new CompressionStream('gzip'), (piece) => void pieces.push(piece));
  return { bytes: joined(pieces), contentSha256 };
}

/** The content of a file, compared with its checksum. */
export async function openContent(bytes: Uint8Array): Promise<OpenedBatchFile> {
  const line = firstLineOf(bytes);
  const version = /^FLOWBATCH ([1-9]\d{0,5})[ \n]/.exec(line)?.[1];
  if (version === undefined) return { kind: 'damaged' };
  if (Number(version) > batchFileVersion) return { kind: 'newer' };
  const contentSha256 = /^FLOWBATCH \d+ ([0-9a-f]{64})\n/.exec(line)?.[1];
  if (contentSha256 === undefined) return { kind: 'damaged' };
  const packed = bytes.subarray(line.indexOf('\n') + 1);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let byteCount = 0;
  try {
    await pump(slices(packed), new DecompressionStream('gzip'), (piece) => {
      byteCount += piece.length;
      if (byteCount > maxContentBytes) throw new TooMuch();
      pieces.push(piece);
    });
  } catch (error) {
    return { kind: error instanceof TooMuch ? 'too-large' : 'damaged' };
  }
  const content = joined(pieces);
  return (await sha256Of(content)) === contentSha256
    ? { kind: 'content', content, contentSha256 }
    : { kind: 'damaged' };
}

/** The content is larger than the limit. */
class TooMuch extends Error {}

function firstLineOf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, longestFirstLine));
  const end = head.indexOf('\n');
  return end === -1 ? head : head.slice(0, end + 1);
}

async function pump(
  from: ReadableStream<Uint8Array<ArrayBuffer>>,
  through: CompressionStream | DecompressionStream,
  take: (piece: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  const reader = from.pipeThrough(through).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      take(value as Uint8Array<ArrayBuffer>);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function slices(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let from = 0;
  return new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(from, from + sliceBytes) as Uint8Array<ArrayBuffer>);
      from += sliceBytes;
    },
  });
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const piece of pieces) {
    whole.set(piece, length);
    length += piece.length;
  }
  return whole;
}
