/**
 * Runs under strace and reads what it wrote: system calls with the paths behind their file descriptors and the whole of their bytes.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** More than the largest single write here: a page of the ledger has 4 KiB, a request less than 1 KiB. */
const keptBytes = 65_536;

/** What a program is started through, so that the calls named end up in a file. */
export const toStraceWords = (logPath, calls) => [
  ...['strace', '--follow-forks', '--seccomp-bpf', '--decode-fds=all', `--string-limit=${keptBytes}`],
  ...[`--trace=${calls.join(',')}`, `--output=${logPath}`],
];

/**
 * @typedef {{ moment: 'begins' | 'over', name: string, argumentsText: string, result: number }} Call
 *   a call in two moments: `begins`, when the kernel has not done anything yet, and `over`, when it has
 */

/** The calls in the order in which they happened, over all threads. @returns {AsyncGenerator<Call>} */
export async function* readStraceLog(logPath) {
  const unfinished = new Map();
  for await (const line of createInterface({ input: createReadStream(logPath, 'latin1') })) {
    const [, thread, rest] = /^(\d+) +(.*)$/s.exec(line) ?? [];
    if (rest === undefined) continue;
    const resumed = /^<\.\.\. (\w+) resumed>(.*)$/s.exec(rest);
    if (resumed !== null) {
      const text = (unfinished.get(thread) ?? '') + resumed[2];
      unfinished.delete(thread);
      yield* toCall(text, 'over');
    } else if (rest.endsWith('<unfinished ...>')) {
      const text = rest.slice(0, -'<unfinished ...>'.length);
      unfinished.set(thread, text);
      yield* toCall(text, 'begins');
    } else {
      yield* toCall(rest, 'begins');
      yield* toCall(rest, 'over');
    }
  }
}

function* toCall(text, moment) {
  const open = text.indexOf('(');
  // Signals and ends of threads are no calls.
  if (open <= 0 || /\W/.test(text.slice(0, open))) return;
  const result = moment === 'over' ? Number(/ = (-?\d+)[^=]*$/.exec(text)?.[1] ?? Number.NaN) : Number.NaN;
  yield { moment, name: text.slice(0, open), argumentsText: text.slice(open + 1), result };
}

/** The path or address behind the descriptor that is the first argument. */
export const toTargetOf = (argumentsText) => /^\d+<([^>]*(?:->[^>]*)?)>/.exec(argumentsText)?.[1] ?? '';

/** The paths that a call names in quotes. */
export const toPathsOf = (argumentsText) => [...argumentsText.matchAll(/"([^"]*)"/g)].map(([, path]) => path);

/** The bytes of the first quoted argument. @throws Error where strace has not kept all of them */
export function toBytesOf(argumentsText) {
  const begin = argumentsText.indexOf('"') + 1;
  const bytes = Buffer.alloc(argumentsText.length - begin);
  let length = 0;
  let at = begin;
  while (argumentsText[at] !== '"') {
    const [byte, next] = toByte(argumentsText, at);
    bytes[length] = byte;
    length += 1;
    at = next;
  }
  if (argumentsText.startsWith('...', at + 1)) throw new Error('strace has cut a write off.');
  return bytes.subarray(0, length);
}

const letters = { n: 10, t: 9, r: 13, v: 11, f: 12, '"': 34, '\\': 92 };

/** One byte as strace shows it (as C does), and where the next one begins. */
function toByte(text, at) {
  if (text[at] !== '\\') return [text.charCodeAt(at), at + 1];
  const letter = text[at + 1];
  if (letter in letters) return [letters[letter], at + 2];
  const [digits] = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4));
  return [Number.parseInt(digits, 8), at + 1 + digits.length];
}
