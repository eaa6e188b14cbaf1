// A workspace as the window sees it: never the key, only its first part.
import { z } from 'zod';
import { knownScopes } from './workspace';

export const workspaceViewSchema = z.strictObject({
  workspaceId: z.string(),
  name: z.string(),
  environment: z.enum(['production', 'staging', 'practice']),
  /** The API gives a number and no name (guide, 2.4); null where it gave none. */
  organizationId: z.number().nullable(),
  scopes: z.array(z.enum(knownScopes)),
  /** When the key ends, UTC; null for never. */
  expiresAtMs: z.number().nullable(),
  /** `fl_live_abcd12345`: the part before the dot. */
  keyShownPart: z.string(),
  /** `session`: no keychain, so the key goes when the app closes. `missing`: it has to be put in again. */
  keyKeptIn: z.enum(['keychain', 'session', 'missing']),
});
export type WorkspaceView = z.infer<typeof workspaceViewSchema>;

/** What `GET /me` said about a key that was pasted. The key itself waits in the main process under `checkId`. */
export const checkedKeySchema = z.strictObject({
  checkId: z.string(),
  environment: z.enum(['production', 'staging', 'practice']),
  organizationId: z.number().nullable(),
  scopes: z.array(z.enum(knownScopes)),
  expiresAtMs: z.number().nullable(),
  keyShownPart: z.string(),
  checkedAtMs: z.number(),
});
export type CheckedKey = z.infer<typeof checkedKeySchema>;
