// The channels of the settings screen and of the app's end, as contract.ts takes them in. No path crosses to be used: what was
// chosen in a dialog of the system is named by an id. Never carries a key.
import { z } from 'zod';
import { appSettingsSchema } from './app-settings';
import { backupContentsSchema } from './backup-contents';

const nothing = z.strictObject({});
const idSchema = z.string().min(1).max(100);

/** What a test of the network came to. The key takes no part in it, and no request is sent. */
export const networkTestSchema = z.strictObject({
  /** The address that was tried, without a path. */
  origin: z.string(),
  /** The ways that this computer's settings name, in their order: "straight", or a proxy's name. */
  routes: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('direct') }),
      z.strictObject({ kind: z.literal('proxy'), name: z.string(), protocol: z.string() }),
    ]),
  ),
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('connected'),
      tookMs: z.number(),
      /** Null for an address of this computer, which is reached without TLS. */
      tls: z.strictObject({ protocol: z.string(), issuer: z.string() }).nullable(),
    }),
    z.strictObject({
      kind: z.literal('failed'),
      why: z.enum(['network', 'not-trusted', 'proxy']),
      /** A sentence or a code of the system, for Details. */
      detail: z.string(),
    }),
  ]),
});
export type NetworkTest = z.infer<typeof networkTestSchema>;

/** What a test of the keychain came to, with an entry that was made up for it. */
export const keychainTestSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('works'), keychain: z.string(), tookMs: z.number() }),
  /** There is none: keys are kept in memory. */
  z.strictObject({ kind: z.literal('session-only') }),
  z.strictObject({
    kind: z.literal('failed'),
    keychain: z.string(),
    step: z.enum(['write', 'read', 'compare', 'delete']),
  }),
]);
export type KeychainTest = z.infer<typeof keychainTestSchema>;

/** Of everything in the app that others wrote. `text` is empty where a package comes without one. */
export const licensesSchema = z.strictObject({
  packages: z.array(
    z.strictObject({ name: z.string(), version: z.string(), license: z.string(), text: z.string() }),
  ),
});

export const settingsChannels = {
  'app:get-settings': { input: nothing, output: appSettingsSchema },
  /** Holds at once; a request that is on its way keeps the limits that it left with. */
  'app:change-settings': { input: appSettingsSchema.partial(), output: appSettingsSchema },
  'settings:test-network': { input: nothing, output: networkTestSchema },
  'settings:test-keychain': { input: nothing, output: keychainTestSchema },
  /** Shown, and never taken back in. */
  /** The packages in this app, gathered when it was built. */
  'settings:read-licenses': { input: nothing, output: licensesSchema },
  'settings:get-data-folder': { input: nothing, output: z.strictObject({ path: z.string() }) },
  'settings:open-data-folder': { input: nothing, output: nothing },
  /** Asks where to save. Runs go on meanwhile. */
  'settings:back-up': {
    input: nothing,
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('saved'),
        fileName: z.string(),
        savedId: z.string(),
        contents: backupContentsSchema,
      }),
      z.strictObject({ kind: z.literal('cancelled') }),
    ]),
  },
  /** Asks for a file, checks all of it, and says what it holds. Changes nothing. */
  'settings:choose-backup': {
    input: nothing,
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('chosen'),
        restoreId: z.string(),
        fileName: z.string(),
        contents: backupContentsSchema,
        /** Runs of this computer that the file does not hold, or holds in an earlier state. */
        missingRunCount: z.number().int(),
      }),
      z.strictObject({ kind: z.literal('cancelled') }),
    ]),
  },
  /** Keeps the present data aside, puts the chosen backup in its place, and starts the app again. */
  'settings:restore': { input: z.strictObject({ restoreId: idSchema }), output: nothing },
} as const;

export const settingsPushes = {
  /** Somebody pressed a notification about a run. */
  'app:run-asked': z.strictObject({ runId: z.string() }),
  /** A notification of the queue was pressed: the batches are to be shown. */
  'app:batches-asked': z.strictObject({}),
  /** The app ends as soon as these answers are there; at `untilMs` (UTC) at the latest. */
  'app:answers-awaited': z.strictObject({ awaitedCount: z.number().int(), untilMs: z.number() }),
} as const;
