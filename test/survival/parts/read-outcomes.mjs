/** The outcome of each address in a file of results, in the file's order. */
import { readResultsCsv } from './read-results-csv.mjs';

/** @param {string} file @returns {{ email: string, outcome: string }[]} */
export const readOutcomes = (file) =>
  readResultsCsv(file).map((row) => ({ email: row.Email, outcome: row.Outcome }));
