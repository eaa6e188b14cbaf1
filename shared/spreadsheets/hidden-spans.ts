// The columns that a worksheet hides, from its <col> tags. Never sized by what they claim: spans often reach to the sheet's edge.
import { maxColumnCount } from './sheet-rows';
import { isTrue } from './workbook-parts';
import { toXmlName, type XmlScanner } from './xml-scanner';

const names = {
  hidden: toXmlName('hidden'),
  first: toXmlName('min'),
  last: toXmlName('max'),
  width: toXmlName('width'),
};

/** Adds the columns (0-based, inclusive) of the tag at which the scanner stands, where they are hidden. */
export function addHiddenSpan(scanner: XmlScanner, spans: (readonly [number, number])[]): void {
  // A column that is drawn so narrow that nobody sees it is hidden too.
  if (!isTrue(scanner.attribute(names.hidden)) && scanner.attribute(names.width) !== '0') return;
  const first = Number(scanner.attribute(names.first));
  const last = Number(scanner.attribute(names.last));
  if (first >= 1 && last >= first && spans.length < maxColumnCount) spans.push([first - 1, last - 1]);
}
