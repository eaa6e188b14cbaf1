import { describe, expect, it } from 'vitest';
import { SheetSession } from '../../../../renderer/worker/sheet-session';
import type { SavedMapping } from '../../../../shared/mappings/saved-mapping';

const csv =
  'Name,Work mail,Private mail\nAnna Rossi,anna@firm.example,anna@example.com\nBo Ek,bo@firm.example,bo@example.com\n';

async function openText(text: string, session = new SheetSession()): Promise<SheetSession> {
  await session.open(new TextEncoder().encode(text), 'people.csv');
  return session;
}

/** What a recruiter leaves behind who sends to the work addresses and turns the names round. */
async function rememberWorkMail(): Promise<SavedMapping> {
  const session = await openText(csv);
  session.assign(1, 'email');
  session.setNameOrder('first-word-is-family');
  const content = session.mappingToRemember();
  if (content === null) throw new Error('nothing to remember');
  return { ...content, mappingId: 'm1', name: null, lastUsedAtMs: 5 };
}
const fieldsOf = (session: SheetSession) => session.columns().columns.map(({ field }) => field);

describe('columns that are remembered', () => {
  it('are used at once for the next file of that kind, and say so', async () => {
    const saved = await rememberWorkMail();
    const session = await openText(csv.replaceAll('Anna', 'Eva'));
    expect(fieldsOf(session)).toEqual(['fullname', null, 'email']);
    session.recallMappings([saved]);
    expect(fieldsOf(session)).toEqual(['fullname', 'email', null]);
    const view = session.columns();
    expect(view).toMatchObject({
      nameOrder: 'first-word-is-family',
      recall: { kind: 'applied', lastUsedAtMs: 5 },
    });
    expect(view.columns.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('Header says Name'),
      'Used so last time',
      'Not used last time',
    ]);
    session.check();
    expect(session.samplePerson('all', 0)?.person).toMatchObject({
      email: 'anna@firm.example',
      firstname: 'Rossi',
      lastname: 'Eva',
    });
  });

  it('are let go of with one click', async () => {
    const session = await openText(csv);
    session.recallMappings([await rememberWorkMail()]);
    const view = session.proposeAnew();
    expect(view.recall).toBeNull();
    expect([fieldsOf(session), view.nameOrder]).toEqual([['fullname', null, 'email'], 'decide']);
  });

  it('of a similar file are only offered, with what differs', async () => {
    const session = await openText(csv.replace('Name,', 'Full name,'));
    session.recallMappings([await rememberWorkMail()]);
    expect(session.columns().recall).toBeNull();
    const wider = await openText(csv.replaceAll(/$/gm, ',x').replace('mail,x', 'mail,Stand'));
    wider.recallMappings([await rememberWorkMail()]);
    expect(wider.columns().recall).toMatchObject({ kind: 'offered', missing: [], added: ['Stand'] });
    expect(fieldsOf(wider)[2]).toBe('email');
    expect(wider.useOfferedMapping().recall).toMatchObject({ kind: 'applied' });
    expect(fieldsOf(wider)[1]).toBe('email');
  });

  it('are not asked about where it would change nothing', async () => {
    const plain = await openText(csv);
    const content = plain.mappingToRemember();
    if (content === null) throw new Error('nothing to remember');
    const wider = await openText(csv.replaceAll(/$/gm, ',x').replace('mail,x', 'mail,Stand'));
    wider.recallMappings([{ ...content, mappingId: 'm3', name: null, lastUsedAtMs: 5 }]);
    expect(wider.columns().recall).toBeNull();
  });

  it('find their header also where a person would stand there', async () => {
    const odd = 'List of March,,\nX1,X2,X3\nAnna,anna@example.com,Rome\nBo,bo@example.com,Oslo\n';
    const first = await openText(odd);
    first.chooseHeaderRow(2);
    first.assign(2, 'lastname');
    const content = first.mappingToRemember();
    if (content === null) throw new Error('nothing to remember');
    const session = await openText(odd);
    const file = session.recallMappings([{ ...content, mappingId: 'm2', name: null, lastUsedAtMs: 5 }]);
    expect(file.table).toMatchObject({ headerRow: 2, peopleCount: 2 });
    expect(fieldsOf(session)[2]).toBe('lastname');
  });

  it('count for another sheet and another reading of the file too', async () => {
    const session = await openText(csv);
    session.recallMappings([await rememberWorkMail()]);
    await session.changeReading({ encoding: 'windows-1252' });
    expect(session.columns().recall).toMatchObject({ kind: 'applied' });
  });
});
