// What a backup holds, as it is shown before anybody restores it. Counts and names of workspaces; nothing of people.
import { z } from 'zod';

export const backupContentsSchema = z.strictObject({
  madeAtMs: z.number(),
  /** Of the app that made it. */
  appVersion: z.string().max(40),
  runCount: z.number().int(),
  /** When the newest run was planned; null where there is none. UTC. */
  newestRunAtMs: z.number().nullable(),
  draftCount: z.number().int(),
  workspaceNames: z.array(z.string()),
  sizeBytes: z.number(),
});
export type BackupContents = z.infer<typeof backupContentsSchema>;
