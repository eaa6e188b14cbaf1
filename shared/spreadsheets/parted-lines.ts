// Lists of some hundred words, as lines that a person can still look over. Never changes a word.

/** The words of the lines, which are parted by bars with a blank on each side. */
export function parted(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' | '));
}
