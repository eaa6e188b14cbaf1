// A text as Excel shows it under its cell's format: most formats leave it alone, some add words to it or hide it.
import { type FormatSection, parseNumberFormat } from './number-format';

/** The part of a format that shapes texts; null where texts are shown as they are. */
export function textSectionOf(format: string): FormatSection | null {
  if (!format.includes(';') && !format.includes('@')) return null;
  const sections = parseNumberFormat(format);
  const last = sections.at(-1);
  const section = sections.length === 4 ? last : last?.kind === 'text' ? last : undefined;
  if (section === undefined || isPlain(section)) return null;
  return section;
}

/** `@` alone. A part without any sign hides texts only where it is the fourth. */
function isPlain({ tokens }: FormatSection): boolean {
  return tokens.length > 0 && tokens.every(({ kind }) => kind === 'text' || kind === 'general');
}

/** `text` under such a part: `"C-"@` shows C-0017. */
export function displayedText(text: string, { tokens }: FormatSection): string {
  return tokens
    .map((token) => (token.kind === 'literal' ? token.text : token.kind === 'text' ? text : ''))
    .join('')
    .trim();
}
