/** The findings as a table for the terminal: experiment, bar, measured, ok or NOT, and below it what was wrong. */

/** A bar or a measurement that is longer goes on in the next line. */
const columnWidth = 60;
/** More of one kind says nothing new; the report has them all. */
const detailsShown = 12;

/**
 * @param {string} size
 * @param {import('../run-survival.mjs').Finding[]} findings
 */
export function toSurvivalTable(size, findings) {
  const cells = [
    ['experiment', 'bar', 'measured', 'ok'],
    ...findings.map(({ name, bar, measured, ok }) => [name, bar, measured, ok ? 'ok' : 'NOT']),
  ];
  const lines = cells.map((row) => row.map((cell) => wrap(cell, columnWidth)));
  const widths = cells[0].map((_, column) =>
    Math.max(...lines.flatMap((row) => row[column].map((line) => line.length))),
  );
  const table = lines.flatMap((row) =>
    Array.from({ length: Math.max(...row.map((cell) => cell.length)) }, (_, line) =>
      `  ${row.map((cell, column) => (cell[line] ?? '').padEnd(widths[column])).join('  ')}`.trimEnd(),
    ),
  );
  const wrong = findings
    .filter(({ ok }) => !ok)
    .flatMap(({ name, details = [] }) => [
      `\n${name} is NOT as it must be:`,
      ...details.slice(0, detailsShown - 1).map((detail) => `  ${detail}`),
      ...(details.length > detailsShown
        ? [`  and ${details.length - detailsShown} more in test-results/survival.json`]
        : []),
      ...(details.length >= detailsShown ? [`  ${details.at(-1)}`] : []),
    ]);
  return `${[`Survival, ${size} size`, ...table, ...wrong].join('\n')}\n`;
}

function wrap(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== '' && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
