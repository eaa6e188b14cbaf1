import type { ResultRow, ResultsSource } from '../../../../electron/workbooks/results-source';
import type { RunSummary } from '../../../../shared/runs/progress';
import { type Outcome, outcomes, type RowState } from '../../../../shared/runs/row-state';

const stateOf: Record<Outcome, RowState> = {
  done: 'done',
  alreadyThere: 'already-there',
  refused: 'refused',
  unknown: 'unknown',
  skipped: 'skipped',
  notSent: 'pending',
};

export function makeResultRow(ordinal: number, over: Partial<ResultRow> = {}): ResultRow {
  const outcome = over.outcome ?? 'done';
  const email = `person${ordinal}@example.com`;
  const isDone = outcome === 'done';
  return {
    ordinal,
    rowNumber: ordinal + 2,
    email,
    firstname: 'Ana',
    lastname: 'Silva',
    state: stateOf[outcome],
    outcome,
    causeCode: isDone ? null : `${outcome}/test`,
    sentence: isDone ? 'Invited' : `What happened to ${outcome}`,
    submissionId: isDone ? `sub-${ordinal}` : null,
    invitationId: isDone ? `inv-${ordinal}` : null,
    candidateId: isDone ? `cand-${ordinal}` : null,
    recordId: isDone ? `rec-${ordinal}` : null,
    applicationId: null,
    work: null,
    attempts: 1,
    atMs: Date.UTC(2026, 2, 4, 1, 2, 3),
    cells: [`Ana ${ordinal}`, email],
    person: { email, firstname: 'Ana', lastname: 'Silva', cv_link: null, ats_candidate_id: null },
    ...over,
  };
}

/** A run that holds together: counts are taken from the rows unless the test says otherwise. */
export function makeResults(
  rows: readonly ResultRow[],
  over: { summary?: Partial<RunSummary>; headers?: readonly string[]; headerRow?: number | null } = {},
): ResultsSource {
  const counts = Object.fromEntries(
    outcomes.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
  ) as Record<Outcome, number>;
  const headers = over.headers ?? ['Name', 'E-Mail'];
  return {
    summary: {
      runId: 'run-1',
      runNumber: 1,
      parentRunId: null,
      batchName: 'Graduate fair',
      fileName: 'fair.xlsx',
      sheetName: 'People',
      operation: 'invite',
      workspaceId: 'ws-1',
      workspaceName: 'Nordwind',
      environment: 'practice',
      organizationId: 48213,
      targetTitle: 'Graduate Assessment',
      sendInvite: true,
      state: 'finished',
      pauseReason: null,
      pauseDetail: null,
      wait: null,
      firstRows: null,
      undecidedCount: 0,
      total: rows.length,
      counts,
      inFlight: 0,
      createdAtMs: Date.UTC(2026, 2, 4, 1, 0, 0),
      startedAtMs: Date.UTC(2026, 2, 4, 1, 0, 0),
      finishedAtMs: Date.UTC(2026, 2, 4, 1, 10, 0),
      ratePerSecond: null,
      concurrency: 4,
      ...over.summary,
    },
    source: {
      fileName: 'fair.xlsx',
      sizeBytes: 1234,
      sha256: 'a'.repeat(64),
      sheetName: 'People',
      headerRow: over.headerRow === undefined ? 1 : over.headerRow,
      columns: headers.map((header, index) => ({ letter: String.fromCharCode(65 + index), header })),
    },
    work: {
      operation: 'invite',
      order: {
        target: {
          setId: 'set-1',
          setTitle: 'Graduate Assessment',
          projectId: null,
          projectTitle: null,
          jobPostId: null,
          jobPostTitle: null,
        },
        sendInvite: true,
        message: '<p>Dear {{candidate_name}}, welcome</p>',
      },
    },
    rows: () => rows,
  };
}
