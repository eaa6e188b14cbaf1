// Names, file names and messages of a server come from others: on a terminal their control characters would be commands.

/** Control characters of ECMA-48 (C0, DEL and C1) but for line feed and tab. */
const controls = /[^\P{Cc}\n\t]/gu;

/** The text with control characters as `\u009b`, which JSON reads back as the same character. */
export function escapeControls(text: string): string {
  return text.replace(controls, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
