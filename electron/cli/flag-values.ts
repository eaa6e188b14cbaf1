// The values of flags: numbers, yes or no, pairs of header and field. A wrong one is a sentence, never a guess.
import { CliRefusal } from './cli-refusal';
import type { CommandWords } from './parse-arguments';

/** `where`: what they mean nothing with. @throws CliRefusal naming the first of these flags that was given. */
export function refuseFlags(words: CommandWords, flags: readonly string[], where: string): void {
  const given = flags.find((flag) => words.has(flag));
  if (given !== undefined)
    throw new CliRefusal(`--${given} means nothing ${where}. Nothing was done. Leave it out.`);
}

/** A whole number within bounds; null where the flag was not given. @throws CliRefusal */
export function readNumberFlag(
  words: CommandWords,
  flag: string,
  least: number,
  most: number,
): number | null {
  const text = words.value(flag);
  if (text === null) return null;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new CliRefusal(`--${flag} takes a whole number from ${least} to ${most}. Nothing was done.`);
  return value;
}

/** @throws CliRefusal for anything but yes and no. */
export function parseYesNo(flag: string, text: string): boolean {
  if (text === 'yes') return true;
  if (text === 'no') return false;
  throw new CliRefusal(`--${flag} takes yes or no. Nothing was done.`);
}

/** Excel's row numbers, or everybody that a flag can mean. */
export type RowChoice = 'all' | ReadonlySet<number>;

/** The rows of a flag; null where it was not given. @throws CliRefusal */
export function readRowsFlag(words: CommandWords, flag: string): RowChoice | null {
  const text = words.value(flag);
  if (text === null || text === 'all') return text;
  const parts = text.split(',').map((part) => part.trim());
  if (!parts.every((part) => /^[1-9]\d{0,8}$/.test(part)))
    throw new CliRefusal(
      `--${flag} takes all, or row numbers as Excel shows them, like 204,203. Nothing was done.`,
    );
  return new Set(parts.map(Number));
}

/** A `--map` value. The field stands behind the last equals sign, since a header may hold one. */
export interface HeaderPair<Field extends string> {
  readonly header: string;
  readonly field: Field;
}

/** @throws CliRefusal for what is no pair, an unknown field, or a field named twice. */
export function parseHeaderPairs<Field extends string>(
  texts: readonly string[],
  fields: readonly Field[],
): HeaderPair<Field>[] {
  const pairs = texts.map((text): HeaderPair<Field> => {
    const at = text.lastIndexOf('=');
    const field = fields.find((name) => name === text.slice(at + 1).trim());
    if (at < 1 || field === undefined) {
      throw new CliRefusal(
        `--map takes "Header=field", and the fields are ${fields.join(', ')}. Nothing was done.`,
      );
    }
    return { header: text.slice(0, at), field };
  });
  const twice = pairs.find(({ field }, index) => pairs.findIndex((pair) => pair.field === field) !== index);
  if (twice !== undefined)
    throw new CliRefusal(`--map names two columns for ${twice.field}. Nothing was done. Name one.`);
  return pairs;
}
