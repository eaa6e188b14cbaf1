// What a HYPERLINK formula of an old workbook leads to, from its tokens ([MS-XLS] 2.5.198). Never runs a formula: what is no text, cell or & is unknown.
import { BadBiff, BiffBytes } from './biff-records';
import { type LinkFormula, type LinkPart, wordsOf } from './link-formula';

const token = {
  sharedWith: 0x01,
  join: 0x08,
  bracket: 0x15,
  text: 0x17,
  remark: 0x19,
  whole: 0x1e,
  call: 0x22,
  cell: 0x24,
  movedCell: 0x2c,
} as const;
const hyperlinkFunction = 359;
const concatenateFunction = 336;

type Parts = readonly LinkPart[];

/** Where the formula of this cell is written, where it shares that of others: `row,column`. Null where it has its own. */
export function sharedPlaceOf(tokens: Uint8Array): string | null {
  if (tokens[0] !== token.sharedWith || tokens.length < 5) return null;
  const bytes = new BiffBytes(tokens.subarray(1));
  return `${bytes.word()},${bytes.word()}`;
}

/** The formula where it calls HYPERLINK and shows another text than its address; else null. `row` and `column` are the cell's, from 0. */
export function linkFormulaOf(tokens: Uint8Array, row: number, column: number): LinkFormula | null {
  const call = hyperlinkAt(tokens);
  if (call === -1) return null;
  if (call < tokens.length - callBytes) return { ...unknown, isWhole: false };
  const stack: (Parts | null)[] = [];
  const bytes = new BiffBytes(tokens.subarray(0, call));
  while (bytes.left > 0) if (!readToken(bytes, stack, row, column)) return unknown;
  const [target = null, shown = null] = stack;
  return { target, shown, isWhole: true };
}

/** What a HYPERLINK formula shows where it says so in so many words; null otherwise. For cells that nobody has calculated. */
export function textOfLinkTokens(tokens: Uint8Array): string | null {
  const call = Math.max(hyperlinkAt(tokens, 1), hyperlinkAt(tokens, 2));
  if (call === -1 || call !== tokens.length - callBytes) return null;
  const stack: (Parts | null)[] = [];
  const bytes = new BiffBytes(tokens.subarray(0, call));
  while (bytes.left > 0) if (!readToken(bytes, stack, 0, 0)) return null;
  return wordsOf(stack.at(-1) ?? [{ kind: 'table-cell', header: '' }]);
}

const callBytes = 4;

/** Where HYPERLINK is called with so many arguments; −1 without. With one, the cell shows its own address. */
function hyperlinkAt(tokens: Uint8Array, count = 2): number {
  for (let at = tokens.length - callBytes; at > 0; at--)
    if (
      classless(tokens[at] as number) === token.call &&
      tokens[at + 1] === count &&
      (tokens[at + 2] as number) + (tokens[at + 3] as number) * 256 === hyperlinkFunction
    )
      return at;
  return -1;
}

const unknown: LinkFormula = { target: null, shown: null, isWhole: true };

/** Tokens of operands come in three classes that mean the same here. */
function classless(code: number): number {
  return code >= 0x40 ? (code & 0x1f) | 0x20 : code;
}

/** False for a token that is not known: where it ends is not known either. @throws BadBiff */
function readToken(bytes: BiffBytes, stack: (Parts | null)[], row: number, column: number): boolean {
  switch (classless(bytes.byte())) {
    case token.text:
      stack.push([{ kind: 'text', text: bytes.text(bytes.byte()) }]);
      return true;
    case token.whole:
      stack.push([{ kind: 'text', text: String(bytes.word()) }]);
      return true;
    case token.cell:
      stack.push([cellAt(bytes.word(), bytes.word() & 0xff)]);
      return true;
    case token.movedCell:
      stack.push([movedCell(bytes.word(), bytes.word(), row, column)]);
      return true;
    case token.join:
      joinLast(stack, 2);
      return true;
    case token.bracket:
      return true;
    case token.remark:
      // Blanks between signs. A choice or a jump has a length of its own.
      if ((bytes.byte() & 0x40) === 0) return false;
      bytes.skip(2);
      return true;
    case token.call: {
      const count = bytes.byte();
      if (bytes.word() !== concatenateFunction) return false;
      joinLast(stack, count);
      return true;
    }
    default:
      return false;
  }
}

function joinLast(stack: (Parts | null)[], count: number): void {
  if (stack.length < count) throw new BadBiff();
  const parts = stack.splice(stack.length - count);
  stack.push(parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []));
}

function cellAt(row: number, column: number): LinkPart {
  return { kind: 'cell', sheet: null, row, column, isRowFixed: true, isColumnFixed: true };
}

const rowMoves = 0x8000;
const columnMoves = 0x4000;

/** In a shared formula a place that moves is told by its distance, and leaves the sheet on the other side. */
function movedCell(row: number, columnWord: number, fromRow: number, fromColumn: number): LinkPart {
  const column = columnWord & 0xff;
  return cellAt(
    columnWord & rowMoves ? (fromRow + row) & 0xffff : row,
    columnWord & columnMoves ? (fromColumn + column) & 0xff : column,
  );
}
