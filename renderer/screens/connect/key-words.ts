import { toSentence } from '../../../shared/errors/codes';
import { type Environment, type KeyForm, keyPrefixes } from '../../../shared/workspaces/workspace';

/** What the field says under itself while a key is typed or pasted. */
export interface KeyWords {
  readonly tone: 'quiet' | 'good' | 'wrong';
  readonly sentence: string;
}

/** Judges a key by its form, before anything is sent. `expected` is the environment of the workspace whose key is replaced. */
export function toKeyWords(form: KeyForm, expected: Environment | null): KeyWords {
  const environment = form.kind === 'ok' || form.kind === 'incomplete' ? form.environment : null;
  if (environment !== null && expected !== null && environment !== expected) {
    const params = {
      keyEnvironment: environment,
      workspaceEnvironment: expected,
      prefix: keyPrefixes[expected],
    };
    return { tone: 'wrong', sentence: toSentence('key/wrong-environment', params) };
  }
  switch (form.kind) {
    case 'empty':
      return {
        tone: 'quiet',
        sentence: 'A key starts with fl_live_ for production, or fl_pre_ for staging.',
      };
    case 'unknown-prefix':
      return {
        tone: 'wrong',
        sentence: 'This is not a Flowmingo key: one starts with fl_live_ or fl_pre_. Nothing was sent.',
      };
    case 'masked':
      return {
        tone: 'wrong',
        sentence:
          'These are the dots that Flowmingo shows afterwards. A key is shown whole only once, when it is made.',
      };
    case 'incomplete':
      return { tone: 'wrong', sentence: 'The part after the dot is missing or cut off. Copy the key whole.' };
    case 'ok':
      return {
        tone: 'good',
        sentence: `A ${form.environment} key, ${form.shownPart}. It has not been sent anywhere yet.`,
      };
  }
}
