/**
 * Where Ctrl and an arrow lead in a spreadsheet: the place where a run of filled cells ends, or the next one begins, going from `from` by `step` (1 or -1) up to `last`;
 * `last` where there is none.
 */
export function dataEdge(
  isFilled: (index: number) => boolean,
  from: number,
  step: 1 | -1,
  last: number,
): number {
  if (from === last) return from;
  let at = from + step;
  if (isFilled(from) && isFilled(at)) {
    while (at !== last && isFilled(at + step)) at += step;
    return at;
  }
  while (at !== last && !isFilled(at)) at += step;
  return at;
}
