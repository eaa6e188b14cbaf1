// queue run: runs the ready batches one after another, each after a look at the world. What has changed is said first and needs a flag.
import { decideBatch } from '../../shared/batches/queue-decision';
import type { Inspection, ReadyBatch } from '../../shared/batches/ready-batch';
import type { RunSummary } from '../../shared/runs/progress';
import type { AppContext } from '../context/app-context';
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { needYesNumber, numberFlag, numberHelp } from './confirm-number';
import { counted } from './counted';
import type { CommandForm, CommandWords } from './parse-arguments';
import { exitCodeHelp, toEndText, toExitCode, toProgressText, toRunJson } from './run-words';

export const queueForm: CommandForm = {
  name: 'queue',
  operands: ['run'],
  flags: {
    ...numberFlag,
    'accept-changes': 'switch',
    'go-on': 'switch',
    'no-links': 'switch',
    json: 'switch',
  },
};

export const queueHelp = `queue run [--accept-changes] [--go-on] [--no-links] [--yes-number N] [--json]

Runs the batches that were kept ready in the app, one after another, each after a look at the key, the target and the history.
Before the first of them starts, CV links are looked at, too: up to 200 links and two minutes a batch, without the key.
One that was prepared to send to a few first waits for resume then, and the others run meanwhile.
  --accept-changes       also those in which something has changed that needs a look (people invited meanwhile are left out)
  --go-on                run the others where one cannot go on
  --no-links             do not look whether CV links answer with a file
${numberHelp}
  --json                 one object on the last line
Keys come from the keychain; with FLOWMINGO_API_KEY, the batches of its workspace run. Ctrl C pauses the run and starts no other. Results: results RUN_ID --out FILE.
${exitCodeHelp}`;

interface Looked {
  readonly batch: ReadyBatch;
  readonly inspection: Inspection;
}

/** @throws CliRefusal, AppError */
export async function queueCommand(words: CommandWords, io: CliIo): Promise<number> {
  if (words.operands[0] !== 'run') throw new CliRefusal('queue takes one word: run. Nothing was done.');
  const context = await openCliContext(io, 'sends');
  try {
    const key = io.env.FLOWMINGO_API_KEY?.trim() ?? '';
    const only = key === '' ? null : (await context.workspaces.adoptKey(key)).workspaceId;
    const ready = context.ledger.ready
      .list()
      .filter(({ workspaceId }) => only === null || workspaceId === only);
    const going = await lookAtAll(context, ready, words, io);
    const [first] = going;
    if (first === undefined) throw new CliRefusal('No ready batch can run as it is. Nothing was sent.');
    const toType = going.filter(({ inspection }) => inspection.asksForNumber);
    const numbered = toType.length > 0 ? toType : going;
    const number = numbered.reduce((sum, { inspection }) => sum + inspection.sendable, 0);
    needYesNumber(words, number, toType.length > 0);
    const batches = going.map(({ batch: { batchId }, inspection }) => ({
      batchId,
      accepted: inspection.findings.map(({ mark }) => mark),
    }));
    const runs = await runAll(context, batches, words.has('go-on'), io);
    if (words.has('json'))
      io.print(
        JSON.stringify({
          runs: runs.map((run) => toRunJson(run, null)),
          left: context.ledger.ready.list().length,
        }),
      );
    const codes = runs.map(toExitCode);
    return runs.length < batches.length ? Math.max(2, ...codes) : Math.max(0, ...codes);
  } finally {
    await context.close();
  }
}

/** Says what each of these would do and what stands against it; answers those that can go. */
async function lookAtAll(
  { queueLook }: AppContext,
  ready: readonly ReadyBatch[],
  words: CommandWords,
  io: CliIo,
): Promise<Looked[]> {
  const going: Looked[] = [];
  for (const batch of ready) {
    const inspection = await queueLook.inspect(batch.batchId, !words.has('no-links'));
    const { findings, sendable } = inspection;
    const accepted = new Set(words.has('accept-changes') ? findings.map(({ mark }) => mark) : []);
    const goes = decideBatch(findings, accepted).kind === 'go';
    io.say(
      `${batch.name} to ${batch.targetTitle ?? '(target still open)'}: ${counted(sendable, 'person', 'people')}${goes ? '' : ', stays ready'}.`,
    );
    for (const { sentence } of findings) io.say(`  ${sentence}`);
    if (goes) going.push({ batch, inspection });
  }
  return going;
}

/** Resolves when the queue is quiet: with the runs that it has started, in their order. */
async function runAll(
  { queue, runs }: AppContext,
  batches: Parameters<typeof queue.run>[0],
  goesOn: boolean,
  io: CliIo,
): Promise<RunSummary[]> {
  const seen = new Set<string>();
  const stopListening = runs.onProgress((summary) => {
    seen.add(summary.runId);
    if (io.isTerminal) io.showLine(toProgressText(summary));
  });
  const stopWatching = io.onStopAsked(() => {
    io.say('Pausing: no new request leaves, and no other batch starts.');
    const { state } = queue.view();
    queue.stop();
    // A run that has just come to rest needs no pause.
    if (state.kind === 'sending') runs.pauseRun(state.runId).catch(() => undefined);
  });
  try {
    queue.run(batches, goesOn);
    await queue.whenQuiet();
  } finally {
    stopWatching();
    stopListening();
  }
  const ended = [...seen].map((runId) => runs.getSummary(runId));
  for (const run of ended) io.say(`Run ${run.runNumber}, ${run.batchName}: ${toEndText(run)}`);
  const { state, batches: left } = queue.view();
  if (state.kind === 'stopped' && state.why !== 'asked')
    io.say(
      `The queue stopped: ${left.find(({ batchId }) => batchId === state.batchId)?.findings[0]?.sentence ?? 'a batch could not go on.'}`,
    );
  return ended;
}
