// Walks through the tags of an XML part, on its UTF-8 bytes and without building a tree. Never follows a reference, never accepts a DOCTYPE.
import { decodeReferences, decodeUtf8 } from './cell-text';

/** The XML ends in the middle, or holds what no workbook holds. */
export class BadXml extends Error {}

/** Thrown where the bytes at hand end in the middle of something; more of them are to come. */
export const moreNeeded = Symbol('more bytes needed');

/** The name of a tag or an attribute as the scanner compares it; ASCII only, without a prefix. */
export type XmlName = Uint8Array;

export function toXmlName(name: string): XmlName {
  return Uint8Array.from(name, (letter) => letter.charCodeAt(0));
}

/**
 * Stops at one tag after the other. After `next`, `is` compares its local name (prefixes differ from writer to writer),
 * and `attribute` and `text` tell about it. Positions count in `bytes`.
 */
export class XmlScanner {
  isClosing = false;
  /** `<c/>`: opened and closed at once. */
  isEmpty = false;
  /** Where the scanner stands: behind the last tag or text. */
  position = 0;
  /** Elements that are open there. */
  depth = 0;
  /** Where the tag starts, at its `<`, and where its local name does: between them stand the slash and the prefix. */
  tagFrom = 0;
  nameFrom = 0;
  /** The local name of the attribute that `nextAttribute` went to. */
  attributeFrom = 0;
  attributeTo = 0;
  /** The value that `nextAttribute`, `takePlainValue` or `takePlainText` went to. */
  valueFrom = 0;
  valueTo = 0;
  private nameTo = 0;
  private attributesAt = 0;
  private attributesEnd = 0;

  /** `isLast`: no bytes will follow these. */
  constructor(
    public bytes: Uint8Array,
    /** Where the bytes at hand end. */
    public end = bytes.length,
    private isLast = true,
  ) {}

  /** Goes on with other bytes, from their start; at most up to `end`. */
  continueWith(bytes: Uint8Array, end: number, isLast: boolean): void {
    this.bytes = bytes;
    this.end = end;
    this.isLast = isLast;
    this.position = 0;
  }

  /** Goes to the next tag; false at the end. @throws BadXml where elements are still open there; moreNeeded */
  next(): boolean {
    const { bytes, end } = this;
    for (;;) {
      let open = this.position;
      while (open < end && bytes[open] !== less) open++;
      if (open >= end) {
        if (!this.isLast) throw moreNeeded;
        if (this.depth !== 0) throw new BadXml();
        return false;
      }
      const code = bytes[open + 1];
      if (code === exclamation) this.position = this.pastDeclaration(open);
      else if (code === question) this.position = this.past(instructionEnd, open);
      else {
        this.readTag(open, code === slash);
        return true;
      }
    }
  }

  /** True where the tag has this local name. */
  is(name: XmlName): boolean {
    return this.sameBytes(name, this.nameFrom, this.nameTo);
  }

  private sameBytes(name: XmlName, from: number, to: number): boolean {
    if (to - from !== name.length) return false;
    for (let index = 0; index < name.length; index++)
      if (this.bytes[from + index] !== name[index]) return false;
    return true;
  }

  private pastDeclaration(open: number): number {
    if (this.startsWith(commentStart, open)) return this.past(commentEnd, open + commentStart.length);
    if (this.startsWith(cdataStart, open)) return this.past(cdataEnd, open);
    throw new BadXml();
  }

  private startsWith(wanted: Uint8Array, from: number): boolean {
    if (from + wanted.length > this.end) throw this.ranOut();
    return this.sameBytes(wanted, from, from + wanted.length);
  }

  private past(wanted: Uint8Array, from: number): number {
    const { bytes, end } = this;
    for (
      let at = bytes.indexOf(wanted[0] ?? 0, from);
      at !== -1;
      at = bytes.indexOf(wanted[0] ?? 0, at + 1)
    ) {
      if (at + wanted.length > end) break;
      if (this.sameBytes(wanted, at, at + wanted.length)) return at + wanted.length;
    }
    throw this.ranOut();
  }

  private ranOut(): unknown {
    return this.isLast ? new BadXml() : moreNeeded;
  }

