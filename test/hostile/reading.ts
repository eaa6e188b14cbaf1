import { createHash } from 'node:crypto';

/** What the program prints: one line of JSON. */
export interface Reading {
  readonly tookMs: number;
  readonly peakMb: number;
  readonly notices: readonly {
    readonly kind: string;
    readonly blocking: boolean;
    readonly message: string;
  }[];
  readonly sheetCount: number;
  readonly rowCount: number;
  /** Over every row that was read; the same words as `digestOf`. */
  readonly digest: string;
  /** Cut, for a person who looks at a difference. */
  readonly firstRows: readonly (readonly string[])[];
}

/** A fingerprint of rows. */
export function digestOf(rows: readonly (readonly string[])[]): string {
  const hash = createHash('sha256');
  for (const cells of rows) {
    for (const cell of cells) hash.update(`${cell.length}:${cell}`, 'utf16le');
    hash.update('\n', 'utf16le');
  }
  return hash.digest('hex');
}
