import { describe, expect, it } from 'vitest';
import { assignColumn, mappingByHeaders } from '../../../../shared/operations/change-mapping';
import type { Mapping } from '../../../../shared/operations/mapping';
import type { Table } from '../../../../shared/spreadsheets/spreadsheet';

const mapping: Mapping = { columns: { email: 0, firstname: 1, lastname: 2 }, nameOrder: 'decide' };

describe('assignColumn', () => {
  it('moves a field to another column and lets go of what that column was', () => {
    expect(assignColumn(mapping, 2, 'email').columns).toEqual({ email: 2, firstname: 1 });
    expect(assignColumn(mapping, 3, 'cv_link').columns).toEqual({
      email: 0,
      firstname: 1,
      lastname: 2,
      cv_link: 3,
    });
  });

  it('uses a whole name or its parts, never both', () => {
    const byWhole = assignColumn(mapping, 4, 'fullname');
    expect(byWhole.columns).toEqual({ email: 0, fullname: 4 });
    expect(assignColumn(byWhole, 1, 'lastname').columns).toEqual({ email: 0, lastname: 1 });
  });

  it('lets a column go, and leaves the mapping it was given as it was', () => {
    expect(assignColumn({ ...mapping, nameOrder: 'first-word-is-family' }, 0, null)).toEqual({
      columns: { firstname: 1, lastname: 2 },
      nameOrder: 'first-word-is-family',
    });
    expect(mapping.columns).toEqual({ email: 0, firstname: 1, lastname: 2 });
  });
});

describe('mappingByHeaders', () => {
  const headers = ['E-Mail', 'Prénom', 'E-Mail', 'B', ' Lien  CV '];
  const table: Table = {
    headerRow: 1,
    headerReason: '',
    columns: headers.map((header, columnIndex) => ({
      columnIndex,
      letter: 'ABCDE'.charAt(columnIndex),
      header,
    })),
    rows: [],
    leftOut: [],
  };

  it('finds columns by header, case and accents aside, the first of two alike', () => {
    expect(
      mappingByHeaders(table, [
        { header: 'e-mail', field: 'email' },
        { header: 'prenom', field: 'firstname' },
        { header: 'Lien CV', field: 'cv_link' },
      ]),
    ).toEqual({
      columns: { email: 0, firstname: 1, cv_link: 4 },
      nameOrder: 'decide',
    });
  });

  it('takes a letter where no header is called so', () => {
    expect(
      mappingByHeaders(table, [
        { header: 'C', field: 'email' },
        { header: 'b', field: 'lastname' },
      ]),
    ).toMatchObject({ columns: { email: 2, lastname: 3 } });
  });

  it('says which header it does not know', () => {
    expect(
      mappingByHeaders(table, [
        { header: 'E-Mail', field: 'email' },
        { header: 'Vorname', field: 'firstname' },
      ]),
    ).toEqual({ unknownHeader: 'Vorname' });
    expect(mappingByHeaders(table, [{ header: '', field: 'email' }])).toEqual({ unknownHeader: '' });
  });
});