  private readTag(open: number, isClosing: boolean): void {
    const { bytes, end } = this;
    let from = open + (isClosing ? 2 : 1);
    let index = from;
    let code = 0;
    for (; index < end; index++) {
      code = bytes[index] as number;
      if (code <= space || code === greater || code === slash) break;
      if (code === colon) from = index + 1;
    }
    this.tagFrom = open;
    this.nameFrom = from;
    this.nameTo = index;
    this.attributesAt = index;
    // `>` may stand inside an attribute's quotes.
    let quote = 0;
    for (; index < end; index++) {
      code = bytes[index] as number;
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === greater) break;
      else if (code === doubleQuote || code === singleQuote) quote = code;
    }
    if (index >= end) throw this.ranOut();
    this.isClosing = isClosing;
    this.isEmpty = !isClosing && bytes[index - 1] === slash;
    this.attributesEnd = this.isEmpty ? index - 1 : index;
    this.position = index + 1;
    if (isClosing) this.depth--;
    else if (!this.isEmpty) this.depth++;
    if (this.depth < 0) throw new BadXml();
  }

  /** Goes to the tag's next attribute; false after the last. */
  nextAttribute(): boolean {
    const { bytes, attributesEnd } = this;
    let index = this.attributesAt;
    while (index < attributesEnd && (bytes[index] as number) <= space) index++;
    let from = index;
    while (index < attributesEnd && bytes[index] !== equals) {
      if (bytes[index] === colon) from = index + 1;
      index++;
    }
    let to = index;
    while (to > from && (bytes[to - 1] as number) <= space) to--;
    index++;
    while (index < attributesEnd && (bytes[index] as number) <= space) index++;
    const quote = bytes[index];
    let end = index + 1;
    while (end < attributesEnd && bytes[end] !== quote) end++;
    if (end >= attributesEnd) return false;
    this.attributeFrom = from;
    this.attributeTo = to;
    this.valueFrom = index + 1;
    this.valueTo = end;
    this.attributesAt = end + 1;
    return true;
  }

  /** Before the tag's first attribute again. */
  rewindAttributes(): void {
    this.attributesAt = this.nameTo;
  }

  /** True where the attribute that `nextAttribute` went to has this local name. */
  attributeIs(name: XmlName): boolean {
    return this.sameBytes(name, this.attributeFrom, this.attributeTo);
  }

  /** The value of an attribute of this tag by its local name; null without it. */
  attribute(name: XmlName): string | null {
    const start = this.attributesAt;
    let value: string | null = null;
    while (value === null && this.nextAttribute())
      if (this.attributeIs(name))
        value = decodeReferences(decodeUtf8(this.bytes, this.valueFrom, this.valueTo));
    this.attributesAt = start;
    return value;
  }

  /** Goes past `<v>…</v></c>` where exactly that follows a cell's tag; false, and not a step, where anything else does. */
  takePlainValue(): boolean {
    const { bytes, position, end } = this;
    if (bytes[position] !== less || bytes[position + 1] !== letterV || bytes[position + 2] !== greater)
      return false;
    let index = position + 3;
    while (index < end && bytes[index] !== less) index++;
    if (index + plainValueEnd.length > end || !this.startsWith(plainValueEnd, index)) return false;
    this.valueFrom = position + 3;
    this.valueTo = index;
    this.position = index + plainValueEnd.length;
    this.depth--;
    return true;
  }

  /** Goes to the end of the text behind this tag; false, and not a step, where a comment or CDATA is in it. */
  takePlainText(): boolean {
    const { bytes, position, end } = this;
    let index = position;
    if (!this.isEmpty) while (index < end && bytes[index] !== less) index++;
    if (index + 1 >= end) throw this.ranOut();
    if (!this.isEmpty && bytes[index + 1] === exclamation) return false;
    this.valueFrom = position;
    this.valueTo = index;
    this.position = index;
    return true;
  }

  /** The text between this tag and the next one, with references resolved. */
  text(): string {
    let text = '';
    while (!this.takePlainText()) {
      const open = this.bytes.indexOf(less, this.position);
      text += decodeReferences(decodeUtf8(this.bytes, this.position, open));
      this.position = this.pastDeclaration(open);
      if (this.startsWith(cdataStart, open))
        text += decodeUtf8(this.bytes, open + cdataStart.length, this.position - cdataEnd.length);
    }
    return text + decodeReferences(decodeUtf8(this.bytes, this.valueFrom, this.valueTo));
  }
}

const space = 0x20;
const letterV = 0x76;
const exclamation = 0x21;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const slash = 0x2f;
const colon = 0x3a;
const less = 0x3c;
const equals = 0x3d;
const greater = 0x3e;
const question = 0x3f;

const commentStart = toXmlName('<!--');
const commentEnd = toXmlName('-->');
const cdataStart = toXmlName('<![CDATA[');
const cdataEnd = toXmlName(']]>');
const instructionEnd = toXmlName('?>');
const plainValueEnd = toXmlName('</v></c>');
