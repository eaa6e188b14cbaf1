// Texts of people as part of a file's name. Never one that an operating system refuses.

/** 100 characters leave room for the folder in the 260 that Windows allows. */
const maxNameLength = 100;

/** Without what file systems refuse, and not too long; '' where nothing is left. */
export function toFileNameText(text: string): string {
  return text
    .replace(/[\u0000-\u001F<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, maxNameLength);
}

/** `2026-03-21 14.55`, in local time. */
export function toFileNameTime(timeMs: number): string {
  const at = new Date(timeMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}.${two(at.getMinutes())}`;
}
