/** Bytes of `text` in a single-byte or double-byte encoding, made by turning the platform's decoder round. */
export function makeEncoded(text: string, encoding: string): Uint8Array {
  const table = encodingTable(encoding);
  const bytes: number[] = [];
  for (const character of encoding === 'windows-1258' ? withLooseTones(text) : text) {
    const code = table.get(character);
    if (!code) throw new Error(`${character} is not in ${encoding}`);
    bytes.push(...code);
  }
  return new Uint8Array(bytes);
}

/** windows-1258 writes a letter with its hat or horn first and the tone behind it. */
function withLooseTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(
      /([AEOaeo])(\p{M}*)\u0302(\p{M}*)|([Aa])(\p{M}*)\u0306(\p{M}*)|([OoUu])(\p{M}*)\u031b(\p{M}*)/gu,
      (whole) => {
        const hat = whole.match(/[\u0302\u0306\u031b]/u)?.[0] ?? '';
        return ((whole[0] ?? '') + hat).normalize('NFC') + whole.slice(1).replace(hat, '');
      },
    );
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function encodingTable(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const add = (code: readonly number[]) => {
    try {
      const text = decoder.decode(new Uint8Array(code));
      if ([...text].length === 1 && !table.has(text)) table.set(text, code);
    } catch {
      // Not a character of this encoding.
    }
  };
  for (let first = 0; first < 256; first++) add([first]);
  if (!/^(windows|iso|koi8|ibm|macintosh)/.test(encoding)) {
    for (let first = 0x81; first < 0xff; first++)
      for (let second = 0x40; second < 0xff; second++) add([first, second]);
  }
  // Some Nodes decode these bytes of windows-1252 as control characters, so they are written out.
  if (encoding === 'windows-1252') {
    for (const [index, letter] of [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'].entries())
      if (letter !== ' ') table.set(letter, [0x80 + index]);
  }
  tables.set(encoding, table);
  return table;
}

/** True where `makeEncoded` can write the text; UTF-8 and UTF-16 write all. */
export function canEncode(text: string, encoding: string): boolean {
  if (encoding.startsWith('utf-')) return true;
  const table = encodingTable(encoding);
  return [...(encoding === 'windows-1258' ? withLooseTones(text) : text)].every((letter) =>
    table.has(letter),
  );
}

/** The text in UTF-16, without a mark of its own. */
export function makeUtf16(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
  return bytes;
}

/** The letters, signs and digits of an encoding, beyond ASCII too; no control characters. */
export function encodableLetters(encoding: string): readonly string[] {
  return [...encodingTable(encoding).keys()].filter(
    (text) =>
      /^[^\p{C}\p{Z}\p{M}"]$/u.test(text) && canEncode(text, encoding) && text === text.normalize('NFC'),
  );
}
