// The readers of text that the bench compares, the same in Node and in a browser's worker.
import Papa from 'papaparse';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';

/** What one reading took, and how many rows it gave. */
export interface TextMeasurement {
  readonly tookMs: number;
  readonly rowCount: number;
}

/**
 * Reads the file once. papaparse is given the text already decoded and told the delimiter; ours gets the bytes, and finds
 * out the encoding, the delimiter and every damage by itself.
 */
export async function measureTextReader(reader: string, bytes: Uint8Array): Promise<TextMeasurement> {
  if (reader === 'papaparse') {
    const text = new TextDecoder().decode(bytes);
    const startedAtMs = performance.now();
    const { data } = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true });
    return { tookMs: performance.now() - startedAtMs, rowCount: data.length };
  }
  const startedAtMs = performance.now();
  const opened = await openSpreadsheet({ fileName: 'people.csv', bytes });
  return { tookMs: performance.now() - startedAtMs, rowCount: opened.sheets[0]?.rows.length ?? 0 };
}
