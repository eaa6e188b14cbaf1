import { localized } from './display-locale';
import { formatNumber } from './format-number';

/** "09:42" where days have 24 hours, "9:42 AM" where they have twice 12. */
const hourOf = (locale: string) =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ? 'numeric' : '2-digit';
const dateFormat = (options: Intl.DateTimeFormatOptions) =>
  localized((locale) => new Intl.DateTimeFormat(locale, options));
const clock = localized(
  (locale) => new Intl.DateTimeFormat(locale, { hour: hourOf(locale), minute: '2-digit' }),
);
const clockWithSeconds = localized(
  (locale) => new Intl.DateTimeFormat(locale, { hour: hourOf(locale), minute: '2-digit', second: '2-digit' }),
);
const weekday = dateFormat({ weekday: 'short', day: 'numeric', month: 'short' });
const shortDay = dateFormat({ day: 'numeric', month: 'short' });
const shortDayOfYear = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const longDay = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' });
const spokenDay = dateFormat({ weekday: 'long', day: 'numeric', month: 'long' });
const weekdayAlone = dateFormat({ weekday: 'short' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The local day as a count, so that days can be compared across a change of clocks. */
function dayNumber(ms: number): number {
  const date = new Date(ms);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs);
}

function isSameYear(ms: number, nowMs: number): boolean {
  return new Date(ms).getFullYear() === new Date(nowMs).getFullYear();
}

/** "14:46". */
export function formatTime(ms: number): string {
  return clock().format(ms);
}

/** "14:52:31", for what happened to one row. */
export function formatExactTime(ms: number): string {
  return clockWithSeconds().format(ms);
}

/** "14:52:31", and with the day where it is not today: "20 Mar, 14:52:31". */
export function formatExactMoment(ms: number, nowMs: number): string {
  if (dayNumber(ms) === dayNumber(nowMs)) return clockWithSeconds().format(ms);
  return `${(isSameYear(ms, nowMs) ? shortDay() : shortDayOfYear()).format(ms)}, ${clockWithSeconds().format(ms)}`;
}

/** "30 September 2026". */
export function formatDay(ms: number): string {
  return longDay().format(ms);
}

/** "30 Sep 2026", where there is little room. */
export function formatShortDay(ms: number): string {
  return shortDayOfYear().format(ms);
}

/** "Today 09:42", "Yesterday 16:20", "Mon, 17 Mar", and with the year where it is another. */
export function formatMoment(ms: number, nowMs: number): string {
  const daysAgo = dayNumber(nowMs) - dayNumber(ms);
  if (daysAgo === 0) return `Today ${clock().format(ms)}`;
  if (daysAgo === 1) return `Yesterday ${clock().format(ms)}`;
  return isSameYear(ms, nowMs) ? weekday().format(ms) : shortDayOfYear().format(ms);
}

/** "today at 08:31", "yesterday at 08:31", "Monday 17 March", "17 March 2025": inside a sentence. */
export function formatSpokenDay(ms: number, nowMs: number): string {
  const daysAgo = dayNumber(nowMs) - dayNumber(ms);
  if (daysAgo === 0) return `today at ${clock().format(ms)}`;
  if (daysAgo === 1) return `yesterday at ${clock().format(ms)}`;
  return isSameYear(ms, nowMs) ? spokenDay().format(ms) : longDay().format(ms);
}

/** "Mon", or the day where that is more than six days ago: "17 Mar". */
export function formatSinceDay(ms: number, nowMs: number): string {
  return dayNumber(nowMs) - dayNumber(ms) < 7 ? weekdayAlone().format(ms) : formatDayOfYear(ms, nowMs);
}

/** "21 Mar": one day of this year, and with the year where it is another. */
export function formatDayOfYear(ms: number, nowMs: number): string {
  return (isSameYear(ms, nowMs) ? shortDay() : shortDayOfYear()).format(ms);
}

/** "21 Mar, 14:46", and with the year where it is another. */
export function formatDayAndTime(ms: number, nowMs: number): string {
  return `${(isSameYear(ms, nowMs) ? shortDay() : shortDayOfYear()).format(ms)}, ${clock().format(ms)}`;
}

/** "in 6 months", "in 6 days", "3 hours ago". */
export function formatDistance(ms: number, nowMs: number): string {
  const days = dayNumber(ms) - dayNumber(nowMs);
  if (Math.abs(days) >= 60) return relative.format(Math.round(days / 30.44), 'month');
  if (days !== 0) return relative.format(days, 'day');
  const hours = Math.trunc((ms - nowMs) / hourMs);
  return hours === 0 ? 'now' : relative.format(hours, 'hour');
}

/** Time left in words: "a few seconds", "about 40 seconds", "about 3 minutes", "about 2 hours". */
export function formatTimeLeft(durationMs: number): string {
  if (durationMs < 10 * secondMs) return 'a few seconds';
  if (durationMs < 55 * secondMs) return `about ${Math.round(durationMs / secondMs / 10) * 10} seconds`;
  const minutes = Math.round(durationMs / minuteMs);
  if (minutes < 90) return minutes === 1 ? 'about 1 minute' : `about ${minutes} minutes`;
  return `about ${formatNumber(Math.round(durationMs / hourMs))} hours`;
}

/** How long something took: "8 s", "2 min 5 s", "1 h 12 min". */
export function formatDuration(durationMs: number): string {
  const seconds = Math.max(0, Math.round(durationMs / secondMs));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0
    ? `${Math.floor(minutes / 60)} h`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A count-down: "0:08", "1:05". Never below zero. */
export function formatCountdown(remainingMs: number): string {
  const seconds = Math.max(0, Math.ceil(remainingMs / secondMs));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
