// unsure RUN_ID: the people of a run without a clear answer, what is known of each, and what a person decides about them.
// It asks and writes down; it never sends. A look and a decision are two commands, so that nobody decides unseen.
import type { RunSummary } from '../../shared/runs/progress';
import type { UnsurePerson } from '../../shared/runs/unsure';
import type { RunService } from '../runs/run-service';
import { chooseDecisions } from './choose-decisions';
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { counted } from './counted';
import { type RowChoice, readRowsFlag } from './flag-values';
import { lookAgain } from './look-again';
import type { CommandForm, CommandWords } from './parse-arguments';
import { toPersonLines, toUnsureJson } from './unsure-words';

export const unsureForm: CommandForm = {
  name: 'unsure',
  operands: ['RUN_ID'],
  flags: {
    'look-up': 'switch',
    'leave-alone': 'value',
    'send-again': 'value',
    'even-if-twice': 'switch',
    json: 'switch',
  },
};

export const unsureHelp = `unsure RUN_ID [--look-up] [--json]
unsure RUN_ID [--leave-alone all|ROW,ROW...] [--send-again all|ROW,ROW... --even-if-twice] [--json]

Lists the people of a run without a clear answer, and what is known of each. Sends nothing.
  --look-up              ask Flowmingo once more first, twice with some seconds between
  --leave-alone ROWS     they stay unknown and are not sent to; all: everybody not decided
  --send-again ROWS      they may get two emails; without --even-if-twice it only says who
  --even-if-twice        the second yes that --send-again needs
  --json                 one object on the last line
ROWS are numbers as Excel shows them. Whom you send to again gets the invitation with resume RUN_ID,
or with again RUN_ID --cause not-sent/you-decided where the run has ended.
Exit 0: nobody waits for a decision. 3: somebody does. 1: nothing was done.`;

/** As many as one read of the history takes. */
const peoplePerRead = 500;

interface DecisionFlags {
  readonly leaveAlone: RowChoice | null;
  readonly sendAgain: RowChoice | null;
  readonly isEvenIfTwice: boolean;
}

/** @throws CliRefusal, AppError */
export async function unsureCommand(words: CommandWords, io: CliIo): Promise<number> {
  const runId = words.operands[0] as string;
  const flags = readDecisionFlags(words);
  const looks = words.has('look-up');
  if (looks && flags !== null)
    throw new CliRefusal('Look first, then decide: --look-up stands alone. Nothing was done.');
  const context = await openCliContext(io, looks ? 'sends' : 'reads-history');
  try {
    const { runs } = context;
    const before = runs.getSummary(runId);
    if (looks) await lookAgain(context, before, io);
    const decided = flags === null ? null : await decide(runs, before, flags);
    return answer(runs, runId, { isJson: words.has('json'), decided }, io);
  } finally {
    await context.close();
  }
}

/** Null where nothing is to be decided. @throws CliRefusal */
function readDecisionFlags(words: CommandWords): DecisionFlags | null {
  const leaveAlone = readRowsFlag(words, 'leave-alone');
  const sendAgain = readRowsFlag(words, 'send-again');
  const isEvenIfTwice = words.has('even-if-twice');
  if (isEvenIfTwice && sendAgain === null)
    throw new CliRefusal('--even-if-twice goes with --send-again. Nothing was done.');
  return leaveAlone === null && sendAgain === null ? null : { leaveAlone, sendAgain, isEvenIfTwice };
}

/** One sentence on what was decided. @throws CliRefusal */
async function decide(
  runs: RunService,
  { runId, sendInvite }: RunSummary,
  flags: DecisionFlags,
): Promise<string> {
  const chosen = chooseDecisions(readUnsure(runs, runId), { ...flags, sendInvite });
  const after = await runs.decideUnsure(runId, chosen);
  const left = `${chosen.leaveAlone.length} left alone, ${chosen.sendAgain.length} to be sent to again.`;
  if (chosen.sendAgain.length === 0) return left;
  const next = after.state === 'paused' ? `resume ${runId}` : `again ${runId} --cause not-sent/you-decided`;
  return `${left} Nothing was sent yet. Send with: ${next}`;
}

function answer(
  runs: RunService,
  runId: string,
  { isJson, decided }: { readonly isJson: boolean; readonly decided: string | null },
  io: CliIo,
): number {
  const { undecidedCount } = runs.getSummary(runId);
  const people = readUnsure(runs, runId);
  const { operation } = runs.readResults(runId).work;
  const exitCode = undecidedCount > 0 ? 3 : 0;
  if (isJson) {
    if (decided !== null) io.say(decided);
    const list = people.map((person) => toUnsureJson(person, operation));
    io.print(JSON.stringify({ runId, total: people.length, undecided: undecidedCount, people: list }));
    return exitCode;
  }
  for (const person of people) for (const line of toPersonLines(person, operation)) io.print(line);
  io.print(toSummaryText(people.length, undecidedCount));
  if (decided !== null) io.print(decided);
  return exitCode;
}

function toSummaryText(count: number, undecidedCount: number): string {
  if (count === 0) return 'Everybody is accounted for.';
  const lead =
    undecidedCount > 0
      ? `Not sure about ${counted(count, 'person', 'people')}; ${undecidedCount} not decided.`
      : `${counted(count, 'person stays', 'people stay')} unknown, as you decided.`;
  return `${lead} They may have been invited, and are never sent to again by themselves.`;
}

function readUnsure(runs: RunService, runId: string): UnsurePerson[] {
  const all: UnsurePerson[] = [];
  for (;;) {
    const { people, total } = runs.listUnsure(runId, all.length, peoplePerRead);
    all.push(...people);
    if (people.length === 0 || all.length >= total) return all;
  }
}
