// Days in the past as people say them. Pure, by the computer's own calendar.

const dayMs = 24 * 60 * 60 * 1000;
/** From here on a count of days says less than the date. */
const longAgoDays = 60;

const longDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** The calendar day as a count, so that days can be compared across a change of clocks. */
function dayNumber(ms: number): number {
  const date = new Date(ms);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs);
}

export interface PastDay {
  /** "today", "yesterday", "9 days ago"; null where that was long ago, or lies ahead: then the date says it. */
  readonly daysAgo: string | null;
  /** "20 November 2026". */
  readonly date: string;
}

/** Words for moments, seen from `nowMs`. A day is put into words once: thousands of rows share a few. */
export function createPastDays(nowMs: number): (atMs: number) => PastDay {
  const today = dayNumber(nowMs);
  const known = new Map<number, PastDay>();
  return (atMs) => {
    const day = dayNumber(atMs);
    const before = known.get(day);
    if (before !== undefined) return before;
    const words = { daysAgo: toDaysAgo(today - day), date: longDay.format(atMs) };
    known.set(day, words);
    return words;
  };
}

function toDaysAgo(days: number): string | null {
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return days > 1 && days <= longAgoDays ? `${days} days ago` : null;
}
