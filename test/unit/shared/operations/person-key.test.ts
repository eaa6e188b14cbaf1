import { describe, expect, it } from 'vitest';
import { EarlierInvites, toAlreadyInvited } from '../../../../shared/batches/earlier-invites';
import { checkRows } from '../../../../shared/operations/check-rows';
import { personKey } from '../../../../shared/operations/person-key';
import { makeEarlierInvite } from '../../../helpers/make-earlier-invite';

const person = { email: null, firstname: 'Ana', lastname: 'Nova', cv_link: null, ats_candidate_id: null };
const link = 'https://cv.example.com/ana.pdf';

describe('personKey', () => {
  it('is the address without regard to case, then the CV link, then nothing', () => {
    expect(personKey({ email: ' Ana@Example.com ', cv_link: link })).toBe('ana@example.com');
    expect(personKey({ email: ' ', cv_link: link })).toBe(`cv ${link}`);
    expect(personKey(person)).toBeNull();
  });
});

describe('people with a CV and no address', () => {
  const row = (rowNumber: number) => ({
    rowNumber,
    person: { ...person, cv_link: link },
    rawEmail: null,
    hidden: false,
  });

  it('are one person where the link is one', () => {
    const problems = checkRows({ people: [row(2), row(3)] }).filter(
      ({ kind }) => kind === 'duplicate-in-file',
    );
    expect(problems).toMatchObject([{ rowNumber: 3, of: 2, field: 'cv_link' }]);
  });

  it('are left out where an earlier run sent them', () => {
    const known = new EarlierInvites();
    known.add([makeEarlierInvite({ email: null, cvLink: link })]);
    const alreadyInvited = toAlreadyInvited(known, { setId: 'set-sales', projectId: null }, Date.now());
    expect(checkRows({ people: [row(2)], alreadyInvited }).map(({ kind }) => kind)).toContain(
      'already-invited',
    );
  });
});
