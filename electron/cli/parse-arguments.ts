// Reads the words of a command line against what a command takes. Never repeats a value in a message: it could be a secret.
import { CliRefusal } from './cli-refusal';

/** `switch` stands alone, `value` takes one word, `values` may come several times, `value-or-none` takes a word or stands alone. */
export type FlagKind = 'switch' | 'value' | 'values' | 'value-or-none';

/** What a command takes. */
export interface CommandForm {
  readonly name: string;
  /** Names of the words without a flag, all needed, in their order. */
  readonly operands: readonly string[];
  readonly flags: Readonly<Record<string, FlagKind>>;
}

/** The words of a command, sorted. */
export interface CommandWords {
  readonly operands: readonly string[];
  has(flag: string): boolean;
  /** Null where the flag was not given. */
  value(flag: string): string | null;
  /** @throws CliRefusal where the flag was not given. */
  need(flag: string): string;
  values(flag: string): readonly string[];
}

/**
 * Sorts the words after the command's name. `--flag value` and `--flag=value` are alike; after `--` everything is an operand.
 * @throws CliRefusal naming the flag or operand that is unknown, missing or given twice.
 */
export function parseArguments(form: CommandForm, words: readonly string[]): CommandWords {
  const found = new Map<string, string[]>();
  const operands: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    if (word === '--') {
      operands.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith('--')) {
      if (word.startsWith('-') && word !== '-') throw refuse(form, `There is no flag ${word.slice(0, 2)}.`);
      operands.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const flag = word.slice(2, equals === -1 ? undefined : equals);
    const kind = Object.hasOwn(form.flags, flag) ? form.flags[flag] : undefined;
    if (kind === undefined) throw refuse(form, `There is no flag --${flag}.`);
    if (found.has(flag) && kind !== 'values') throw refuse(form, `--${flag} was given twice.`);
    if (kind === 'switch') {
      if (equals !== -1) throw refuse(form, `--${flag} takes no value.`);
      found.set(flag, []);
      continue;
    }
    const next = words[index + 1];
    if (kind === 'value-or-none' && equals === -1 && (next === undefined || next.startsWith('--'))) {
      found.set(flag, []);
      continue;
    }
    const value = equals === -1 ? next : word.slice(equals + 1);
    if (value === undefined || value.trim() === '' || (equals === -1 && value.startsWith('--')))
      throw refuse(form, `--${flag} needs a value.`);
    if (equals === -1) index += 1;
    found.set(flag, [...(found.get(flag) ?? []), value]);
  }
  checkOperands(form, operands);
  return {
    operands,
    has: (flag) => found.has(flag),
    value: (flag) => found.get(flag)?.[0] ?? null,
    need(flag) {
      const value = found.get(flag)?.[0];
      if (value === undefined) throw refuse(form, `--${flag} is missing.`);
      return value;
    },
    values: (flag) => found.get(flag) ?? [],
  };
}

function checkOperands(form: CommandForm, operands: readonly string[]): void {
  const missing = form.operands[operands.length];
  if (missing !== undefined) throw refuse(form, `${missing} is missing.`);
  if (operands.length > form.operands.length) {
    throw refuse(
      form,
      form.operands.length === 0
        ? 'It takes flags only.'
        : `It takes ${form.operands.join(' and ')} and flags, and there is one word more. Put quotes around words with blanks.`,
    );
  }
}

function refuse(form: CommandForm, sentence: string): CliRefusal {
  return new CliRefusal(
    `${form.name}: ${sentence} Nothing was done. Type "${form.name} --help" to see what it takes.`,
  );
}
