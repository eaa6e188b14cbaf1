// The number that is typed before many people are moved or rejected, as a flag. Never takes another number for it.
import { CliRefusal } from './cli-refusal';
import { readNumberFlag } from './flag-values';
import type { CommandWords, FlagKind } from './parse-arguments';

export const numberFlag: Readonly<Record<string, FlagKind>> = { 'yes-number': 'value' };

export const numberHelp =
  '  --yes-number N         how many go, where that is asked for: in production, and where it is much to undo';

/** As many rows as a batch can have. */
const most = 999_999_999;

/** @throws CliRefusal where the number is missing and asked for, or is another one, also where nobody asks. */
export function needYesNumber(words: CommandWords, sendable: number, asksForNumber: boolean): void {
  const typed = readNumberFlag(words, 'yes-number', 1, most);
  if (typed === sendable || (typed === null && !asksForNumber)) return;
  throw new CliRefusal(
    typed === null
      ? `${sendable} rows would go. Nothing was sent. Add --yes-number ${sendable} if that is meant.`
      : `--yes-number says ${typed}, and ${sendable} rows would go. Nothing was sent. Look again, then add --yes-number ${sendable}.`,
  );
}
