// The number that a recruiter types before something is sent in production. The window and the main process judge it alike.

/** The number in a text with any digit grouping ("1,204", "1 204", "1.204", "1’204"), or null where it is not one. */
export function parseTypedNumber(text: string | null): number | null {
  const digits = (text ?? '').trim().replace(/[\s.,'’\u00A0\u202F]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
