// What add, move and reject have in common for the engine: one row, one request; what was there is read before and after.
// Must never send a row whose pipeline entry is not as the recruiter saw it, where the row says so.
import { type PipelineWork, pipelineOrderSchema } from '../../shared/operations/pipeline-work';
import type { PipelineAnswer } from '../flowmingo/pipeline-request';
import type { WriteOutcome } from '../flowmingo/write-outcome';
import type { BoundOperation, Operation, RowResult, RowToSend } from './operation';
import { readPipelineBefore } from './pipeline-before';
import { lookUpPipeline } from './pipeline-look-up';
import { rulesOf } from './rules-of';

/** The operation `kind`; its rows say what they ask for. */
export function createPipelineOperation(kind: Exclude<Operation['kind'], 'invite'>): Operation {
  return {
    kind,
    bind: (value) => {
      pipelineOrderSchema.parse(value);
      return bound;
    },
  };
}

const bound: BoundOperation = {
  takesSeveral: false,
  mayShare: () => false,
  whyNotSendable: ({ work }) => (work === null ? 'nobody knows which pipeline entry it means' : null),
  send: async (api, workspaceId, rows) => {
    const [row] = rows;
    if (row?.work == null || rows.length > 1)
      throw new Error('A pipeline request takes one row with its work.');
    const outcome = await api.sendPipeline(workspaceId, rulesOf(row.work).toRequest(row.work));
    return outcome.kind === 'processed' ? readProcessed(row, row.work, outcome) : outcome;
  },
  toRequestText: ({ work }) => (work === null ? '' : toRequestText(work)),
  readRefusal: ({ work }, why, message) => (work === null ? null : rulesOf(work).readRefusal(why, message)),
  readBefore: readPipelineBefore,
  // What is new in a pipeline is told by each row's own entry, not by what the whole held.
  readRecords: async () => ({ records: [], isWhole: false, clock: null }),
  lookUp: lookUpPipeline,
};

/** A 2xx that names another application, stage or state than was asked for says nothing about this row. */
function readProcessed(
  row: RowToSend,
  work: PipelineWork,
  { body, raw }: Extract<WriteOutcome<PipelineAnswer>, { kind: 'processed' }>,
): WriteOutcome<readonly RowResult[]> {
  const verdict = rulesOf(work).readAnswer(work, body, row.before);
  if (verdict === null)
    return {
      kind: 'unknown',
      why: 'unreadable',
      message: 'The answer is about something else than was asked for.',
      retryAfterMs: null,
      raw,
    };
  return { kind: 'processed', raw, body: [{ ordinal: row.ordinal, ...verdict }] };
}

function toRequestText(work: PipelineWork): string {
  const request = rulesOf(work).toRequest(work);
  return JSON.stringify(request.kind === 'reject' ? {} : request.body, null, 2);
}
