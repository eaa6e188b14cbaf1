// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { SheetSession } from '../../../../renderer/worker/sheet-session';
import { makeSession, makeTextSession } from './make-session';

describe('opening a file', () => {
  it('proposes the sheet with the people, and names the hidden one', async () => {
    const session = await makeSession('07-talent-pool.xlsm');
    const file = session.chooseHeaderRow(4);
    expect(file.table).toMatchObject({
      headerRow: 4,
      peopleCount: 13,
      firstRowNumber: 5,
      lastRowNumber: 18,
      hiddenPeopleCount: 2,
      leftOutCount: 1,
    });
    expect(file.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Read me', 'visible'],
      ['Shortlist Q2', 'visible'],
      ['Lists', 'hidden'],
    ]);
  });

  it('says why a file cannot be read, and has no table then', async () => {
    const session = new SheetSession();
    const file = await session.open(new Uint8Array(), 'empty.csv');
    expect(file.table).toBeNull();
    expect(file.notices.filter(({ blocking }) => blocking)).toHaveLength(1);
  });

  it('reads the same bytes again in another encoding', async () => {
    const session = await makeSession('02-bewerber.csv');
    expect(session.rawRows(5, 5)[0]?.cells).toContain('Müller');
    await session.changeReading({ encoding: 'windows-1250', delimiter: ';' });
    expect(session.rawRows(7, 7)[0]?.cells).toContain('Lefčvre');
  });

  it('gives lines with Excel’s numbers, blank ones included, and says what each is', async () => {
    const session = await makeSession('02-bewerber.csv');
    const rows = session.rawRows(1, 10);
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rows.map(({ role }) => role)).toEqual([
      'above',
      'above',
      'blank',
      'header',
      'person',
      'person',
      'person',
      'person',
      'person',
      'blank',
    ]);
  });

  it('takes another header row, or none, and counts the people anew', async () => {
    const session = await makeTextSession('email,first name', 'ada@example.com,Ada', 'lin@example.com,Lin');
    expect(session.chooseHeaderRow(null).table).toMatchObject({ headerRow: null, peopleCount: 3 });
    expect(session.chooseHeaderRow(2).table).toMatchObject({
      headerRow: 2,
      peopleCount: 1,
      firstRowNumber: 3,
    });
  });

  it('cuts a very long cell for the screen only', async () => {
    const session = await makeTextSession('email,first name,note', `ada@example.com,Ada,${'x'.repeat(5000)}`);
    expect(session.rawRows(2, 2)[0]?.cells[2]?.length).toBeLessThan(400);
    expect(session.batchRows(0)[0]?.cells[2]).toHaveLength(5000);
  });
});
