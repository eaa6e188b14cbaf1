/** What the measurements have in common: the middle value, and a table in the terminal. */

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * @param {string} title
 * @param {string[]} header
 * @param {string[][]} rows
 */
export function printTable(title, header, rows) {
  const widths = header.map((cell, index) =>
    Math.max(...[cell, ...rows.map((row) => row[index])].map(({ length }) => length)),
  );
  const toLine = (row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[index]) : cell.padStart(widths[index])))
      .join('  ');
  process.stdout.write(`\n${title}\n${[header, ...rows].map((row) => `  ${toLine(row)}\n`).join('')}`);
}
