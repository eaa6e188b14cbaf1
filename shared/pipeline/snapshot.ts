// A snapshot: the pipeline as read at one moment. Reads hold ids only (API guide, 4); names come from this app's own history.
import { z } from 'zod';

export const snapshotCountsSchema = z.strictObject({
  projects: z.number().int(),
  jobPosts: z.number().int(),
  interviewSets: z.number().int(),
  stages: z.number().int(),
  applications: z.number().int(),
  submissions: z.number().int(),
});
export type SnapshotCounts = z.infer<typeof snapshotCountsSchema>;

/** A snapshot that was read whole. Times UTC. */
export const snapshotSummarySchema = z.strictObject({
  snapshotId: z.string(),
  workspaceId: z.string(),
  /** When its reading began. */
  takenAtMs: z.number(),
  counts: snapshotCountsSchema,
});
export type SnapshotSummary = z.infer<typeof snapshotSummarySchema>;

/** What is being read, in this order. */
export const snapshotParts = [
  'job-posts',
  'interview-sets',
  'projects',
  'stages',
  'applications',
  'submissions',
] as const;

/** How far a reading is; a push. `total` null while the API has not said how many there are. */
export const snapshotProgressSchema = z.strictObject({
  workspaceId: z.string(),
  part: z.enum(snapshotParts),
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** Waiting for the API's Retry-After until then; null while it goes. */
  waitsUntilMs: z.number().nullable(),
});
export type SnapshotProgress = z.infer<typeof snapshotProgressSchema>;

/** How an application changed between two snapshots. Several may hold at once, except `new` and `gone`. */
export const changeKinds = ['new', 'moved', 'newly-scored', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What changed since an earlier snapshot, counted. "14 moved to Final". */
export const changeCountsSchema = z.strictObject({
  sinceMs: z.number(),
  sinceSnapshotId: z.string(),
  new: z.number().int(),
  newlyScored: z.number().int(),
  gone: z.number().int(),
  /** By the stage that they are in now, in pipeline order; null title: in no stage. */
  movedTo: z.array(z.strictObject({ stageTitle: z.string().nullable(), count: z.number().int() })),
});
export type ChangeCounts = z.infer<typeof changeCountsSchema>;
