// What unsure, again and --first refuse before anything is opened: no ledger, no key, no network.
import { expect, test } from 'vitest';
import { runCli } from '../../../../electron/cli/cli';
import { makeIo } from './make-io';

test.each([
  [['unsure'], /RUN_ID is missing/],
  [['unsure', 'r', '--look-up', '--leave-alone', 'all'], /Look first, then decide/],
  [['unsure', 'r', '--even-if-twice'], /goes with --send-again/],
  [['unsure', 'r', '--leave-alone', 'all', '--even-if-twice'], /goes with --send-again/],
  [['unsure', 'r', '--send-again', 'everybody'], /--send-again takes all, or row numbers/],
  [['unsure', 'r', '--send-again'], /--send-again needs a value/],
  [['again', 'r'], /either --list or --cause/],
  [['again', 'r', '--list', '--cause', 'not-sent'], /either --list or --cause/],
  [['again', 'r', '--cause', 'not-sent', '--first', '0'], /--first takes a whole number from 1 to 50/],
  [['again', 'r', '--cause', 'not-sent', '--results', 'out.pdf'], /ends in \.xlsx or \.csv/],
])('%j: exit 1, a sentence, nothing on stdout', async (words, sentence) => {
  const io = makeIo();
  expect([await runCli([...words, '--json'], io), io.printed]).toEqual([1, []]);
  expect(io.said.join('\n')).toMatch(sentence);
});
