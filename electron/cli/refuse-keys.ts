// Keeps keys out of command lines, where every program of the computer can read them and shells write them down.
import { CliRefusal } from './cli-refusal';

/** A key, or the beginning of one with its secret half, anywhere in a word. */
const keyLike = /fl_(?:live|pre|practice)_[A-Za-z0-9_-]*\.[A-Za-z0-9]/;

/** @throws CliRefusal, which does not repeat the word, where one looks like a key. */
export function refuseKeys(words: readonly string[]): void {
  if (!words.some((word) => keyLike.test(word))) return;
  throw new CliRefusal(
    'A key must not stand on a command line, where other programs can read it. Nothing was done. Put it into FLOWMINGO_API_KEY or connect it in the app, and delete this key in Flowmingo if others use this computer.',
  );
}
