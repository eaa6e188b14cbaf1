// What a HYPERLINK formula leads to, as far as it is made of texts and of cells. Never runs a formula: anything else is unknown.

/** A piece of an address: a text, or what a cell holds. Places count from 0; `isFixed` parts do not move where a formula is shared. */
export type LinkPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `People[[#This Row],[CV]]`: the cell of this row under a header of the table. */
  | { readonly kind: 'table-cell'; readonly header: string }
  | {
      readonly kind: 'cell';
      /** Null: the formula's own sheet. */
      readonly sheet: string | null;
      readonly row: number;
      readonly column: number;
      readonly isRowFixed: boolean;
      readonly isColumnFixed: boolean;
    };

/** A formula with one HYPERLINK in it. Null instead of parts: they cannot be told. */
export interface LinkFormula {
  readonly target: readonly LinkPart[] | null;
  readonly shown: readonly LinkPart[] | null;
  /** False where the link is one branch of something else, such as an IF: the cell may show another. */
  readonly isWhole: boolean;
}

/** How programs write formulas: Excel `B2` and `,`; OpenDocument `[.B2]` and `;`. */
export type FormulaNotation = 'excel' | 'open-document';

/** A longer formula than Excel takes. */
const longestFormula = 8192;

/**
 * Null where the formula has no HYPERLINK, or one that shows its own address, about which there is nothing to tell.
 * `formula` comes without its `=`.
 */
export function parseLinkFormula(formula: string, notation: FormulaNotation): LinkFormula | null {
  if (formula.length > longestFormula) return null;
  const code = formula.trim();
  const call = /HYPERLINK\s*\(/iy;
  const from = hyperlinkAt(code);
  if (from === -1) return null;
  call.lastIndex = from;
  call.test(code);
  const reader = new PartReader(code, call.lastIndex, notation);
  const target = reader.parts();
  if (target === null || !reader.takes(/[,;]/y))
    return target !== null && reader.takes(/\)/y) ? null : { target: null, shown: null, isWhole: false };
  const shown = reader.parts();
  const isWhole = from === 0 && reader.takes(/\)/y) && reader.isAtEnd;
  return { target, shown, isWhole: isWhole || (from === 0 && shown === null && endsWithCall(code)) };
}

/** What a HYPERLINK formula shows where it says so in so many words; null otherwise. For cells that nobody has calculated. */
export function textOfLinkFormula(formula: string): string | null {
  const opening = /^\s*HYPERLINK\s*\(/i.exec(formula)?.[0];
  if (opening === undefined || formula.length > longestFormula) return null;
  const reader = new PartReader(formula, opening.length, 'excel');
  const target = reader.parts();
  const shown = target !== null && reader.takes(/[,;]/y) ? reader.parts() : target;
  return shown !== null && reader.takes(/\)/y) && reader.isAtEnd ? wordsOf(shown) : null;
}

/** The parts as one text where all of them are texts. */
export function wordsOf(parts: readonly LinkPart[]): string | null {
  return parts.every((part) => part.kind === 'text') ? parts.map(({ text }) => text).join('') : null;
}

/** Where HYPERLINK is called, outside of texts; −1 without. */
function hyperlinkAt(code: string): number {
  const words = /"(?:[^"]|"")*"|[\p{L}\p{N}_.]+/gu;
  for (let found = words.exec(code); found !== null; found = words.exec(code))
    if (/^HYPERLINK$/i.test(found[0]) && /^\s*\(/.test(code.slice(words.lastIndex))) return found.index;
  return -1;
}

/** True where the bracket that the first call opens is the one that ends the formula. */
function endsWithCall(code: string): boolean {
  let depth = 0;
  const signs = /"(?:[^"]|"")*"|[()]/g;
  for (let found = signs.exec(code); found !== null; found = signs.exec(code)) {
    if (found[0] === '(') depth++;
    else if (found[0] === ')' && --depth === 0) return signs.lastIndex === code.length;
  }
  return false;
}

const references: Readonly<Record<FormulaNotation, RegExp>> = {
  excel: /(?:'((?:[^']|'')+)'!|([\p{L}\p{N}_.]+)!)?(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.:([!])/iuy,
  'open-document': /\[(?:\$?(?:'((?:[^']|'')+)'|([^\].'$:]+)))?\.(\$?)([A-Z]{1,3})(\$?)(\d{1,7})\]/iuy,
};

/** Excel nests 64 levels. */
const deepest = 64;

/** A header's `#`, `[`, `]` and `'` stand behind a `'`. */
const tableCell = /[\p{L}_\\][\p{L}\p{N}_.]*\[\[#This Row\],\s*\[((?:[^[\]'#]|'.)+)\]\]/iuy;

class PartReader {
  private depth = 0;

  constructor(
    private readonly code: string,
    private position: number,
    private readonly notation: FormulaNotation,
  ) {}

  get isAtEnd(): boolean {
    return this.code.slice(this.position).trim() === '';
  }

  /** Goes past what `sign` matches here, blanks before it too. */
  takes(sign: RegExp): boolean {
    return this.match(sign) !== null;
  }

  /** Texts and cells joined by `&` or CONCATENATE; null for anything else. */
  parts(): LinkPart[] | null {
    if (this.depth >= deepest) return null;
    this.depth++;
    const parts = this.joinedParts();
    this.depth--;
    return parts;
  }

  private joinedParts(): LinkPart[] | null {
    const parts: LinkPart[] = [];
    do {
      const operand = this.operand();
      if (operand === null) return null;
      parts.push(...operand);
    } while (this.takes(/&/y));
    return parts;
  }

  private operand(): LinkPart[] | null {
    const text = this.match(/"((?:[^"]|"")*)"/y);
    if (text !== null) return [{ kind: 'text', text: (text[1] ?? '').replaceAll('""', '"') }];
    if (this.takes(/(?:_xlfn\.)?CONCAT(?:ENATE)?\s*\(/iy)) return this.joined();
    if (this.takes(/\(/y)) {
      const inner = this.parts();
      return inner !== null && this.takes(/\)/y) ? inner : null;
    }
    const found = this.match(references[this.notation]);
    if (found !== null) return [toCellPart(found)];
    const named = this.notation === 'excel' ? this.match(tableCell) : null;
    if (named !== null) return [{ kind: 'table-cell', header: (named[1] ?? '').replace(/'(.)/g, '$1') }];
    const number = this.match(/\d{1,15}(?![\d.:!])/y);
    return number === null ? null : [{ kind: 'text', text: number[0] }];
  }

  private joined(): LinkPart[] | null {
    const all: LinkPart[] = [];
    do {
      const parts = this.parts();
      if (parts === null) return null;
      all.push(...parts);
    } while (this.takes(/[,;]/y));
    return this.takes(/\)/y) ? all : null;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    while (this.code[this.position] === ' ' || this.code[this.position] === '\n') this.position++;
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.code);
    if (found !== null) this.position = pattern.lastIndex;
    return found;
  }
}

function toCellPart(found: RegExpExecArray): LinkPart {
  const [, quoted, plain, columnSign, letters = '', rowSign, row] = found;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return {
    kind: 'cell',
    sheet: quoted?.replaceAll("''", "'") ?? plain ?? null,
    row: Number(row) - 1,
    column: column - 1,
    isRowFixed: rowSign === '$',
    isColumnFixed: columnSign === '$',
  };
}
