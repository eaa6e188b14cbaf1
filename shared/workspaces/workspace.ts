// What a workspace is, and which environment a key belongs to. Never holds a key: only its first part.

export type Environment = 'production' | 'staging' | 'practice';

/** Key prefix → environment (API guide, 2.2). `fl_practice_` belongs to the made-up Flowmingo on this computer. */
export const keyPrefixes: Readonly<Record<Environment, string>> = {
  production: 'fl_live_',
  staging: 'fl_pre_',
  practice: 'fl_practice_',
};

/** The base URL that each prefix names (API guide, 2.2). Practice has none: its address is known only while it runs. */
export const baseUrls: Readonly<Record<Exclude<Environment, 'practice'>, string>> = {
  production: 'https://apis.flowmingo.ai/company',
  staging: 'https://pre-apis.flowmingo.ai/company',
};

/** The scopes of the API guide, 2.3. Others are ignored, as it says. */
export const knownScopes = ['invite_candidates', 'read_hiring', 'write_pipeline'] as const;
export type Scope = (typeof knownScopes)[number];

/** The scopes in words, as they stand on the screen. */
export const scopeLabels: Readonly<Record<Scope, string>> = {
  invite_candidates: 'Invite people to interviews',
  read_hiring: 'Read job posts, stages, applications and scores',
  write_pipeline: 'Add, move or reject people',
};

/** The form of a key: `<prefix>.<secret>`, such as `fl_live_abcd12345.n8G3zPNw9gWkK1Kj`. The guide says no more of the secret, so any visible ASCII but the mask's `*` will do. */
const keyForm = /^(fl_live_|fl_pre_|fl_practice_)[A-Za-z0-9_-]+\.[!-)+-~]{4,}$/;

export type KeyForm =
  | { readonly kind: 'ok'; readonly environment: Environment; readonly shownPart: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'masked' }
  | { readonly kind: 'unknown-prefix' }
  | { readonly kind: 'incomplete'; readonly environment: Environment };

/** Judges a pasted key by its form alone; blanks at the ends do not count. `shownPart` is what may be shown and stored. */
export function parseKeyForm(pasted: string): KeyForm {
  const key = pasted.trim();
  if (key === '') return { kind: 'empty' };
  const environment = (Object.keys(keyPrefixes) as Environment[]).find((name) =>
    key.startsWith(keyPrefixes[name]),
  );
  if (environment === undefined) return { kind: 'unknown-prefix' };
  if (/[*•]/.test(key)) return { kind: 'masked' };
  if (!keyForm.test(key)) return { kind: 'incomplete', environment };
  return { kind: 'ok', environment, shownPart: key.slice(0, key.indexOf('.')) };
}
