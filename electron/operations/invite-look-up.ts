// Looks invitations without a clear answer up: the set's submissions or, without a set, the project's applications
// (API guide, 4.3 and 4.5; reads hold no address, only candidate ids and times). Reads only.
import type { InviteOrder } from '../../shared/operations/invite-target';
import { type Judgement, judgeUnknown, type RowToJudge } from './judge-unknown';
import type {
  ClockRange,
  Finding,
  ListedRecord,
  LookUpHistory,
  LookUpQuestion,
  ReadApi,
  RecordList,
  UnknownRow,
} from './look-up';
import { noIds } from './operation';
import { toServerClock } from './server-clock';

/** So few people whose candidate id is known are asked for one by one; for more the whole list is quicker. */
const mostAskedAlone = 20;

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
  const { rows, history } = question;
  const halfAnswered = rows.filter(isHalfAnswered);
  const open = rows.filter((row) => !isHalfAnswered(row));
  const known = history.findCandidates(open.flatMap(({ personKey }) => personKey ?? []));
  const toJudge = open.map((row): RowToJudge => {
    const ids = row.personKey === null ? undefined : known.get(row.personKey)?.candidateIds;
    return {
      ordinal: row.ordinal,
      sentAtMs: row.sentAtMs,
      endedAtMs: row.endedAtMs,
      hasEmail: (row.person.email ?? '').trim() !== '',
      candidateIds: ids ?? new Set(),
    };
  });
  if (toJudge.length === 0) return halfAnswered.map((row) => toHalfAnswered(row));

  const { records, isWhole, clock: headerClock } = await readRecords(api, workspaceId, order, toJudge);
  const clock = toServerClock(records, history.readNamedRecords(), headerClock);
  const judgements = judgeUnknown(toJudge, {
    records,
    isWhole,
    baseline: question.baseline,
    runStartedAtMs: question.runStartedAtMs,
    clock,
    claimed: findClaimed(records, order, history),
    knownCandidates: history.findKnownCandidates(records.flatMap(({ candidateId }) => candidateId ?? [])),
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

async function readRecords(
  api: ReadApi,
  workspaceId: string,
  order: InviteOrder,
  rows: readonly RowToJudge[],
): Promise<RecordList> {
  const { setId } = order.target;
  const candidateIds = [...new Set(rows.flatMap((row) => [...row.candidateIds]))];
  const areAllKnown = rows.every((row) => row.candidateIds.size > 0);
  const isAskedAlone = setId !== null && areAllKnown && candidateIds.length <= mostAskedAlone;
  if (!isAskedAlone) {
    const all = await readInviteRecords(api, workspaceId, order);
    if (all.isWhole || setId === null) return all;
  }
  const records = new Map<string, ListedRecord>();
  let clock: ClockRange | null = null;
  for (const candidateId of candidateIds) {
    const list = await api.listSubmissions(workspaceId, { setId, candidateId });
    for (const record of list.records) if (record.candidateId === candidateId) records.set(record.id, record);
    clock ??= list.clock;
  }
  return { records: [...records.values()], isWhole: false, clock };
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
