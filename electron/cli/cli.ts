// The command line: the same engine without a window. Answers on stdout, sentences on stderr, one exit code.
// Must never print a key, nor take one from its arguments.
import { setFlagsFromString } from 'node:v8';
import { AppError } from '../../shared/errors/app-error';
import { toSentence } from '../../shared/errors/codes';
import { toDataDir } from '../context/data-dir';
import { createAppLog } from '../log/app-log';
import { toStoreError } from '../store/sqlite-errors';
import { againCommand, againForm, againHelp } from './again-command';
import { backupCommand, backupForm, backupHelp } from './backup-command';
import { batchesCommand, batchesForm, batchesHelp } from './batches-command';
import { changesCommand, changesForm, changesHelp } from './changes-command';
import { checkCommand, checkForm, checkHelp } from './check-command';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { doctorCommand, doctorForm, doctorHelp } from './doctor-command';
import { historyCommand, historyForm, historyHelp } from './history-command';
import { type CommandForm, type CommandWords, parseArguments } from './parse-arguments';
import { practiceCommand, practiceForm, practiceHelp } from './practice-command';
import { prepareCommand, prepareForm, prepareHelp } from './prepare-command';
import { queueCommand, queueForm, queueHelp } from './queue-command';
import { refuseKeys } from './refuse-keys';
import { reportCommand, reportForm, reportHelp } from './report-command';
import { resultsCommand, resultsForm, resultsHelp } from './results-command';
import { resumeCommand, resumeForm, resumeHelp } from './resume-command';
import { runCommand, runForm, runHelp } from './run-command';
import { runsCommand, runsForm, runsHelp } from './runs-command';
import { snapshotCommand, snapshotForm, snapshotHelp } from './snapshot-command';
import { snapshotsCommand, snapshotsForm, snapshotsHelp } from './snapshots-command';
import { undoCommand, undoForm, undoHelp } from './undo-command';
import { unsureCommand, unsureForm, unsureHelp } from './unsure-command';

interface Command {
  readonly form: CommandForm;
  readonly help: string;
  readonly run: (words: CommandWords, io: CliIo) => Promise<number>;
}

const commands: readonly Command[] = [
  { form: checkForm, help: checkHelp, run: checkCommand },
  { form: prepareForm, help: prepareHelp, run: prepareCommand },
  { form: runForm, help: runHelp, run: runCommand },
  { form: runsForm, help: runsHelp, run: runsCommand },
  { form: batchesForm, help: batchesHelp, run: batchesCommand },
  { form: queueForm, help: queueHelp, run: queueCommand },
  { form: resumeForm, help: resumeHelp, run: resumeCommand },
  { form: unsureForm, help: unsureHelp, run: unsureCommand },
  { form: againForm, help: againHelp, run: againCommand },
  { form: resultsForm, help: resultsHelp, run: resultsCommand },
  { form: historyForm, help: historyHelp, run: historyCommand },
  { form: reportForm, help: reportHelp, run: reportCommand },
  { form: snapshotForm, help: snapshotHelp, run: snapshotCommand },
  { form: snapshotsForm, help: snapshotsHelp, run: snapshotsCommand },
  { form: changesForm, help: changesHelp, run: changesCommand },
  { form: undoForm, help: undoHelp, run: undoCommand },
  { form: backupForm, help: backupHelp, run: backupCommand },
  { form: doctorForm, help: doctorHelp, run: doctorCommand },
  { form: practiceForm, help: practiceHelp, run: practiceCommand },
];

const overview = `Flowmingo Batch: bulk work on people from spreadsheets.

  check FILE        what a run would make of a file
  prepare FILE      put people and choices into a batch file, for whoever has the key
  run FILE          invite the people in a file, or add, move or reject them in a pipeline
  runs              what was sent so far
  batches           what was kept ready in the app
  queue run         run what is ready, one batch after another
  resume RUN_ID     go on with a run
  unsure RUN_ID     people without a clear answer: what is known, look again, decide
  again RUN_ID      send to the rows that a cause kept from being done
  results RUN_ID    write the results of a run again
  history           what was ever sent to somebody, over all runs
  report            versions, counts and the log for whoever helps you, without anything of people
  undo RUN_ID       take back the moves and rejections of a run, as far as nobody has changed them since
  snapshot          read the pipeline and write it as a workbook or CSV
  snapshots         the pipelines read so far
  changes A B       what changed between two of them
  backup            write runs, drafts and settings into one file
  doctor            look at the run history, the network and the keychain
  practice          serve a made-up Flowmingo to practise with

COMMAND --help says what each takes. Environment: FLOWMINGO_API_KEY, FLOWMINGO_DATA_DIR, FLOWMINGO_BASE_URL (this computer only).`;

/**
 * V8 doubles its nursery as long as much survives in it, which a long file does while it is read, and lets what nobody needs any
 * more lie until the heap has nearly doubled: a third more memory at the peak for no time that can be measured
 * (docs/survival.md). The nursery is kept as it starts, and the rest is cleared when it has grown by a third.
 */
const memoryFlags = ['--semi-space-growth-factor=1', '--heap-growing-percent=30'];

/** Carries out one command; `argv` begins with its name. Never rejects: answers the exit code when all output has left. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  for (const flag of memoryFlags) setFlagsFromString(flag);
  const exitCode = await carryOut(argv, io).catch((error: unknown) => sayFailure(error, io));
  await io.flush();
  return exitCode;
}

async function carryOut(argv: readonly string[], io: CliIo): Promise<number> {
  refuseKeys(argv);
  const [name, ...words] = argv;
  if ((name === '--help' || name === 'help') && words.length === 0) {
    io.print(overview);
    return 0;
  }
  if (name === undefined) throw new CliRefusal(overview);
  const asksForHelp = name === 'help' || words.includes('--help');
  const command = commands.find(({ form }) => form.name === (name === 'help' ? words[0] : name));
  if (command === undefined)
    throw new CliRefusal(`There is no command of this name. Nothing was done.\n\n${overview}`);
  if (asksForHelp) {
    io.print(command.help);
    return 0;
  }
  return await command.run(parseArguments(command.form, words), io);
}

/** Nothing ran, or something went wrong on the way: a sentence, and what is technical in the redacted log. */
function sayFailure(cause: unknown, io: CliIo): number {
  // A disk may fill up at any moment.
  const error = toStoreError(cause, toDataDir(io));
  if (error instanceof CliRefusal) io.say(error.message);
  else if (error instanceof AppError) io.say(toSentence(error.code, error.params));
  else {
    const reference = createAppLog(toDataDir(io)).failure('command line', error);
    io.say(toSentence('app/bug', { reference }));
  }
  return 1;
}
