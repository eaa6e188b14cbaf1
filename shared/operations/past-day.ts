// A day in the past as people say it. Pure, by the computer's own calendar.

const dayMs = 24 * 60 * 60 * 1000;
/** From here on a count of days says less than the date. */
const longAgoDays = 60;

const longDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** The calendar day as a count, so that days can be compared across a change of clocks. */
function dayNumber(ms: number): number {
  const date = new Date(ms);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs);
}

/** "today", "yesterday", "9 days ago"; null where that was long ago, or lies ahead: then the date says it. */
export function toDaysAgo(atMs: number, nowMs: number): string | null {
  const days = dayNumber(nowMs) - dayNumber(atMs);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return days > 1 && days <= longAgoDays ? `${days} days ago` : null;
}

/** "20 November 2026". */
export function toLongDay(atMs: number): string {
  return longDay.format(atMs);
}
