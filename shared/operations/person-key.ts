// When two people are one across files and runs. Never takes a name or an id for a proof: only where mail or a CV goes.
import { emailKey } from './email-key';
import type { Person } from './field';

/**
 * The key by which the history knows a person: their address as `emailKey` gives it; without one the CV link, which is all that
 * Flowmingo has of them then (API guide, 3.1). Null where there is neither.
 */
export function personKey({ email, cv_link }: Pick<Person, 'email' | 'cv_link'>): string | null {
  if (email !== null && email.trim() !== '') return emailKey(email);
  return cv_link !== null && cv_link.trim() !== '' ? `cv ${cv_link.trim()}` : null;
}
