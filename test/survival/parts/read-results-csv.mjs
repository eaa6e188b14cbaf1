/** A results file as rows by header. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** @param {string} file @returns {Record<string, string>[]} */
export function readResultsCsv(file) {
  const { data, errors } = Papa.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  return data;
}
