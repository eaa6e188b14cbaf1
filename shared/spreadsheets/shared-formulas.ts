// Formulas of cells, also of those that only say "the same as there": Excel writes a formula that was filled down once. Never runs one.
import type { CellFormula } from './sheet-links';
import { toXmlName, type XmlScanner } from './xml-scanner';

const sharedIndex = toXmlName('si');

/** What is kept of formulas that other cells share. */
export class SharedFormulas {
  private readonly written = new Map<string, { text: string; rowNumber: number; column: number }>();

  /** The formula at whose tag the scanner stands; null without one. May be read twice. @throws moreNeeded */
  read(scanner: XmlScanner, rowNumber: number, column: number): CellFormula | null {
    const index = scanner.attribute(sharedIndex);
    const text = scanner.text();
    if (index === null || text !== '') {
      // Only links are asked for again.
      if (index !== null && /HYPERLINK/i.test(text)) this.written.set(index, { text, rowNumber, column });
      return text === '' ? null : { text, rowOffset: 0, columnOffset: 0 };
    }
    const source = this.written.get(index);
    if (source === undefined) return null;
    return {
      text: source.text,
      rowOffset: rowNumber - source.rowNumber,
      columnOffset: column - source.column,
    };
  }
}
