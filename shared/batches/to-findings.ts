// From what was looked at just before a start to what is said about it. Pure; looks at nothing itself.
import type { AppError } from '../errors/app-error';
import type { ErrorCode } from '../errors/codes';
import { toSentence } from '../errors/codes';
import type { StartNotice } from '../ipc/contract';
import { createPastDays } from '../operations/past-day';
import type { Finding } from './finding';
import type { FileRun } from './replay';
import { type LinkFacts, toLinkFindings } from './to-link-findings';

export interface WorldFacts {
  /** Rows of the batch that are not left out. */
  readonly sendable: number;
  /** What its target is called; null while it is open. */
  readonly targetTitle: string | null;
  readonly hasWorkspace: boolean;
  /** Why Flowmingo, or the batch itself, says no; null where nothing does. */
  readonly failure: AppError | null;
  /** People whom another run has, or may have, invited to the same target since. `run`: the newest of them. */
  readonly meanwhile: {
    readonly count: number;
    readonly runId: string;
    readonly runNumber: number;
    readonly atMs: number;
  } | null;
  /** A run of the same file that began after the batch was kept ready. */
  readonly fileRun: FileRun | null;
  /** Null where no links were looked at. */
  readonly links: LinkFacts | null;
  readonly notices: readonly StartNotice[];
  /** When it was kept ready. */
  readonly readyAtMs: number;
  readonly nowMs: number;
}

/** Flowmingo cannot be asked at the moment: the batch is as good as it was. */
const cannotAsk: ReadonlySet<ErrorCode> = new Set([
  'api/no-network',
  'api/proxy',
  'api/not-trusted',
  'api/rate-limited',
  'api/server-error',
  'api/unreadable',
  'keychain/failed',
  'workspace/busy',
]);

/** Everything that is to be said, the weightiest first. */
export function toFindings(facts: WorldFacts): Finding[] {
  const findings: Finding[] = [];
  const { targetTitle, failure, meanwhile, fileRun, links, notices, nowMs } = facts;
  const say = (
    kind: Finding['kind'],
    weight: Finding['weight'],
    mark: string,
    sentence: string,
    runId: string | null = null,
  ) => findings.push({ kind, weight, mark: `${kind} ${mark}`.trim().slice(0, 400), sentence, runId });

  if (!facts.hasWorkspace || targetTitle === null)
    say('target-open', 'stops', '', 'The target is still open. Nothing was sent. Choose it first.');
  if (failure !== null) {
    const { kind, weight, sentence } = ofFailure(failure, targetTitle ?? '');
    say(kind, weight, failure.code, sentence);
  }
  if (meanwhile !== null) {
    const { count, runNumber, runId, atMs } = meanwhile;
    const when = `${atMs < facts.readyAtMs ? 'before' : 'meanwhile'} by run ${runNumber} ${dayWords(atMs, nowMs)}`;
    if (count >= facts.sendable)
      say(
        'nobody-left',
        'stops',
        `${count} ${runId}`,
        `Everybody in it was invited to this ${when}. Nobody is left to send to.`,
        runId,
      );
    else
      say(
        'invited-meanwhile',
        'asks',
        `${count} ${runId}`,
        `${peopleWere(count)} invited to this ${when}. ${count === 1 ? 'This person is' : 'They are'} left out, and ${formatted(facts.sendable - count)} go.`,
        runId,
      );
  }
  if (fileRun !== null)
    say(
      'file-run-meanwhile',
      'asks',
      fileRun.runId,
      `The same file was run meanwhile: run ${fileRun.runNumber} sent it to ${fileRun.targetTitle} ${dayWords(fileRun.startedAtMs, nowMs)}, with ${formatted(fileRun.reached)} reached. Who was invited to this target is left out.`,
      fileRun.runId,
    );
  if (links !== null) findings.push(...toLinkFindings(links));
  for (const notice of notices) say(notice.kind, 'tells', '', notice.sentence);
  return findings.sort((one, other) => order.indexOf(one.weight) - order.indexOf(other.weight));
}

const order: readonly Finding['weight'][] = ['stops', 'asks', 'waits', 'tells'];

/** What a failure of the start, or of the look before it, means for a batch. */
function ofFailure(
  { code, params }: AppError,
  targetTitle: string,
): Pick<Finding, 'kind' | 'weight' | 'sentence'> {
  const sentence = toSentence(code, params);
  if (cannotAsk.has(code)) return { kind: 'cannot-ask', weight: 'waits', sentence };
  switch (code) {
    case 'api/scope-missing':
      return { kind: 'scope', weight: 'stops', sentence };
    case 'api/not-found':
      return {
        kind: 'target-gone',
        weight: 'stops',
        sentence: `Flowmingo no longer has “${params.message ?? targetTitle}”. Nothing was sent. Change the batch and choose another target.`,
      };
    case 'batch/message-problem':
      return { kind: 'message', weight: 'stops', sentence };
    case 'batch/incomplete':
      return { kind: 'not-whole', weight: 'stops', sentence };
    case 'workspace/not-found':
      return { kind: 'no-workspace', weight: 'stops', sentence };
    case 'key/not-accepted':
    case 'key/no-access':
    case 'key/missing':
      return { kind: 'key', weight: 'stops', sentence };
    default:
      return { kind: 'did-not-start', weight: 'stops', sentence };
  }
}

/** The same for a start that failed after the look. */
export function toStartFinding(error: AppError): Finding {
  return { ...ofFailure(error, ''), mark: `start ${error.code}`, runId: null };
}

const numbers = new Intl.NumberFormat('en-GB');

function formatted(count: number): string {
  return numbers.format(count);
}

function peopleWere(count: number): string {
  return count === 1 ? '1 person was' : `${formatted(count)} people were`;
}

function dayWords(atMs: number, nowMs: number): string {
  const { daysAgo, date } = createPastDays(nowMs)(atMs);
  return daysAgo === null ? `on ${date}` : daysAgo;
}
