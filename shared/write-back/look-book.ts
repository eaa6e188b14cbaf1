// The looks of our cells: each is the look of the cell beside it with another number format, appended to the workbook's own list.
// Never changes a look that is there: cells name looks by their place in the list.
import { decodeUtf8 } from '../spreadsheets/cell-text';
import { toXmlName, type XmlName, XmlScanner } from '../spreadsheets/xml-scanner';
import { prefixOf } from './row-place';
import { type Splice, spliced } from './splice';

const names = {
  styleSheet: toXmlName('styleSheet'),
  formats: toXmlName('numFmts'),
  format: toXmlName('numFmt'),
  formatId: toXmlName('numFmtId'),
  formatCode: toXmlName('formatCode'),
  fonts: toXmlName('fonts'),
  font: toXmlName('font'),
  underline: toXmlName('u'),
  looks: toXmlName('cellXfs'),
  look: toXmlName('xf'),
  fontId: toXmlName('fontId'),
  fillId: toXmlName('fillId'),
  borderId: toXmlName('borderId'),
  count: toXmlName('count'),
};

/** Excel's built-in format Text: zeros stay when somebody edits such a cell. */
const textFormat = 49;
/** Ids below this are built in (ECMA-376, part 1, 18.8.30). */
const firstOwnFormat = 164;
/** As in our own workbooks: four-digit years and 24 hours are read alike everywhere. */
const timeFormatCode = 'yyyy\\-mm\\-dd\\ hh:mm:ss';
/** Excel takes 65,490 looks; close to that no more are made, and our cells look as cells do by default. */
const maxLooks = 64_000;

export type LookKind = 'text' | 'time';

interface Look {
  readonly fontId: number;
  readonly fillId: number;
  readonly borderId: number;
}

/** A list in the part: where it ends, where its count stands, and how it writes its names. */
interface ListPlace {
  readonly endAt: number;
  readonly countAt: readonly [number, number] | null;
  readonly prefix: string;
  readonly count: number;
}

/** Reads the part at once; `toBytes` gives it back with the looks that were asked for. */
export class LookBook {
  private readonly looks: Look[] = [];
  private readonly underlined = new Set<number>();
  private readonly madeLooks = new Map<string, number>();
  private readonly added: string[] = [];
  private looksPlace: ListPlace | null = null;
  private formatsPlace: ListPlace | null = null;
  /** Behind the root's tag, where the list of formats goes if there is none. */
  private rootEnd = 0;
  private rootPrefix = '';
  private timeFormatId: number | null = null;
  private lastFormatId = firstOwnFormat - 1;
  private usesNewFormat = false;

  /** @throws BadXml */
  constructor(private readonly xml: Uint8Array) {
    const scanner = new XmlScanner(xml);
    while (scanner.next()) {
      if (scanner.isClosing) continue;
      if (scanner.is(names.styleSheet)) {
        this.rootEnd = scanner.position;
        this.rootPrefix = prefixOf(scanner);
      } else if (scanner.is(names.formats)) this.formatsPlace = this.readFormats(scanner);
      else if (scanner.is(names.fonts)) this.readFonts(scanner);
      else if (scanner.is(names.looks)) this.looksPlace = this.readLooks(scanner);
    }
  }

  /** False where the workbook has no list of looks: then our cells have none either, and times are texts. */
  get canAdd(): boolean {
    return this.looksPlace !== null;
  }

  /** True where cells of that look are underlined, as links are. */
  isUnderlined(style: number): boolean {
    return this.underlined.has(this.looks[style]?.fontId ?? -1);
  }

