// The readers of text that the bench compares, the same in Node and in a browser's worker.
import Papa from 'papaparse';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';

/** What one reading took, and how many rows it gave. */
export interface TextMeasurement {
  readonly tookMs: number;
  readonly rowCount: number;
}

/**
 * Reads the file once. papaparse is given the text already decoded (`papaparse`), or the bytes are decoded for it, with both
 * the encoding and the delimiter told; ours gets the bytes, and finds out these two and every damage by itself.
 */
export async function measureTextReader(reader: string, bytes: Uint8Array): Promise<TextMeasurement> {
  if (reader !== 'ours') {
    const askedAtMs = performance.now();
    const text = new TextDecoder().decode(bytes);
    const startedAtMs = reader === 'papaparse' ? performance.now() : askedAtMs;
    const { data } = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true });
    return { tookMs: performance.now() - startedAtMs, rowCount: data.length };
  }
  const startedAtMs = performance.now();
  const opened = await openSpreadsheet({ fileName: 'people.csv', bytes });
  return { tookMs: performance.now() - startedAtMs, rowCount: opened.sheets[0]?.rows.length ?? 0 };
}
