// backup --out FILE: writes runs, drafts and settings into one file. Sends nothing and asks no keychain.
import path from 'node:path';
import { backupExtension } from '../backup/backup-file';
import { backupWork } from '../backup/backup-work';
import { makeBackup } from '../backup/make-backup';
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { counted } from './counted';
import type { CommandForm, CommandWords } from './parse-arguments';

export const backupForm: CommandForm = {
  name: 'backup',
  operands: [],
  flags: { out: 'value', json: 'switch' },
};

export const backupHelp = `backup --out FILE.${backupExtension} [--json]

Writes all runs, drafts with their files, remembered columns and settings into one file. Keys are not in it.
A file of that name is replaced once the new one is whole. The app's Settings put a backup back.`;

/** Put in by the build. */
const appVersion = process.env.FLOWMINGO_BATCH_VERSION ?? 'unbuilt';

/** @throws CliRefusal, AppError `store/…`, `backup/…` */
export async function backupCommand(words: CommandWords, io: CliIo): Promise<number> {
  const out = path.resolve(words.need('out'));
  if (path.extname(out).toLowerCase() !== `.${backupExtension}`)
    throw new CliRefusal(
      `The file's name must end in .${backupExtension}, so that the app finds it. Nothing was done.`,
    );
  const context = await openCliContext(io, 'reads-history');
  try {
    const { dataDir, ledger } = context;
    const contents = await makeBackup(
      { dataDir, appVersion, copyLedger: ledger.copyTo, work: backupWork, nowMs: Date.now() },
      out,
    );
    if (words.has('json')) io.print(JSON.stringify({ file: out, ...contents }));
    else
      io.print(
        `Saved ${out}: ${counted(contents.runCount, 'run', 'runs')} and ${counted(contents.draftCount, 'draft', 'drafts')}.`,
      );
    return 0;
  } finally {
    await context.close();
  }
}
