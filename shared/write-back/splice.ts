// Other texts at some places of an XML part. Never touches a byte beside them.

/** `text` in place of the bytes from `from` up to, not including, `to`. ASCII only, so that the part's encoding does not matter. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The bytes with every splice made, whatever their order. */
export function spliced(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { from, to, text } of [...splices].sort((one, other) => one.from - other.from)) {
    pieces.push(bytes.subarray(at, from), toAscii(text));
    at = to;
  }
  pieces.push(bytes.subarray(at));
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let length = 0;
  for (const piece of pieces) {
    whole.set(piece, length);
    length += piece.length;
  }
  return whole;
}

/** Markup of ours as bytes: what is not ASCII as a reference, which stands for the same character in every encoding. */
export function toAscii(markup: string): Uint8Array {
  return new TextEncoder().encode(
    markup.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`),
  );
}
