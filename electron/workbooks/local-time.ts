// Times as texts in files, as this computer's clock shows them: the forms that Excel takes for a date in every country.

const two = (value: number) => String(value).padStart(2, '0');

/** `2026-03-04`. */
export function toLocalDay(timeMs: number): string {
  const date = new Date(timeMs);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** `2026-03-04 08:01:00`. */
export function toLocalTime(timeMs: number): string {
  const date = new Date(timeMs);
  return `${toLocalDay(timeMs)} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
