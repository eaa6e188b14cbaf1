// Looks invitations without a clear answer up: the set's submissions or, without a set, the project's applications
// (API guide, 4.3 and 4.5; reads hold no address, only candidate ids and times). Reads only.
import type { InviteOrder } from '../../shared/operations/invite-target';
import { judgeUnknown } from './judge-unknown';
import type { JudgedWorld, Judgement, RowToJudge } from './judged-world';
import type {
  ClockRange,
  Finding,
  ListedRecord,
  LookUpHistory,
  LookUpQuestion,
  NamedRecord,
  ReadApi,
  RecordList,
  Rival,
  UnknownRow,
} from './look-up';
import { noIds } from './operation';
import { findNamed, toServerClock } from './server-clock';

/** So few people whose candidate id is known are asked for one by one; for more the whole list is quicker. */
const mostAskedAlone = 20;
/** The newest answers of the run: where the list shows their records, it shows what came before them. */
const witnessCount = 10;
/** Fewer where each is a request of its own. */
const witnessesAskedAlone = 3;
/** So many people who kept their candidate id make it a rule; a single one who did not breaks it. */
const leastKept = 3;
/** Tries further away in time than this cannot have made the same record. */
const rivalsWithinMs = 10 * 60_000;

/** The target's records as they are now. @throws AppError. */
export function readInviteRecords(
  api: ReadApi,
  workspaceId: string,
  { target }: InviteOrder,
): Promise<RecordList> {
  if (target.setId !== null) return api.listSubmissions(workspaceId, { setId: target.setId });
  return api.listApplications(workspaceId, {
    projectId: target.projectId ?? '',
    jobPostId: target.jobPostId,
  });
}

/** What can be said about each row. @throws AppError where Flowmingo cannot be asked. */
export async function lookUpInvites(
  api: ReadApi,
  workspaceId: string,
  order: InviteOrder,
  question: LookUpQuestion,
): Promise<Finding[]> {
  const { rows, history, baseline } = question;
  const halfAnswered = rows.filter(isHalfAnswered);
  const open = rows.filter((row) => !isHalfAnswered(row));
  if (open.length === 0) return halfAnswered.map((row) => toHalfAnswered(row));
  const rivals = findRivals(open, history);
  const known = history.findCandidates([...open, ...rivals].flatMap(({ personKey }) => personKey ?? []));
  const toTry = <Try extends Rival>(one: Try) => ({
    attemptNo: one.attemptNo,
    sentAtMs: one.sentAtMs,
    endedAtMs: one.endedAtMs,
    hasEmail: one.hasEmail,
    candidateIds:
      (one.personKey === null ? undefined : known.get(one.personKey)?.candidateIds) ?? new Set<string>(),
  });
  const toJudge = open.map((row) => {
    const hasEmail = (row.person.email ?? '').trim() !== '';
    return { ordinal: row.ordinal, ...toTry({ ...row, hasEmail }) };
  });

  const named = history
    .readNamedRecords()
    .filter(({ recordId }) => recordId === null || !baseline?.has(recordId));
  const { records, reach, headerClock, isUpToDate } = await readWorld(
    api,
    workspaceId,
    order,
    toJudge,
    named,
  );
  const fresh = records.filter(({ id }) => !baseline?.has(id));
  const clock = toServerClock(fresh, named, headerClock);
  const habits = history.readHabits();
  const judgements = judgeUnknown(toJudge, {
    records,
    reach,
    isUpToDate,
    baseline,
    runStartedAtMs: question.runStartedAtMs,
    clock,
    claimed: findClaimed(records, order, history),
    knownCandidates: history.findKnownCandidates(records.flatMap(({ candidateId }) => candidateId ?? [])),
    rivals: rivals.map(toTry),
    areCandidatesSure:
      habits.sameCandidate >= leastKept && habits.otherCandidate === 0 && habits.sharedCandidate === 0,
    mayLeaveNoTrace: order.target.setId === null || habits.newSubmission === 0 || habits.sameSubmission > 0,
    hasCvFirst: history.hasCvFirst(),
    isLastLook: question.isLastLook,
  });
  const findings = judgements.map((judgement, index) => {
    const { personKey } = open[index] as UnknownRow;
    const sinceMs = personKey === null ? undefined : known.get(personKey)?.sinceMs;
    return toFinding(judgement, order, sinceMs ?? null, clock);
  });
  return [...findings, ...halfAnswered.map((row) => toHalfAnswered(row))];
}

function findRivals(rows: readonly UnknownRow[], history: LookUpHistory): readonly Rival[] {
  const fromMs = Math.min(...rows.map(({ sentAtMs }) => sentAtMs)) - rivalsWithinMs;
  const toMs = Math.max(...rows.map(({ sentAtMs, endedAtMs }) => endedAtMs ?? sentAtMs)) + rivalsWithinMs;
  return history.readRivals(
    rows.map(({ ordinal }) => ordinal),
    fromMs,
    toMs,
  );
}

