// Walks through the tags of an XML part without building a tree. Never follows a reference, never accepts a DOCTYPE.

/** The XML ends in the middle, or holds what no workbook holds. */
export class BadXml extends Error {}

/**
 * Stops at one tag after the other. After `next`, `name` is its local name (prefixes differ from writer to writer),
 * and `attribute` and `text` tell about it.
 */
export class XmlScanner {
  name = '';
  isClosing = false;
  /** `<c/>`: opened and closed at once. */
  isEmpty = false;
  private position = 0;
  private attributesFrom = 0;
  private attributesTo = 0;
  private depth = 0;

  constructor(private readonly xml: string) {}

  /** Goes to the next tag; false at the end. @throws BadXml where elements are still open there. */
  next(): boolean {
    const { xml } = this;
    for (;;) {
      const open = xml.indexOf('<', this.position);
      if (open === -1) {
        if (this.depth !== 0) throw new BadXml();
        return false;
      }
      const code = xml.charCodeAt(open + 1);
      if (code === exclamation) this.position = this.pastDeclaration(open);
      else if (code === question) this.position = past(xml, '?>', open);
      else {
        this.readTag(open, code === slash);
        return true;
      }
    }
  }

  private pastDeclaration(open: number): number {
    if (this.xml.startsWith('<!--', open)) return past(this.xml, '-->', open + 4);
    if (this.xml.startsWith('<![CDATA[', open)) return past(this.xml, ']]>', open);
    throw new BadXml();
  }

  private readTag(open: number, isClosing: boolean): void {
    const { xml } = this;
    let from = open + (isClosing ? 2 : 1);
    let index = from;
    let code = xml.charCodeAt(index);
    while (code > 0x20 && code !== greater && code !== slash) {
      if (code === colon) from = index + 1;
      code = xml.charCodeAt(++index);
    }
    this.name = xml.slice(from, index);
    this.attributesFrom = index;
    // `>` may stand inside an attribute's quotes.
    let quote = 0;
    while (code !== greater || quote !== 0) {
      if (quote === 0 && (code === doubleQuote || code === singleQuote)) quote = code;
      else if (code === quote) quote = 0;
      // Past the end the code is NaN.
      if (!(code >= 0)) throw new BadXml();
      code = xml.charCodeAt(++index);
    }
    this.isClosing = isClosing;
    this.isEmpty = !isClosing && xml.charCodeAt(index - 1) === slash;
    this.attributesTo = this.isEmpty ? index - 1 : index;
    this.position = index + 1;
    if (isClosing) this.depth--;
    else if (!this.isEmpty) this.depth++;
    if (this.depth < 0) throw new BadXml();
  }

  /** The value of an attribute of this tag by its local name; null without it. */
  attribute(name: string): string | null {
    const { xml, attributesTo } = this;
    let index = this.attributesFrom;
    while (index < attributesTo) {
      while (index < attributesTo && xml.charCodeAt(index) <= 0x20) index++;
      let from = index;
      while (index < attributesTo && xml.charCodeAt(index) !== equals) {
        if (xml.charCodeAt(index) === colon) from = index + 1;
        index++;
      }
      let nameEnd = index;
      while (nameEnd > from && xml.charCodeAt(nameEnd - 1) <= 0x20) nameEnd--;
      index++;
      while (index < attributesTo && xml.charCodeAt(index) <= 0x20) index++;
      const end = xml.indexOf(xml.charAt(index) || '"', index + 1);
      if (end === -1 || end > attributesTo) return null;
      if (nameEnd - from === name.length && xml.startsWith(name, from))
        return decodeReferences(xml.slice(index + 1, end));
      index = end + 1;
    }
    return null;
  }

  /** The three attributes of a cell in one pass: its reference, its type and its style. Cells are nearly all of a workbook. */
  cellAttributes(): { place: string | null; type: string | null; style: string | null } {
    const { xml, attributesTo } = this;
    const found: { place: string | null; type: string | null; style: string | null } = {
      place: null,
      type: null,
      style: null,
    };
    let index = this.attributesFrom;
    while (index < attributesTo) {
      // ` r="A1"`: a blank, a letter, an equals sign and a double quote, as nearly every writer has it.
      const isPlain =
        xml.charCodeAt(index) === space &&
        xml.charCodeAt(index + 2) === equals &&
        xml.charCodeAt(index + 3) === doubleQuote;
      if (!isPlain)
        return { place: this.attribute('r'), type: this.attribute('t'), style: this.attribute('s') };
      let end = index + 4;
      while (end < attributesTo && xml.charCodeAt(end) !== doubleQuote) end++;
      const code = xml.charCodeAt(index + 1);
      if (code === letterR) found.place = xml.slice(index + 4, end);
      else if (code === letterT) found.type = xml.slice(index + 4, end);
      else if (code === letterS) found.style = xml.slice(index + 4, end);
      index = end + 1;
    }
    return found;
  }

  /** The text of `<v>…</v></c>` where exactly that follows a cell's tag, and goes past it; null where anything else follows. */
  takePlainValue(): string | null {
    const { xml, position } = this;
    if (!xml.startsWith('<v>', position)) return null;
    const end = xml.indexOf('<', position + 3);
    if (end === -1 || !xml.startsWith('</v></c>', end)) return null;
    this.position = end + '</v></c>'.length;
    this.depth--;
    return decodeReferences(xml.slice(position + 3, end));
  }

  /** The text between this tag and the next one, with references resolved. */
  text(): string {
    if (this.isEmpty) return '';
    const { xml } = this;
    let text = '';
    let from = this.position;
    for (;;) {
      const open = xml.indexOf('<', from);
      if (open === -1) throw new BadXml();
      text += decodeReferences(xml.slice(from, open));
      this.position = open;
      if (xml.charCodeAt(open + 1) !== exclamation) return text;
      from = this.pastDeclaration(open);
      if (xml.startsWith('<![CDATA[', open)) text += xml.slice(open + 9, from - 3);
    }
  }
}

const space = 0x20;
const letterR = 0x72;
const letterS = 0x73;
const letterT = 0x74;
const exclamation = 0x21;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const slash = 0x2f;
const colon = 0x3a;
const equals = 0x3d;
const greater = 0x3e;
const question = 0x3f;

function past(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from);
  if (found === -1) throw new BadXml();
  return found + end.length;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Text as a cell shows it: `_x000D_` and the like are characters that XML cannot hold, and every line end is one LF. */
export function toCellText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;
  return decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded;
}
