// Walks through a large part while it is unpacked, so that never more than a window of it lies in memory.
import { Disposal } from './disposal';
import type { ReadingSteps } from './spreadsheet-reader';
import { unpackPart } from './unpack-part';
import { moreNeeded, type XmlScanner } from './xml-scanner';
import { tooLargeInside, type ZipEntry } from './zip-directory';

/**
 * What Node unpacks at once: it unpacks the next piece on another thread while this one is read, and would wait for a larger
 * window to fill. What is cut off at the end of one is a cell, which is read again.
 */
const windowBytes = 16 * 1024;
/** The longest cell or tag: a thousand times what Excel keeps in one. */
const maxWindowBytes = 64 * 1024 ** 2;

/** What walks through a part. `step` reads one thing that only makes sense whole, and changes nothing before it has it. */
export interface PartWalker {
  readonly scanner: XmlScanner;
  /** False at the end of the part. */
  step(): boolean;
  /** Where it writes something: resolves once there is room for more. */
  drained?(): Promise<void>;
}

/** @throws UnreadableFile, BadXml; ReadingStopped. `share` is the part of the progress (from, to) that this part is. */
export async function scanPart(
  bytes: Uint8Array,
  entry: ZipEntry,
  walker: PartWalker,
  steps: ReadingSteps,
  share: readonly [number, number],
): Promise<void> {
  const [from, to] = share;
  let seenBytes = 0;
  const window = new PartWindow(walker, () =>
    steps.reached(from + (to - from) * Math.min(1, seenBytes / Math.max(1, entry.unpackedBytes))),
  );
  const disposal = new Disposal();
  try {
    await unpackPart(bytes, entry, (chunk) => {
      seenBytes += chunk.length;
      window.add(chunk);
      disposal.take(chunk);
      return walker.drained?.();
    });
  } finally {
    disposal.end();
  }
  window.end();
}

class PartWindow {
  private bytes = new Uint8Array(windowBytes);
  private length = 0;

  constructor(
    private readonly walker: PartWalker,
    private readonly onWalked: () => void,
  ) {}

  add(chunk: Uint8Array): void {
    for (let taken = 0; taken < chunk.length; ) {
      if (this.length === this.bytes.length) this.walk(false);
      const piece = chunk.subarray(taken, taken + this.bytes.length - this.length);
      this.bytes.set(piece, this.length);
      this.length += piece.length;
      taken += piece.length;
    }
  }

  end(): void {
    this.walk(true);
  }

  /** Reads all that is whole, and keeps the rest for the next time. */
  private walk(isLast: boolean): void {
    const { walker } = this;
    const { scanner } = walker;
    scanner.continueWith(this.bytes, this.length, isLast);
    let { position, depth } = scanner;
    try {
      while (walker.step()) {
        position = scanner.position;
        depth = scanner.depth;
      }
      this.length = 0;
    } catch (error) {
      if (error !== moreNeeded) throw error;
      scanner.depth = depth;
      this.keepFrom(position);
    }
    this.onWalked();
  }

  private keepFrom(position: number): void {
    const rest = this.bytes.subarray(position, this.length);
    const isTight = rest.length > this.bytes.length / 2;
    if (isTight && this.bytes.length >= maxWindowBytes) throw tooLargeInside();
    if (isTight) this.bytes = new Uint8Array(this.bytes.length * 2);
    this.bytes.set(rest);
    this.length = rest.length;
  }
}
