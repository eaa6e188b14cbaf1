import { type ReactNode, useState } from 'react';
import {
  type NewBatchEvent,
  newBatchStart,
  type OrderInHand,
} from '../../renderer/screens/new-batch/new-batch-state';
import { type NewBatch, NewBatchContext } from '../../renderer/screens/new-batch/use-new-batch';
import type { CheckSummary, FileSummary } from '../../renderer/worker/session-types';
import type { WorkerClient } from '../../renderer/worker/worker-client';
import type { Person } from '../../shared/operations/field';
import type { WorkspaceView } from '../../shared/workspaces/workspace-view';

/** 318 rows, of which 301 are sent. */
export const fairCheck: CheckSummary = {
  revision: 1,
  total: 318,
  willBeSent: 301,
  leftOut: 17,
  needYou: 0,
  worthALook: 0,
  fine: 301,
  needYouGroups: [],
  worthALookGroups: [],
  leftOutGroups: [
    { why: 'already-invited', title: 'Already invited', count: 7 },
    { why: 'duplicate-in-file', title: 'Twice in the file', count: 4 },
    { why: 'left-out-by-you', title: 'Left out by you', count: 6 },
  ],
  withoutFirstName: 0,
  withoutEmail: 0,
  invitedBefore: 0,
  undoes: null,
  redoes: null,
  hiddenPeople: 0,
};

/** An order for the fair's people, with email. */
export const fairOrder: OrderInHand = {
  target: {
    setId: 'set-0',
    setTitle: 'Graduate Assessment 2026',
    projectId: 'project-0',
    projectTitle: 'Graduate Programme 2026',
    jobPostId: null,
    jobPostTitle: null,
  },
  sendInvite: true,
  message: '<p>Dear Minh Anh, thank you for talking to us at the Graduate fair in Hanoi.</p>',
  settings: null,
  startsWithFirst: true,
};

const fairFile = {
  fileName: 'Graduate fair Hanoi 2026.xlsx',
  sizeBytes: 219_136,
  sheets: [{ sheetIndex: 0, name: 'Fair 21.3.', visibility: 'visible', peopleCount: 318 }],
  table: { sheetIndex: 0, peopleCount: 318 },
} as unknown as FileSummary;

const minhAnh: Person = {
  email: 'minh.anh@example.com',
  firstname: 'Minh Anh',
  lastname: 'Nguyễn Thị',
  cv_link: null,
  ats_candidate_id: null,
};
const nameless: Person = { ...minhAnh, email: 'jobs@example.com', firstname: null, lastname: 'Tran' };

/** What the worker of the sheet answers: rows 5, 6, 7 … in their order, each of a person. */
async function askSheet(question: string, ...asked: unknown[]): Promise<unknown> {
  if (question === 'firstSentRowNumbers') return [5, 6, 7];
  if (question === 'replayFacts') return { shared: [], total: fairCheck.total, takenIn: 0 };
  if (question === 'batchSource')
    return {
      fileName: fairFile.fileName,
      sizeBytes: fairFile.sizeBytes,
      sha256: 'a'.repeat(64),
      sheetName: 'Fair 21.3.',
      headerRow: 4,
      columns: [],
    };
  if (question === 'samplePerson') {
    const [filter, index] = [asked[0] as string, Number(asked[1] ?? 0)];
    const isOdd = filter === 'no-first-name' || filter === 'looks-odd';
    const person = isOdd ? nameless : minhAnh;
    return { rowNumber: index + 5, person, index, total: isOdd ? 4 : fairCheck.willBeSent };
  }
  const from = Number(asked[0] ?? 0);
  const length = question === 'batchRows' ? Math.max(0, Math.min(100, fairCheck.total - from)) : 0;
  return Array.from({ length }, (_, index) => ({ rowNumber: from + index + 5 }));
}

interface FakeNewBatchProps {
  readonly workspace: WorkspaceView | null;
  readonly check?: CheckSummary;
  readonly order?: OrderInHand;
  readonly goTo?: NewBatch['goTo'];
  readonly onStarted?: NewBatch['onStarted'];
  readonly onKeptReady?: NewBatch['onKeptReady'];
  readonly children: ReactNode;
}

/** The wizard around one of its last steps, with a file read and its rows checked. */
export function FakeNewBatch({
  workspace,
  check = fairCheck,
  order: startsWith = fairOrder,
  goTo = () => {},
  onStarted = () => {},
  onKeptReady = () => {},
  children,
}: FakeNewBatchProps) {
  const [order, setOrder] = useState(startsWith);
  const tell = (event: NewBatchEvent) => {
    if (event.kind === 'order-changed') setOrder((before) => ({ ...before, ...event.order }));
  };
  const state = { ...newBatchStart, step: 'last-look', file: fairFile, check, order } as const;
  const sheet = { ask: askSheet } as unknown as WorkerClient;
  return (
    <NewBatchContext.Provider
      value={{ state, tell, goTo, sheet, workspace, keep: async () => null, onStarted, onKeptReady }}
    >
      {children}
    </NewBatchContext.Provider>
  );
}
