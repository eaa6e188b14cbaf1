import { describe, expect, it } from 'vitest';
import { noMessageFact, toMessageFact } from '../../../../shared/messages/no-message-words';

const excerpt = (message: string) => `“${message}”`;
const factOf = (sendInvite: boolean | null, message: string | null) =>
  toMessageFact({ sendInvite, message }, excerpt);

describe('the message as a fact', () => {
  it('never says that nobody gets email where email is on, with a message or without', () => {
    for (const message of [null, 'Come in.']) {
      expect(factOf(true, message)).not.toMatch(/nobody|no email|^None$|^None[,:]/i);
    }
    expect(factOf(true, null)).toBe(noMessageFact);
    expect(factOf(true, 'Come in.')).toBe('“Come in.”');
  });

  it('says why there is none where no email is asked for, and claims nothing where that is open', () => {
    expect(factOf(false, 'Come in.')).toBe('None, since no email is asked for');
    expect(factOf(null, null)).toMatch(/not said yet/i);
  });
});
