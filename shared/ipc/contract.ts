// EVERY channel between the window and the main process, with zod for what goes in and what comes out.
// The router, the preload, the type of window.flowmingo and the contract tests derive from this one literal.
import { z } from 'zod';
import { batchChannels } from '../batches/batch-channels';
import { earlierInviteSchema } from '../batches/earlier-invite';
import { draftChannels } from '../drafts/draft-channels';
import { handOverChannels } from '../hand-over/hand-over-channels';
import { historyChannels } from '../history/history-channels';
import { mappingChannels } from '../mappings/mapping-channels';
import { messageChannels } from '../messages/message-channels';
import { batchOrderSchema, batchRowSchema, maxRowsPerChunk, newBatchSchema } from '../operations/batch';
import { checkedLinkSchema, maxLinkLength } from '../operations/link-outcome';
import { pipelineChannels } from '../pipeline/pipeline-channels';
import { snapshotProgressSchema } from '../pipeline/snapshot';
import { runCauseSchema, runRowSchema, runSummarySchema } from '../runs/progress';
import { outcomes } from '../runs/row-state';
import { runSettingsSchema, runStartSchema } from '../runs/run-settings';
import { attemptViewSchema, unsurePersonSchema } from '../runs/unsure';
import { settingsChannels, settingsPushes } from '../settings/settings-channels';
import { checkedKeySchema, workspaceViewSchema } from '../workspaces/workspace-view';
import { writeBackChannels } from '../write-back/write-back-channels';
import { pictureParts } from './picture-parts';
import { savedFileSchema } from './saved-file';

const nothing = z.strictObject({});
const idSchema = z.string().min(1).max(100);
const runId = z.strictObject({ runId: idSchema });

/** What the recruiter typed to confirm: the number of people, as digits in any grouping; null where none was asked for. */
const typedNumberSchema = z.string().max(40).nullable();

const targetItemSchema = z.strictObject({ id: z.string(), title: z.string() });
export const targetListsSchema = z.strictObject({
  interviewSets: z.array(targetItemSchema),
  projects: z.array(targetItemSchema),
  jobPosts: z.array(targetItemSchema.extend({ projectId: z.string().nullable() })),
  readAtMs: z.number(),
  /** False where the lists are the ones kept from an earlier reading. */
  isFresh: z.boolean(),
});
export type TargetLists = z.infer<typeof targetListsSchema>;

/** Longer than any address, link or ID that is sent; one question holds at most 2,000 of them. */
const historyKeysSchema = z.array(z.string().max(8100)).max(2000);

/** As many links as one check takes: with 10 s each it ends within minutes, whatever their sites do. */
export const maxLinksPerCheck = 200;

export const startNoticeKinds = ['key-ends-soon', 'no-look-ups'] as const;
export type StartNotice = { readonly kind: (typeof startNoticeKinds)[number]; readonly sentence: string };

