// From a file and an order to a stored batch. Nobody with a blocking problem gets into it without --skip-problems, and nobody twice.

import { toBatchSource } from '../../shared/batches/batch-source';
import {
  EarlierInvites,
  type HistoryQuestion,
  questionsOf,
  toAlreadyInvited,
} from '../../shared/batches/earlier-invites';
import { type PreparedRows, toPreparedRows } from '../../shared/batches/prepare-rows';
import { type RowChoices, SheetCheck } from '../../shared/batches/sheet-check';
import { toHandedOverChoices } from '../../shared/hand-over/handed-over-choices';
import { type BatchSource, maxRowsPerChunk, type SkipReason } from '../../shared/operations/batch';
import type { InviteOrder, InviteTarget } from '../../shared/operations/invite-target';
import { toPeople } from '../../shared/operations/to-people';
import type { WorkspaceView } from '../../shared/workspaces/workspace-view';
import type { AppContext } from '../context/app-context';
import { announceSending } from './announce-sending';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import type { PeopleFile } from './read-people';

/** As many people as one look into the history takes. */
const peoplePerLookUp = 2000;
/** So many rows are named when a file is refused; the rest stand in `check`. */
const rowsNamed = 10;

/** @throws CliRefusal naming how many rows and the first of them, unless problems are to be skipped. */
export function refuseProblems({ blockedRowNumbers, problems }: PreparedRows, skipsProblems: boolean): void {
  const [first] = blockedRowNumbers;
  if (first === undefined || skipsProblems) return;
  const count = blockedRowNumbers.length;
  const named = blockedRowNumbers.slice(0, rowsNamed).join(', ');
  const why = problems.find((problem) => problem.rowNumber === first && problem.blocking)?.message ?? '';
  throw new CliRefusal(
    `${count} ${count === 1 ? 'row has a problem that stops it' : 'rows have a problem that stops them'}: ${count === 1 ? 'row' : 'rows'} ${named}${count > rowsNamed ? ' …' : ''}. Row ${first}: ${why} Nothing was sent. Mend the file, or add --skip-problems to send the others.`,
  );
}

/** What was decided about the rows of a file: nothing, or what the sender of a batch file decided. */
export function toChoices({ opened }: Pick<PeopleFile, 'opened'>): RowChoices {
  const takenIn = new Set<number>();
  if (opened.handedOver === undefined) return { edits: new Map(), leftOut: new Set(), takenIn };
  const bySender = toHandedOverChoices(opened.handedOver);
  return { edits: bySender.edits, leftOut: new Set(bySender.leftOut.keys()), takenIn, bySender };
}

/** The rows of a file, checked without a history. */
export function checkPeople({ table, mapping }: PeopleFile, choices: RowChoices): SheetCheck {
  const check = new SheetCheck(table, toPeople(table, mapping));
  check.update(choices);
  return check;
}

/** The rows, and what the history says of their people. */
export interface RowsWithHistory {
  readonly rows: PreparedRows;
  readonly invites: EarlierInvites;
}

/** Takes in the history of this workspace: people invited to this target before are skipped. The same check, so that a long file is held once. */
export function prepareWithHistory(
  context: AppContext,
  check: SheetCheck,
  choices: RowChoices,
  workspaceId: string,
  target: InviteTarget,
): RowsWithHistory {
  const found = check.rows;
  const invites = new EarlierInvites();
  for (let from = 0; from < found.length; from += peoplePerLookUp) {
    const questions = found.slice(from, from + peoplePerLookUp).map(({ person }) => questionsOf(person));
    const all = (name: keyof HistoryQuestion) => [
      ...new Set(questions.flatMap((question) => question[name])),
    ];
    const question = { personKeys: all('personKeys'), cvLinks: all('cvLinks'), atsIds: all('atsIds') };
    invites.add(context.ledger.history.findInvited(workspaceId, question));
  }
  if (invites.size > 0)
    check.update({ ...choices, alreadyInvited: toAlreadyInvited(invites, target, Date.now()) });
  return { rows: toPreparedRows(check), invites };
}

const skipWords: Readonly<Record<SkipReason, string>> = {
  'duplicate-in-file': 'twice in the file',
  'already-invited': 'already invited by an earlier run',
  'left-out-by-you': 'left out',
  blocked: 'with a problem that stops them',
};

/** Says how many rows are skipped and why; answers how many are sent. @throws CliRefusal where that is none. */
export function announceRows(
  { rows }: PreparedRows,
  workspace: WorkspaceView,
  { sendInvite, message, target }: InviteOrder,
  firstRows: number | null,
  io: CliIo,
): number {
  const skips = new Map<SkipReason, number>();
  for (const { skip } of rows) if (skip !== null) skips.set(skip.why, (skips.get(skip.why) ?? 0) + 1);
  const skipped = [...skips.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...skips].map(([why, count]) => `${count} ${skipWords[why]}`).join(', ');
  const sendable = rows.length - skipped;
  if (sendable === 0) throw new CliRefusal(`No row can be sent: ${reasons}. Nothing was sent.`);
  if (skipped > 0) io.say(`${skipped} of ${rows.length} rows are skipped: ${reasons}.`);
  announceSending(
    {
      environment: workspace.environment,
      workspaceName: workspace.name,
      targetTitle: target.setTitle ?? target.projectTitle ?? target.setId ?? target.projectId ?? '',
      sendInvite,
      message,
    },
    {
      people: sendable,
      withAddress: rows.filter(({ skip, person }) => skip === null && person.email !== null).length,
      firstRows,
    },
    io,
  );
  return sendable;
}

/** "Graduate fair Hanoi 2026" of "Graduate fair Hanoi 2026.xlsx". */
export function toBatchName(fileName: string): string {
  const name = fileName
    .replace(/\.[^.]+$/, '')
    .trim()
    .slice(0, 200)
    .trim();
  return name === '' ? 'Batch' : name;
}

/** Where these people come from, as the ledger names it. */
export function toPeopleSource({ opened, sheet, table, sha256 }: PeopleFile): BatchSource {
  return toBatchSource(opened, sheet, table, sha256);
}

/** Stores the batch with all its rows; answers its id. */
export function storeBatch(
  context: AppContext,
  people: PeopleFile,
  prepared: PreparedRows,
  workspaceId: string,
  order: InviteOrder,
): string {
  const { opened } = people;
  const name = opened.handedOver?.head.name ?? toBatchName(opened.fileName);
  const { batches } = context.ledger;
  const batchId = batches.begin({
    workspaceId,
    name,
    source: toPeopleSource(people),
    work: { operation: 'invite', order },
    rowCount: prepared.rows.length,
  });
  for (let from = 0; from < prepared.rows.length; from += maxRowsPerChunk)
    batches.addRows(batchId, from, prepared.rows.slice(from, from + maxRowsPerChunk));
  return batchId;
}
