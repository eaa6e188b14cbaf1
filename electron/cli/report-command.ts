// report: the support report, on the screen or in a file. Asks no keychain, and holds nothing of people.

import { version } from '../../package.json';
import { makeReport } from '../report/make-report';
import { writeWholeFile } from '../workbooks/whole-file';
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import type { CommandForm, CommandWords } from './parse-arguments';

export const reportForm: CommandForm = { name: 'report', operands: [], flags: { out: 'value' } };

export const reportHelp = `report [--out FILE]

Writes the support report: versions, counts, states and the log, without names, addresses, texts or keys.
Without --out it is shown, to be read before it is given away.`;

/** @throws AppError `export/failed`, `store/…` */
export async function reportCommand(words: CommandWords, io: CliIo): Promise<number> {
  const out = words.value('out');
  const context = await openCliContext(io, 'reads-history');
  try {
    const text = makeReport(context, { version, electronVersion: null });
    if (out === null) {
      for (const line of text.trimEnd().split('\n')) io.print(line);
      return 0;
    }
    await writeWholeFile(out, (file) => file.writeFile(text, 'utf8'));
    io.print(`The report is in ${out}. Read it before you give it away.`);
    return 0;
  } finally {
    await context.close();
  }
}