/** Requests: the window asks, the main process answers in an envelope. */
export const requests = {
  'app:get-info': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      platform: z.enum(['win32', 'darwin', 'linux']),
      /** "Windows Credential Manager", "macOS Keychain", "GNOME keyring" … */
      keychainName: z.string(),
      keychainAvailable: z.boolean(),
      electronVersion: z.string(),
      /** What the start-up has to say, one sentence each (a history that could not be read, runs that stopped part way). */
      notices: z.array(z.string()),
    }),
  },
  'app:open-link': { input: z.strictObject({ link: z.enum(['api-keys', 'flowmingo']) }), output: nothing },
  /** A failure inside the window, for the redacted log; answers the reference to show. */
  'app:report-failure': {
    input: z.strictObject({ text: z.string().max(4000) }),
    output: z.strictObject({ reference: z.string() }),
  },
  /** Answers `app:close-asked`: everything is kept, the window may go. */
  'app:let-close': { input: nothing, output: nothing },

  ...settingsChannels,

  'workspaces:list': {
    input: nothing,
    output: z.strictObject({
      workspaces: z.array(workspaceViewSchema),
      currentWorkspaceId: z.string().nullable(),
    }),
  },
  /** The only channel that carries a key, and only inwards. Asks `GET /me` on the address that the prefix names. */
  'workspaces:check-key': {
    input: z.strictObject({ key: z.string().max(500), replacesWorkspaceId: idSchema.nullable() }),
    output: checkedKeySchema,
  },
  'workspaces:save-key': {
    input: z.strictObject({
      checkId: idSchema,
      name: z.string().trim().min(1).max(80),
      replacesWorkspaceId: idSchema.nullable(),
    }),
    output: workspaceViewSchema,
  },
  'workspaces:open-practice': { input: nothing, output: workspaceViewSchema },
  'workspaces:switch': { input: z.strictObject({ workspaceId: idSchema }), output: workspaceViewSchema },
  'workspaces:forget': { input: z.strictObject({ workspaceId: idSchema }), output: nothing },

  ...draftChannels,

  'targets:read-lists': {
    input: z.strictObject({ workspaceId: idSchema, refresh: z.boolean() }),
    output: targetListsSchema,
  },

  ...historyChannels,

  /** Everybody whom a run of the workspace has, or may have, invited, by any of the three. */
  'history:find-invited': {
    input: z.strictObject({
      workspaceId: idSchema,
      personKeys: historyKeysSchema,
      cvLinks: historyKeysSchema,
      atsIds: historyKeysSchema,
    }),
    output: z.strictObject({ invited: z.array(earlierInviteSchema) }),
  },

  /**
   * Looks at CV links, without the key and never at Flowmingo. One outcome a link, in their order. A check that begins stops the one
   * before; `isAgain` looks once more at those that did not answer well.
   */
  'links:check': {
    input: z.strictObject({
      checkId: idSchema,
      links: z
        .array(
          z
            .string()
            .max(maxLinkLength)
            .regex(/^https:\/\/\S+$/i),
        )
        .min(1)
        .max(maxLinksPerCheck),
      isAgain: z.boolean(),
    }),
    output: z.strictObject({ checked: z.array(checkedLinkSchema) }),
  },
  /** Ends a check at once: it answers with what it has found. */
  'links:stop': { input: z.strictObject({ checkId: idSchema }), output: nothing },

  ...mappingChannels,

  ...messageChannels,

  /** Of a draft, the batch has the draft's name. */
  'batches:begin': { input: newBatchSchema, output: z.strictObject({ batchId: z.string() }) },
  'batches:add-rows': {
    input: z.strictObject({
      batchId: idSchema,
      /** Ordinal of the first row of this chunk, 0-based: a chunk sent twice changes nothing. */
      fromOrdinal: z.number().int().min(0),
      rows: z.array(batchRowSchema).min(1).max(maxRowsPerChunk),
    }),
    output: z.strictObject({ rowsHeld: z.number().int() }),
  },
  /**
   * What is checked at a start, before it: key, scopes, target, message. Refuses with what would stop the start; answers with what
   * would not, one sentence each (a key that ends during the run, a key that cannot look people up).
   */
  'batches:check-start': {
    input: z.strictObject({
      workspaceId: idSchema,
      work: batchOrderSchema,
      peopleCount: z.number().int().min(1),
      settings: runSettingsSchema,
    }),
    output: z.strictObject({
      checkedAtMs: z.number(),
      notices: z.array(z.strictObject({ kind: z.enum(startNoticeKinds), sentence: z.string() })),
    }),
  },
  /** Checks all that again, then starts. Production needs the typed number. */
  'batches:start-run': {
    input: z.strictObject({
      batchId: idSchema,
      settings: runSettingsSchema,
      start: runStartSchema,
      typedNumber: typedNumberSchema,
    }),
    output: runSummarySchema,
  },

  ...batchChannels,

  'runs:list': {
    input: z.strictObject({ limit: z.number().int().min(1).max(500) }),
    output: z.strictObject({ runs: z.array(runSummarySchema) }),
  },
  'runs:get': { input: runId, output: runSummarySchema },
  'runs:list-rows': {
    input: z.strictObject({
      runId: idSchema,
      outcome: z.enum(outcomes).nullable(),
      causeCode: z.string().max(300).nullable(),
      search: z.string().max(200),
      /** `sheet`: by row number. `latest`: what happened last comes first, and only what has happened. */
      order: z.enum(['sheet', 'latest']),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.strictObject({ rows: z.array(runRowSchema), matching: z.number().int() }),
  },
  'runs:list-causes': { input: runId, output: z.strictObject({ causes: z.array(runCauseSchema) }) },
  'runs:pause': { input: runId, output: runSummarySchema },
  'runs:resume': { input: runId, output: runSummarySchema },
  'runs:cancel': { input: runId, output: runSummarySchema },
  /** A new run, pointing to this one, of the rows of one cause (or of all not sent, with `not-sent`). Never of unknown rows. */
  'runs:run-again': {
    input: z.strictObject({
      runId: idSchema,
      causeCode: z.string().max(300),
      settings: runSettingsSchema,
      start: runStartSchema,
      typedNumber: typedNumberSchema,
    }),
    output: runSummarySchema,
  },

  /** The unknown people of a run with the evidence, undecided ones first, then in the sheet's order. */
  'runs:list-unsure': {
    input: z.strictObject({
      runId: idSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.strictObject({ people: z.array(unsurePersonSchema), total: z.number().int() }),
  },
  /** Asks Flowmingo about the unknown people, twice with some seconds between; answers when that is over. Sends nothing. */
  'runs:look-up': { input: runId, output: runSummarySchema },
  /**
   * What a person decided about unknown people. `sendAgain`: a paused run sends to them when it goes on; of a run that has ended
   * they are `not-sent/you-decided` then, which `runs:run-again` takes. Rows that are not unknown any more stay as they are.
   */
  'runs:decide-unsure': {
    input: z.strictObject({
      runId: idSchema,
      leaveAlone: z.array(z.number().int().min(0)).max(100_000),
      sendAgain: z.array(z.number().int().min(0)).max(100_000),
    }),
    output: runSummarySchema,
  },
  /** "What was sent and received" for one row: the request's body as JSON, and every try, oldest first. */
  'runs:get-exchange': {
    input: z.strictObject({ runId: idSchema, ordinal: z.number().int().min(0) }),
    output: z.strictObject({ requestText: z.string(), attempts: z.array(attemptViewSchema) }),
  },

  ...pipelineChannels,

  ...handOverChannels,

  ...writeBackChannels,

  'results:save': {
    input: z.strictObject({ runId: idSchema, format: z.enum(['xlsx', 'csv']) }),
    output: savedFileSchema,
  },
  /** A chart that the window drew, as pieces of Base64. Asks where to save it. */
  'pictures:save': {
    input: z.strictObject({
      title: z.string().max(200),
      pngParts: z.array(z.string().max(pictureParts.maxLength)).min(1).max(pictureParts.maxCount),
    }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved'), fileName: z.string() }),
      z.strictObject({ kind: z.literal('cancelled') }),
    ]),
  },
  'results:show-in-folder': { input: z.strictObject({ savedId: idSchema }), output: nothing },
} as const;

/** Pushes: the main process tells, at most four times a second for each kind; the last one is always sent. */
export const pushes = {
  'runs:progressed': z.strictObject({ summary: runSummarySchema }),
  'snapshots:progressed': snapshotProgressSchema,
  'workspaces:changed': nothing,
  'drafts:changed': nothing,
  /** The operating system asks to open a batch file; `handover:take-opened` says which. */
  'handover:opened': nothing,
  /** Ready batches, their order, or what the queue does. */
  'queue:changed': nothing,
  /** The window is about to close and waits a moment for what is not kept yet; `app:let-close` answers. */
  'app:close-asked': nothing,
  ...settingsPushes,
  /** How many different addresses of a check's links are settled. */
  'links:checked': z.strictObject({ checkId: z.string(), settledCount: z.number().int() }),
} as const;

export type RequestChannel = keyof typeof requests;
export type PushChannel = keyof typeof pushes;
export type RequestInput<Channel extends RequestChannel> = z.input<(typeof requests)[Channel]['input']>;
export type ParsedInput<Channel extends RequestChannel> = z.output<(typeof requests)[Channel]['input']>;
export type RequestOutput<Channel extends RequestChannel> = z.output<(typeof requests)[Channel]['output']>;
export type PushPayload<Channel extends PushChannel> = z.output<(typeof pushes)[Channel]>;
