// The table of strings that cells point to. Rich text is joined; readings beside ideographs (phonetic runs) are left out.
import { decodeReferences, decodeUtf8, toCellText } from './cell-text';
import type { PartWalker } from './scan-part';
import { TextBatch } from './text-batch';
import { toXmlName, type XmlName, XmlScanner } from './xml-scanner';

const stringName = toXmlName('si');
const textName = toXmlName('t');
const phoneticName = toXmlName('rPh');

/** Collects the strings of `sharedStrings.xml`; they are complete once the part has been walked to its end. */
export class SharedStrings implements PartWalker {
  readonly scanner = new XmlScanner(new Uint8Array(0));
  readonly strings: string[] = [];
  private readonly batch = new TextBatch(this.strings);

  step(): boolean {
    const { scanner, batch, strings } = this;
    if (!scanner.next()) {
      batch.flush();
      return false;
    }
    if (scanner.isClosing || !scanner.is(stringName)) return true;
    const text = readText(scanner, stringName);
    const place = strings.push(text ?? '') - 1;
    if (text === null) batch.add(scanner.bytes, scanner.valueFrom, scanner.valueTo, place);
    if (batch.isFull) batch.flush();
    return true;
  }
}

/**
 * The cell text inside this element, which the scanner leaves. Null where it is one plain text, which then stands between
 * `valueFrom` and `valueTo`, to be decoded with many others.
 * @throws BadXml, moreNeeded
 */
export function readText(scanner: XmlScanner, element: XmlName): string | null {
  if (scanner.isEmpty) return '';
  let joined = '';
  let from = -1;
  let to = -1;
  let inPhonetic = false;
  while (scanner.next() && !(scanner.isClosing && scanner.is(element))) {
    if (scanner.is(phoneticName)) inPhonetic = !scanner.isClosing && !scanner.isEmpty;
    if (scanner.isClosing || inPhonetic || !scanner.is(textName)) continue;
    if (from === -1 && joined === '' && scanner.takePlainText()) {
      from = scanner.valueFrom;
      to = scanner.valueTo;
      continue;
    }
    if (from !== -1) joined = decodeReferences(decodeUtf8(scanner.bytes, from, to));
    from = -1;
    joined += scanner.text();
  }
  if (from === -1) return toCellText(joined);
  scanner.valueFrom = from;
  scanner.valueTo = to;
  return null;
}
