import { describe, expect, it } from 'vitest';
import { findCandidateIdColumn, toNamedPeople } from '../../../../shared/pipeline/named-people';
import { findTable } from '../../../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import type { Sheet } from '../../../../shared/spreadsheets/spreadsheet';

const id = (end: string) => `019c5e77-0000-7000-8000-00000000${end}`;

async function read(csv: string) {
  const opened = await openSpreadsheet(
    { fileName: 'names.csv', bytes: new TextEncoder().encode(csv) },
    {},
    {},
  );
  return findTable(opened.sheets[0] as Sheet, 'auto');
}

describe('names for candidate ids out of a sheet', () => {
  it('takes two columns: the id and a whole name, which is split', async () => {
    const table = await read(`Candidate ID,Name\n${id('0001')},Zoë Lefèvre\n${id('0002')},Dušan Kovačević\n`);
    expect(toNamedPeople(table)).toEqual([
      { candidateId: id('0001'), firstname: 'Zoë', lastname: 'Lefèvre', email: null, atsCandidateId: null },
      {
        candidateId: id('0002'),
        firstname: 'Dušan',
        lastname: 'Kovačević',
        email: null,
        atsCandidateId: null,
      },
    ]);
  });

  it('finds the person’s id beside the application’s, whatever stands first', async () => {
    const table = await read(
      `Application ID,First name,Last name,Email,Candidate ID\n${id('00a1')},Zoë,Lefèvre,zoe@example.com,${id('0001')}\n${id('00a2')},Mária,Horváthová,maria@example.com,${id('0002')}\n`,
    );
    expect(findCandidateIdColumn(table)).toBe(4);
    expect(toNamedPeople(table)?.map(({ candidateId, email }) => [candidateId, email])).toEqual([
      [id('0001'), 'zoe@example.com'],
      [id('0002'), 'maria@example.com'],
    ]);
  });

  it('leaves out rows without an id or without anything to call somebody by', async () => {
    const table = await read(
      `Candidate ID,First name,Last name\n${id('0001')},Zoë,Lefèvre\n,Mária,Horváthová\n${id('0003')},,\n${id('0004')},Quốc Bảo,Phạm\n`,
    );
    expect(toNamedPeople(table)?.map(({ firstname }) => firstname)).toEqual(['Zoë', 'Quốc Bảo']);
  });

  it('never takes an application’s id for a person’s, nor another number for an id', async () => {
    expect(toNamedPeople(await read(`Application ID,Name\n${id('00a1')},Zoë Lefèvre\n`))).toBeNull();
    expect(toNamedPeople(await read('Candidate ID,Name\n1207,Zoë Lefèvre\n'))).toBeNull();
  });
});