/** Answers name submissions, but no applications: of those, the ones of people whom this run's answers named are ours. */
function findClaimed(
  records: readonly ListedRecord[],
  { target }: InviteOrder,
  history: LookUpHistory,
): ReadonlySet<string> {
  if (target.setId !== null) return history.findClaimed(records.map(({ id }) => id));
  const named = history.findNamedByRun(records.flatMap(({ candidateId }) => candidateId ?? []));
  return new Set(records.filter((one) => named.has(one.candidateId ?? '')).map(({ id }) => id));
}

/** The answer itself named an interview: a look-up could only find that again. */
function isHalfAnswered({ ids }: UnknownRow): boolean {
  return ids.submissionId !== null || ids.recordId !== null;
}

interface WorldRead {
  readonly records: readonly ListedRecord[];
  readonly reach: JudgedWorld['reach'];
  readonly headerClock: ClockRange | null;
  readonly isUpToDate: boolean;
}

async function readWorld(
  api: ReadApi,
  workspaceId: string,
  order: InviteOrder,
  rows: readonly RowToJudge[],
  named: readonly NamedRecord[],
): Promise<WorldRead> {
  const { setId } = order.target;
  const candidateIds = [...new Set(rows.flatMap((row) => [...row.candidateIds]))];
  const areAllKnown = rows.every((row) => row.candidateIds.size > 0);
  if (setId === null || !areAllKnown || candidateIds.length > mostAskedAlone) {
    const { records, isWhole, clock } = await readInviteRecords(api, workspaceId, order);
    const isUpToDate = shows(records, named.slice(0, witnessCount));
    if (isWhole || setId === null)
      return { records, reach: isWhole ? 'everything' : 'part', headerClock: clock, isUpToDate };
  }
  const witnesses = named.filter(({ candidateId }) => candidateId !== null).slice(0, witnessesAskedAlone);
  const asked = new Set([...candidateIds, ...witnesses.flatMap(({ candidateId }) => candidateId ?? [])]);
  const records = new Map<string, ListedRecord>();
  let headerClock: ClockRange | null = null;
  let areWhole = true;
  for (const candidateId of asked) {
    const list = await api.listSubmissions(workspaceId, { setId, candidateId });
    for (const record of list.records) if (record.candidateId === candidateId) records.set(record.id, record);
    areWhole &&= list.isWhole;
    headerClock = list.clock ?? headerClock;
  }
  const held = [...records.values()];
  return {
    records: held,
    reach: areWhole ? 'known-people' : 'part',
    headerClock,
    isUpToDate: shows(held, witnesses),
  };
}

/** Whether these records are there, and of the candidates that the answers named. */
function shows(records: readonly ListedRecord[], witnesses: readonly NamedRecord[]): boolean {
  return witnesses.every((witness) => {
    const { recordId, candidateId } = witness;
    if (recordId === null) return records.some((record) => record.candidateId === candidateId);
    const record = findNamed(records, witness);
    return record !== undefined && (candidateId === null || record.candidateId === candidateId);
  });
}

function toFinding(
  judgement: Judgement,
  { target }: InviteOrder,
  knownSinceMs: number | null,
  clock: ClockRange | null,
): Finding {
  const { ordinal, verdict, reading, record, newForPerson, newInTime } = judgement;
  const offsetMs = clock === null ? 0 : Math.round((clock.leastMs + clock.mostMs) / 2);
  const toLocal = ({ createdAtMs }: ListedRecord) => (createdAtMs === null ? null : createdAtMs - offsetMs);
  const times = newInTime.flatMap((one) => toLocal(one) ?? []);
  const isSet = target.setId !== null;
  return {
    ordinal,
    verdict,
    reading,
    sentence: verdict === 'done' ? foundSentence(isSet) : nothingHappened,
    ids: {
      ...noIds,
      submissionId: isSet ? (record?.id ?? null) : null,
      candidateId: record?.candidateId ?? null,
    },
    evidence: {
      knownSinceMs,
      newForPersonAtMs: newForPerson.slice(0, 50).map(toLocal),
      newInTime: {
        count: newInTime.length,
        fromMs: times.length === 0 ? null : Math.min(...times),
        toMs: times.length === 0 ? null : Math.max(...times),
      },
      rowsThatCouldOwn: judgement.rowsThatCouldOwn,
      othersActive: judgement.othersActive,
      obstacle: judgement.obstacle,
    },
  };
}

function foundSentence(isSet: boolean): string {
  return isSet
    ? 'Found by looking it up: the interview is there'
    : 'Found by looking it up: the person is in the project';
}

const nothingHappened = 'Looked up twice: nothing had happened';

function toHalfAnswered({ ordinal, ids }: UnknownRow): Finding {
  return {
    ordinal,
    verdict: 'open',
    reading: 'cannot-tell',
    sentence: '',
    ids,
    evidence: {
      knownSinceMs: null,
      newForPersonAtMs: [],
      newInTime: { count: 0, fromMs: null, toMs: null },
      rowsThatCouldOwn: 1,
      othersActive: false,
      obstacle: 'half-answered',
    },
  };
}
