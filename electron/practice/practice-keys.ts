// The keys of the practice Flowmingo and what each of them may do.
// Holds made-up keys only; they must never be written to the record or the journal.
import { createHash, randomBytes } from 'node:crypto';

/** A scope as the API reports it; `create_set` is reserved and stands for "a scope to be ignored". */
export type PracticeScope = 'invite_candidates' | 'read_hiring' | 'write_pipeline' | 'create_set';

/** Which key prefixes the server takes for its own. */
export type PracticeEnvironment = 'production' | 'staging' | 'practice';

/** One key for each thing a client has to cope with, each in the form `<prefix>_<8 alphanumerics>.<24 secret characters>`. */
export interface PracticeKeys {
  /** All scopes, and the reserved one. */
  full: string;
  inviteOnly: string;
  readOnly: string;
  pipelineOnly: string;
  /** Valid, yet refused on every scoped endpoint. */
  noScopes: string;
  /** 401: its time is over. */
  expired: string;
  /** All scopes, valid for three days from the start of the server. */
  expiresSoon: string;
  /** 401: a well-formed `fl_pre_` key that this server has never seen. */
  otherEnvironment: string;
  /** All scopes, starts with `fl_live_`: shows the production band against loopback. */
  production: string;
  /** All scopes, starts with `fl_pre_`: shows the staging band against loopback. */
  staging: string;
}

/** What the server knows about a key. */
export interface PracticeKeyGrant {
  apiKeyId: string;
  scopes: readonly PracticeScope[];
  expiresAtMs: number | null;
}

type KeyName = keyof PracticeKeys;

const KEY_NAMES: readonly KeyName[] = [
  'full',
  'inviteOnly',
  'readOnly',
  'pipelineOnly',
  'noScopes',
  'expired',
  'expiresSoon',
  'otherEnvironment',
  'production',
  'staging',
];

const PREFIX_BY_ENVIRONMENT: Record<PracticeEnvironment, string> = {
  production: 'fl_live',
  staging: 'fl_pre',
  practice: 'fl_practice',
};

const DAY_MS = 24 * 60 * 60 * 1000;
/** Soon enough for a client to warn about, late enough for a training session. */
const SOON_MS = 3 * DAY_MS;
/** The length of the secret half; the guide's example has 16. */
const SECRET_LENGTH = 24;

const API_SCOPES: readonly PracticeScope[] = ['invite_candidates', 'read_hiring', 'write_pipeline'];

const SCOPES_BY_NAME: Record<KeyName, readonly PracticeScope[]> = {
  full: [...API_SCOPES, 'create_set'],
  inviteOnly: ['invite_candidates'],
  readOnly: ['read_hiring'],
  pipelineOnly: ['write_pipeline'],
  noScopes: [],
  expired: API_SCOPES,
  expiresSoon: API_SCOPES,
  otherEnvironment: API_SCOPES,
  production: API_SCOPES,
  staging: API_SCOPES,
};

function environmentOf(name: KeyName): PracticeEnvironment {
  if (name === 'production') return 'production';
  return name === 'staging' || name === 'otherEnvironment' ? 'staging' : 'practice';
}

function createKeys(bytesFor: (name: KeyName) => Buffer): PracticeKeys {
  const keyFor = (name: KeyName): string => {
    const text = bytesFor(name).toString('hex');
    return `${PREFIX_BY_ENVIRONMENT[environmentOf(name)]}_${text.slice(0, 8)}.${text.slice(8, 8 + SECRET_LENGTH)}`;
  };
  return Object.fromEntries(KEY_NAMES.map((name) => [name, keyFor(name)])) as unknown as PracticeKeys;
}

/** The same keys for the same seed: for the terminal and for tests. */
export function deriveKeys(seed: number): PracticeKeys {
  return createKeys((name) => createHash('sha256').update(`practice key ${seed} ${name}`).digest());
}

/** Keys that nobody can guess: for the practice workspace inside the app. */
export function createRandomKeys(): PracticeKeys {
  return createKeys(() => randomBytes(32));
}

/** The part of a key before the dot, which may be shown and recorded; null for what is not a key at all. */
export function toKeyPrefix(key: string): string | null {
  return /^(fl_[a-z]+_[A-Za-z0-9]{8,})\.[A-Za-z0-9_-]{16,}$/.exec(key)?.[1] ?? null;
}

/** The server's list of keys. */
export interface KeyRing {
  /** The grant of a key, or null when it is malformed, unknown, revoked, expired or of another environment. */
  findGrant(key: string | undefined, nowMs: number): PracticeKeyGrant | null;
  /** From now on the key is answered with 401. */
  revoke(key: string): void;
}

/** Builds the list of accepted keys. With `environment`, only keys with that environment's prefix are accepted. */
export function createKeyRing(
  keys: PracticeKeys,
  startedAtMs: number,
  environment?: PracticeEnvironment,
): KeyRing {
  const grants = new Map<string, PracticeKeyGrant>();
  for (const name of KEY_NAMES) {
    const isForeign =
      name === 'otherEnvironment' || (environment !== undefined && environmentOf(name) !== environment);
    if (isForeign) continue;
    const expiresAtMs =
      name === 'expired' ? startedAtMs - DAY_MS : name === 'expiresSoon' ? startedAtMs + SOON_MS : null;
    grants.set(keys[name], { apiKeyId: toKeyId(keys[name]), scopes: SCOPES_BY_NAME[name], expiresAtMs });
  }
  return {
    findGrant(key, nowMs) {
      if (key === undefined || toKeyPrefix(key) === null) return null;
      const grant = grants.get(key);
      if (grant === undefined) return null;
      return grant.expiresAtMs !== null && grant.expiresAtMs <= nowMs ? null : grant;
    },
    revoke: (key) => void grants.delete(key),
  };
}

function toKeyId(key: string): string {
  const hex = createHash('sha256').update(`key id ${key}`).digest('hex');
  return `019c5e00-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-a${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}
