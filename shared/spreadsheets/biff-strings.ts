// The table of strings of an old workbook ([MS-XLS] 2.4.265): one list over many records, cut wherever a record was full.
import { BadBiff, type BiffBytes } from './biff-records';

/** More strings than a sheet of the old kind has cells in three of its columns. */
const maxStrings = 5_000_000;

/** The strings in their order. @throws BadBiff where the table is cut */
export function readBiffStrings(pieces: readonly BiffBytes[]): readonly string[] {
  const reader = new StringsReader(pieces);
  const count = reader.start();
  if (count > maxStrings) throw new BadBiff();
  const strings: string[] = [];
  while (strings.length < count) strings.push(reader.next());
  return strings;
}

class StringsReader {
  private index = 0;

  constructor(private readonly pieces: readonly BiffBytes[]) {}

  /** How many strings there are. */
  start(): number {
    const piece = this.piece();
    piece.skip(4);
    return piece.long();
  }

  next(): string {
    if (this.piece().left === 0) this.goOn();
    const head = this.piece();
    let left = head.word();
    const flags = head.byte();
    let isWide = (flags & 1) !== 0;
    const runBytes = flags & 8 ? head.word() * 4 : 0;
    const phoneticBytes = flags & 4 ? head.long() : 0;
    let text = '';
    for (;;) {
      const piece = this.piece();
      const room = isWide ? piece.left >> 1 : piece.left;
      const letters = Math.min(left, room);
      text += piece.letters(letters, isWide);
      left -= letters;
      if (left === 0) break;
      this.goOn();
      // Where a text goes on in the next record, it says anew how wide its letters are.
      isWide = (this.piece().byte() & 1) !== 0;
    }
    this.skip(runBytes + phoneticBytes);
    return text;
  }

  private skip(count: number): void {
    let left = count;
    while (left > 0) {
      if (this.piece().left === 0) this.goOn();
      const step = Math.min(left, this.piece().left);
      this.piece().skip(step);
      left -= step;
    }
  }

  private piece(): BiffBytes {
    const piece = this.pieces[this.index];
    if (piece === undefined) throw new BadBiff();
    return piece;
  }

  private goOn(): void {
    this.index++;
    if (this.piece().left === 0) throw new BadBiff();
  }
}