  /** The place in the list of a look like `beside`, for a text or a time. Underlined, as links are, our cells never are. */
  lookBeside(beside: number, kind: LookKind): number {
    const key = `${beside} ${kind}`;
    const made = this.madeLooks.get(key);
    if (made !== undefined) return made;
    const place = this.looks.length + this.added.length;
    if (place >= maxLooks || this.looksPlace === null) return 0;
    const plain = this.looks[0];
    const { fontId, fillId, borderId } = this.looks[beside] ?? plain ?? { fontId: 0, fillId: 0, borderId: 0 };
    const font = this.underlined.has(fontId) ? (plain?.fontId ?? 0) : fontId;
    const format = kind === 'text' ? textFormat : this.needTimeFormat();
    const place0 = this.looksPlace;
    this.added.push(
      `<${place0.prefix}xf numFmtId="${format}" fontId="${font}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>`,
    );
    this.madeLooks.set(key, place);
    return place;
  }

  /** The part with what was added, or null where nothing was. */
  toBytes(): Uint8Array | null {
    if (this.added.length === 0 || this.looksPlace === null) return null;
    const splices: Splice[] = [...appended(this.looksPlace, this.added.join(''), this.added.length)];
    if (this.usesNewFormat) {
      const { formatsPlace, timeFormatId, rootPrefix } = this;
      const prefix = formatsPlace?.prefix ?? rootPrefix;
      const format = `<${prefix}numFmt numFmtId="${timeFormatId}" formatCode="${timeFormatCode}"/>`;
      if (formatsPlace === null)
        splices.push({
          from: this.rootEnd,
          to: this.rootEnd,
          text: `<${prefix}numFmts count="1">${format}</${prefix}numFmts>`,
        });
      else splices.push(...appended(formatsPlace, format, 1));
    }
    return spliced(this.xml, splices);
  }

  private needTimeFormat(): number {
    if (this.timeFormatId === null) {
      this.timeFormatId = this.lastFormatId + 1;
      this.usesNewFormat = true;
    }
    return this.timeFormatId;
  }

  private readFormats(scanner: XmlScanner): ListPlace | null {
    return this.readList(scanner, names.formats, () => {
      if (!scanner.is(names.format)) return;
      const id = Number(scanner.attribute(names.formatId));
      if (scanner.attribute(names.formatCode) === timeFormatCode) this.timeFormatId = id;
      if (id > this.lastFormatId) this.lastFormatId = id;
    });
  }

  private readFonts(scanner: XmlScanner): void {
    let font = -1;
    this.readList(scanner, names.fonts, () => {
      if (scanner.is(names.font)) font++;
      else if (scanner.is(names.underline)) this.underlined.add(font);
    });
  }

  private readLooks(scanner: XmlScanner): ListPlace | null {
    const numberOf = (name: XmlName) => Number(scanner.attribute(name) ?? '0');
    return this.readList(scanner, names.looks, () => {
      if (scanner.is(names.look))
        this.looks.push({
          fontId: numberOf(names.fontId),
          fillId: numberOf(names.fillId),
          borderId: numberOf(names.borderId),
        });
    });
  }

  /** Walks to the end of the list whose tag this is; null where it is empty. */
  private readList(scanner: XmlScanner, name: XmlName, onTag: () => void): ListPlace | null {
    if (scanner.isEmpty) return null;
    const prefix = prefixOf(scanner);
    const countAt = placeOf(scanner, names.count);
    const count = countAt === null ? 0 : Number(decodeUtf8(this.xml, ...countAt));
    while (scanner.next()) {
      if (scanner.isClosing && scanner.is(name)) return { endAt: scanner.tagFrom, countAt, prefix, count };
      if (!scanner.isClosing) onTag();
    }
    return null;
  }
}

/** More at the end of a list, and counted. */
function* appended({ endAt, countAt, count }: ListPlace, text: string, more: number): Generator<Splice> {
  if (countAt !== null) yield { from: countAt[0], to: countAt[1], text: String(count + more) };
  yield { from: endAt, to: endAt, text };
}

/** Where the value of an attribute of this tag stands; null without it. */
function placeOf(scanner: XmlScanner, name: XmlName): [number, number] | null {
  return scanner.attribute(name) === null ? null : [scanner.valueFrom, scanner.valueTo];
}
