// What a header has beside one that is remembered, in words for the screen and the terminal.

/** More headers than this are counted, not named. */
const mostNamed = 3;

/** "“Stand”, “Booth”, “Hall” and 2 more" */
export function namedHeaders(headers: readonly string[]): string {
  const shown = headers.slice(0, mostNamed).map((header) => `“${header}”`);
  const rest = headers.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** "“Stand” is missing, “Booth” and 2 more are new"; of headers that are the same, that their order is not. */
export function headerDifference({
  missing,
  added,
}: {
  readonly missing: readonly string[];
  readonly added: readonly string[];
}): string {
  const parts = [
    ...(missing.length === 0
      ? []
      : [`${namedHeaders(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`]),
    ...(added.length === 0 ? [] : [`${namedHeaders(added)} ${added.length === 1 ? 'is' : 'are'} new`]),
  ];
  return parts.length === 0 ? 'their order is another, and two have the same name' : parts.join(', ');
}
