// What one row of a pipeline batch asks for, every id found. One request a row; titles are for people only (API guide, 5).
import { z } from 'zod';
import { flowmingoIdSchema } from './invite-target';

const title = z.string().max(500);
const place = {
  projectId: flowmingoIdSchema,
  projectTitle: title,
};
/** The stage that the row was prepared from; null where nobody looked, or where the person is in no stage. */
const from = { fromStageId: flowmingoIdSchema.nullable(), fromStageTitle: title.nullable() };

export const addWorkSchema = z.strictObject({
  kind: z.literal('add'),
  candidateId: flowmingoIdSchema,
  ...place,
  jobPostId: flowmingoIdSchema.nullable(),
  jobPostTitle: title.nullable(),
  /** Null: the API's first stage. */
  stageId: flowmingoIdSchema.nullable(),
  stageTitle: title.nullable(),
});

export const moveWorkSchema = z.strictObject({
  kind: z.literal('move'),
  applicationId: flowmingoIdSchema,
  candidateId: flowmingoIdSchema.nullable(),
  ...place,
  ...from,
  /** Only where the person is still in `fromStageId`: a row of an undo or of an edited workbook. */
  onlyFrom: z.boolean(),
  stageId: flowmingoIdSchema,
  stageTitle: title,
});

export const rejectWorkSchema = z.strictObject({
  kind: z.literal('reject'),
  applicationId: flowmingoIdSchema,
  candidateId: flowmingoIdSchema.nullable(),
  ...place,
  ...from,
  onlyFrom: z.boolean(),
});

export const pipelineWorkSchema = z.discriminatedUnion('kind', [
  addWorkSchema,
  moveWorkSchema,
  rejectWorkSchema,
]);
export type AddWork = z.infer<typeof addWorkSchema>;
export type MoveWork = z.infer<typeof moveWorkSchema>;
export type RejectWork = z.infer<typeof rejectWorkSchema>;
export type PipelineWork = z.infer<typeof pipelineWorkSchema>;

/** The two of which the second would undo or repeat the first: one application, or one person in one project. */
export function workKey(work: PipelineWork): string {
  return work.kind === 'add'
    ? `add ${work.projectId} ${work.candidateId}`
    : `application ${work.applicationId}`;
}

/** What a pipeline held for a row just before its request: read then, kept for undo and look-ups. */
export const pipelineBeforeSchema = z.strictObject({
  /** The application that was there: the row's own or, of an add, the person's active one in that project. Null without one. */
  applicationId: z.string().nullable(),
  stageId: z.string().nullable(),
  stageTitle: z.string().nullable(),
  jobPostId: z.string().nullable(),
  /** The API's own number, of which only a change means something (API guide, 4.4). */
  status: z.number().nullable(),
  readAtMs: z.number(),
});
export type PipelineBefore = z.infer<typeof pipelineBeforeSchema>;

/** A pipeline batch besides its rows: how it is called. Everything else stands in the rows. */
export const pipelineOrderSchema = z.strictObject({ title: z.string().min(1).max(500) });

/** What a row does, for people: "Screening → Final", "Add to Backend Engineer, Screening", "Reject". */
export function toWorkText(work: PipelineWork): string {
  switch (work.kind) {
    case 'add':
      return `Add to ${work.projectTitle}${work.stageTitle === null ? '' : `, ${work.stageTitle}`}`;
    case 'move':
      return `${work.fromStageTitle ?? 'No stage'} → ${work.stageTitle}`;
    case 'reject':
      return 'Reject';
  }
}
