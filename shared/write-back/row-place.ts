// Where rows and cells of a sheet stand, told or counted on (ECMA-376, part 1, 18.3.1.73 and 18.3.1.4). The reader goes by the same rules.
import { decodeUtf8 } from '../spreadsheets/cell-text';
import { columnAt, digitsAt } from '../spreadsheets/place-bytes';
import { toXmlName, type XmlScanner } from '../spreadsheets/xml-scanner';

const reference = toXmlName('r');

/** Follows the tags of rows and cells. */
export class RowPlace {
  /** Excel's number of the row that was opened last; 0 before the first. */
  rowNumber = 0;
  /** 0-based column of the cell that was opened last. */
  column = -1;

  /** At the tag of a row. */
  openRow(scanner: XmlScanner): void {
    const told = scanner.attribute(reference);
    this.rowNumber = told === null ? this.rowNumber + 1 : Number(told);
    this.column = -1;
  }

  /** At the tag of a cell. */
  openCell(scanner: XmlScanner): void {
    this.column++;
    while (scanner.nextAttribute()) {
      if (!scanner.attributeIs(reference)) continue;
      const { bytes, valueFrom, valueTo } = scanner;
      const told = columnAt(bytes, valueFrom, digitsAt(bytes, valueFrom, valueTo));
      if (told >= 0) this.column = told;
      break;
    }
    scanner.rewindAttributes();
  }
}

/** The tag's prefix with its colon, as in `x:row`; '' where it has none. */
export function prefixOf({ bytes, tagFrom, nameFrom, isClosing }: XmlScanner): string {
  return decodeUtf8(bytes, tagFrom + (isClosing ? 2 : 1), nameFrom);
}
