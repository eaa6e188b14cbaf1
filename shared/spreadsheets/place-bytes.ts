// Places of cells and whole numbers, read from bytes without making a text of them: a sheet has millions.

/** Where the digits of a reference start. */
export function digitsAt(bytes: Uint8Array, from: number, to: number): number {
  let index = from;
  while (index < to && ((bytes[index] as number) & 0xdf) >= 0x41) index++;
  return index;
}

/** Letters in either case as a column, 0-based; -1 without any. */
export function columnAt(bytes: Uint8Array, from: number, to: number): number {
  let column = 0;
  for (let index = from; index < to; index++) column = column * 26 + ((bytes[index] as number) & 0xdf) - 0x40;
  return column - 1;
}

/** A whole number in these bytes; -1 where there is none. */
export function wholeAt(bytes: Uint8Array, from: number, to: number): number {
  let whole = 0;
  for (let index = from; index < to; index++) {
    const digit = (bytes[index] as number) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    whole = whole * 10 + digit;
  }
  return from === to ? -1 : whole;
}
