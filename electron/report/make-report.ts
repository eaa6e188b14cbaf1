// The support report: how this app does, as one JSON text. Must never hold anything of people, names of anything, or a key:
// ids are hashed with a salt that is thrown away, and of texts only what scrubText leaves is in it.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { AppContext } from '../context/app-context';
import type { ReportedCause, ReportedRun } from '../store/report-store';
import { scrubLog } from './scrub-log';
import { scrubText, toHash } from './scrub-text';

/** The end of each log: some thousand lines, which somebody can still read through before giving them away. */
const mostLogLength = 200_000;
const saltBytes = 32;

export interface ReportFacts {
  readonly version: string;
  /** Null in a terminal. */
  readonly electronVersion: string | null;
}

/** The whole report, as it is shown and saved. */
export function makeReport(
  { dataDir, ledger, keyStore }: Pick<AppContext, 'dataDir' | 'ledger' | 'keyStore'>,
  { version, electronVersion }: ReportFacts,
  nowMs = Date.now(),
): string {
  const salt = randomBytes(saltBytes).toString('hex');
  const hash = (id: string | null) => (id === null ? null : toHash(salt, id));
  const { integrity, ...ledgerFacts } = ledger.report.readLedgerFacts();
  const report = {
    about:
      'Support report of Flowmingo Batch. No names, addresses, texts or keys; ids are hashes that fit this report only.',
    madeAt: toTime(nowMs),
    versions: {
      app: version,
      electron: electronVersion,
      node: process.versions.node,
      sqlite: ledgerFacts.sqlite,
    },
    computer: {
      platform: process.platform,
      architecture: process.arch,
      system: os.release(),
      processors: os.cpus().length,
      memoryMib: Math.round(os.totalmem() / 1024 / 1024),
    },
    settings: {
      ...toHarmless(ledger.settings.get()),
      keepMonths: ledger.retention.getKeepMonths(),
      keysKeptIn: keyStore.keptIn,
    },
    workspaces: ledger.workspaces.list().map(({ workspaceId, environment, scopes, expiresAtMs }) => ({
      id: hash(workspaceId),
      environment,
      scopes,
      keyEndsAt: toTime(expiresAtMs),
    })),
    ledger: { ...ledgerFacts, integrity: integrity.map((finding) => scrubText(finding, salt)) },
    outcomes: ledger.report.readCauses().map((cause) => toCause(cause, salt)),
    runs: ledger.report.readRuns().map((run) => toRun(run, salt)),
    log: ['app.old.log', 'app.log'].flatMap((name) =>
      scrubLog(readEnd(path.join(dataDir, 'logs', name)), salt),
    ),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Numbers, switches and words of a list; anything else could be a name or a place. */
function toHarmless(settings: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([, value]) => typeof value !== 'object' && (typeof value !== 'string' || /^[a-z-]{1,20}$/.test(value)),
    ),
  );
}

/** Words of an answer stand behind the colon. */
function toCause({ outcome, causeCode, count }: ReportedCause, salt: string) {
  const [code, ...words] = causeCode?.split(':') ?? [];
  const kept = code !== undefined && /^[a-z-]+(?:\/[a-z-]+)?$/.test(code) ? code : null;
  const said = words.length === 0 ? '' : `: ${scrubText(words.join(':'), salt)}`;
  return { outcome, cause: kept === null ? null : kept + said, count };
}

function toRun(run: ReportedRun, salt: string) {
  return {
    id: toHash(salt, run.run_id),
    repeats: run.parent_run_id === null ? null : toHash(salt, run.parent_run_id),
    workspace: toHash(salt, run.workspace_id),
    operation: run.operation,
    environment: run.environment,
    state: run.state,
    pauseReason: run.pause_reason,
    startedFrom: run.started_from,
    requestsAtOnce: run.concurrency,
    peoplePerRequest: run.people_per_request,
    plannedAt: toTime(run.created_at_ms),
    startedAt: toTime(run.started_at_ms),
    endedAt: toTime(run.finished_at_ms),
    outcomes: run.causes.map((cause) => toCause(cause, salt)),
  };
}

function toTime(timeMs: number | null): string | null {
  return timeMs === null ? null : new Date(timeMs).toISOString();
}

/** From the first whole line on; '' where there is no such file. */
function readEnd(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.length <= mostLogLength) return text;
    const end = text.slice(-mostLogLength);
    return end.slice(end.indexOf('\n') + 1);
  } catch {
    return '';
  }
}
