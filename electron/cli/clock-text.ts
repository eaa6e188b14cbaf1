// Times as the terminal says them: of this computer's zone, with seconds, since people compare them with what they see in Flowmingo.

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** "14:52:31". */
export function toClockText(ms: number): string {
  return clock.format(ms);
}

/** "3 February 2026". */
export function toDayText(ms: number): string {
  return day.format(ms);
}

/** "14:52:31" of the day of `referenceMs`; of any other day, "14:52:31 on 3 February 2026". */
export function toMomentText(ms: number, referenceMs: number): string {
  return day.format(ms) === day.format(referenceMs)
    ? clock.format(ms)
    : `${clock.format(ms)} on ${day.format(ms)}`;
}
