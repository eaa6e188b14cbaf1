// The `col` tags of a sheet with ours among them (ECMA-376, part 1, 18.3.1.13). A tag for a span of columns that ours lie in is parted:
// what it says of the others stays. Never lets a hidden span hide our columns.
import { decodeUtf8 } from '../spreadsheets/cell-text';
import { toXmlName, type XmlScanner } from '../spreadsheets/xml-scanner';

const names = { first: toXmlName('min'), last: toXmlName('max') };

/** A column of ours; 0-based. */
export interface ColumnWidth {
  readonly column: number;
  /** In characters. */
  readonly width: number;
}

/** What Excel adds to a width in characters for the room around them. */
const widthPadding = 0.7109375;

export class ColumnTags {
  private readonly waiting: ColumnWidth[];
  private readonly first: number;
  private readonly last: number;

  /** Ascending and without gaps. */
  constructor(widths: readonly ColumnWidth[]) {
    this.waiting = [...widths];
    this.first = (widths[0]?.column ?? 0) + 1;
    this.last = (widths.at(-1)?.column ?? 0) + 1;
  }

  /** What is to stand instead of this tag, or of the whole element; null where it stays as it is. */
  take(scanner: XmlScanner): { readonly markup: string; readonly replaces: 'tag' | 'element' } | null {
    const from = Number(scanner.attribute(names.first));
    const to = Number(scanner.attribute(names.last));
    if (to < this.first) return null;
    const prefix = decodeUtf8(scanner.bytes, scanner.tagFrom + 1, scanner.nameFrom);
    const ours = this.rest(prefix);
    const tag = decodeUtf8(scanner.bytes, scanner.tagFrom, scanner.position);
    if (from > this.last) return ours === '' ? null : { markup: ours + tag, replaces: 'tag' };
    const left = from < this.first ? withEnds(tag, from, this.first - 1) : '';
    const right = to > this.last ? withEnds(tag, this.last + 1, to) : '';
    return { markup: left + ours + right, replaces: 'element' };
  }

  /** The tags of ours that have not been given out. */
  rest(prefix: string): string {
    return this.waiting
      .splice(0)
      .map(
        ({ column, width }) =>
          `<${prefix}col min="${column + 1}" max="${column + 1}" width="${width + widthPadding}" customWidth="1"/>`,
      )
      .join('');
  }
}

function withEnds(tag: string, from: number, to: number): string {
  return tag
    .replace(/\/?>$/, '/>')
    .replace(/(\smin\s*=\s*)(["']).*?\2/, `$1"${from}"`)
    .replace(/(\smax\s*=\s*)(["']).*?\2/, `$1"${to}"`);
}
