// What people without a first name read where the message has the candidate name. The guide does not say what Flowmingo puts in
// then, so the placeholder does not go to them at all: the words do. Must never change what anybody else gets.
import { z } from 'zod';
import { escapeLink, escapeWords } from './escape-message';
import { toPlaceholder } from './placeholders';

/** A word or two in place of a name. In characters. */
export const longestFallback = 60;
/** More people without a name than that are not looked at one by one. */
export const mostFallbackRows = 1000;

const wordsSchema = z
  .string()
  .trim()
  .min(1)
  .max(longestFallback)
  // Braces would be read as a placeholder, a line break could end up in a header, half a character breaks a link.
  .regex(/^[^{}\p{Cc}\p{Cs}\u2028\u2029]*$/u);

export const nameFallbackSchema = z.strictObject({
  /** For everybody without a first name; null where the placeholder goes to them as to the others. */
  words: wordsSchema.nullable(),
  /** For single people instead, by the number of their row. */
  forRows: z
    .array(z.strictObject({ rowNumber: z.number().int().min(1), words: wordsSchema }))
    .max(mostFallbackRows),
});
export type NameFallback = z.infer<typeof nameFallbackSchema>;

/** The words for all, without those for single rows; undefined where nothing is left to say. */
export function withoutRows(fallback: NameFallback | undefined): NameFallback | undefined {
  return withWords(fallback?.words ?? null, []);
}

/** The rule for these words; undefined where everybody gets the same message, so that nothing is said that is not so. */
export function withWords(words: string | null, forRows: NameFallback['forRows']): NameFallback | undefined {
  return words === null && forRows.length === 0 ? undefined : { words, forRows };
}

/** The rule with other words, or none, for one row. */
export function withRowWords(
  fallback: NameFallback | undefined,
  rowNumber: number,
  words: string | null,
): NameFallback | undefined {
  const others = (fallback?.forRows ?? []).filter((row) => row.rowNumber !== rowNumber);
  return withWords(fallback?.words ?? null, words === null ? others : [...others, { rowNumber, words }]);
}

/** The words as they may be used; null where they hold nothing, or something that cannot stand there. */
export function parseFallbackWords(text: string): string | null {
  const parsed = wordsSchema.safeParse(text);
  return parsed.success ? parsed.data : null;
}

/** What somebody reads in place of the candidate name; null where the placeholder stays, for Flowmingo to fill in. */
export function fallbackWords(
  fallback: NameFallback | undefined,
  { rowNumber, firstname }: { readonly rowNumber: number; readonly firstname: string | null },
): string | null {
  if (fallback === undefined || (firstname ?? '').trim() !== '') return null;
  return fallback.forRows.find((row) => row.rowNumber === rowNumber)?.words ?? fallback.words;
}

/** What a field shows: what was typed into it, as long as that means the words that count now. */
export function asTyped(typed: string, words: string | null): string {
  return parseFallbackWords(typed) === words ? typed : (words ?? '');
}

/** The message with these words in place of the candidate name. Between tags they are text, inside a link a part of its address. */
export function withFallbackWords(message: string, words: string): string {
  return message
    .split(/(<[^>]*>)/)
    .map((piece, index) =>
      piece
        .split(toPlaceholder('candidate_name'))
        .join(index % 2 === 1 ? escapeLink(encodeURIComponent(words)) : escapeWords(words)),
    )
    .join('');
}

/** The message exactly as it is sent for one person. */
export function messageFor(
  message: string,
  fallback: NameFallback | undefined,
  person: { readonly rowNumber: number; readonly firstname: string | null },
): string {
  const words = fallbackWords(fallback, person);
  return words === null ? message : withFallbackWords(message, words);
}

/** Every wording that somebody may get, the message itself first. */
export function wordingsOf(message: string, fallback: NameFallback | undefined): string[] {
  const words = [fallback?.words ?? null, ...(fallback?.forRows ?? []).map((row) => row.words)];
  const others = words.flatMap((one) => (one === null ? [] : [withFallbackWords(message, one)]));
  return [...new Set([message, ...others])];
}
