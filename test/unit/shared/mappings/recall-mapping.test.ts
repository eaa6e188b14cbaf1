import { describe, expect, it } from 'vitest';
import { headerFingerprint } from '../../../../shared/mappings/header-fingerprint';
import { recallHeaderRow } from '../../../../shared/mappings/recall-header-row';
import { fitMapping, recallMapping, toMappingContent } from '../../../../shared/mappings/recall-mapping';
import type { MappingContent } from '../../../../shared/mappings/saved-mapping';
import type { Mapping } from '../../../../shared/operations/mapping';
import { findTable } from '../../../../shared/spreadsheets/find-table';
import type { Sheet } from '../../../../shared/spreadsheets/spreadsheet';
import { makeTable } from './make-table';

const headers = ['Nr.', 'Name', 'Private mail', 'Work mail', 'CV', 'Stadt'];
const mapping: Mapping = {
  columns: { fullname: 1, email: 3, cv_link: 4 },
  nameOrder: 'first-word-is-family',
};
const none: Mapping = { columns: {}, nameOrder: 'decide' };

function remembered(of: readonly string[] = headers, as: Mapping = mapping): MappingContent {
  const content = toMappingContent(makeTable(of), as);
  if (content === null) throw new Error('not to be remembered');
  return content;
}
const recall = (of: readonly string[] | null, known: MappingContent[] = [remembered()], proposed = none) =>
  recallMapping(makeTable(of), proposed, known);

describe('a remembered mapping', () => {
  it('comes back for the same header, name order and all', () => {
    expect(recall(headers)).toMatchObject({ kind: 'same', mapping });
  });

  it('comes back where the columns stand in another order, or are written otherwise', () => {
    expect(recall(['STADT:', 'cv', ' work_mail', 'PrivateMail', 'name', 'Nr'])).toMatchObject({
      kind: 'same',
      mapping: { columns: { fullname: 4, email: 2, cv_link: 1 }, nameOrder: 'first-word-is-family' },
    });
  });

  it('takes nothing of the proposal with it', () => {
    const proposed: Mapping = { columns: { email: 2, ats_candidate_id: 0 }, nameOrder: 'decide' };
    expect(recall(headers, [remembered()], proposed)?.mapping).toEqual(mapping);
  });

  it('is only offered for a similar header, with what differs, and the rest of the proposal stays', () => {
    const found = recall(
      ['Nr.', 'Name', 'Private mail', 'Work mail', 'Lebenslauf', 'Stadt'],
      [remembered()],
      { columns: { email: 2, cv_link: 4 }, nameOrder: 'decide' },
    );
    expect(found).toMatchObject({ kind: 'near', missing: ['CV'], added: ['Lebenslauf'] });
    expect(found?.mapping.columns).toEqual({ fullname: 1, email: 3, cv_link: 4 });
  });

  it('of several the nearest is offered', () => {
    const other = remembered([...headers, 'Land', 'PLZ', 'Ort'], { ...mapping, columns: { email: 2 } });
    expect(recall([...headers, 'Land'], [other, remembered()])).toMatchObject({
      kind: 'near',
      missing: [],
      added: ['Land'],
      mapping: { columns: { fullname: 1, email: 3, cv_link: 4 } },
    });
  });

  it('is not brought up for another kind of file, nor where there is no header', () => {
    expect(recall(['Nr.', 'Name', 'Telefon', 'Firma', 'Abteilung'])).toBeNull();
    expect(recall(['Nr.', 'Stadt', 'Private mail', 'Foto', 'Land'])).toBeNull();
    expect(recallMapping(makeTable(null, [['a@example.com']]), none, [remembered()])).toBeNull();
  });

  it('knows two columns of one name by their order, and asks where the order is another', () => {
    const twice = ['E-Mail', 'Name', 'E-Mail'];
    const known = remembered(twice, { columns: { fullname: 1, email: 2 }, nameOrder: 'decide' });
    expect(recall(twice, [known])).toMatchObject({ kind: 'same', mapping: { columns: { email: 2 } } });
    expect(recall(['E-Mail', 'E-Mail', 'Name'], [known])).toMatchObject({
      kind: 'near',
      missing: [],
      added: [],
    });
  });

  it('keeps no header that is a person, no unnamed column, and no mapping of a sheet without a header', () => {
    const emailOnly: Mapping = { columns: { email: 1 }, nameOrder: 'decide' };
    expect(toMappingContent(makeTable(['Anna Rossi', 'anna@example.com']), emailOnly)).toBeNull();
    expect(toMappingContent(makeTable(['Name', 'https://cv.example.com/1']), emailOnly)).toBeNull();
    expect(toMappingContent(makeTable(['Name', '']), emailOnly)).toBeNull();
    expect(toMappingContent(makeTable(null, [['Anna', 'anna@example.com']]), emailOnly)).toBeNull();
    expect(toMappingContent(makeTable(['Name', 'Mail']), none)).toBeNull();
    expect(toMappingContent(makeTable(['Name', 'Mail', 'x'.repeat(301)]), emailOnly)).toBeNull();
  });
});

describe('the fingerprint', () => {
  it('is the same for the same columns in any order, and another where one is there twice', () => {
    expect(headerFingerprint(['E-Mail', 'Name', ''])).toBe(headerFingerprint(['name:', 'e_mail']));
    expect(headerFingerprint(['E-Mail', 'Name', 'Name'])).not.toBe(headerFingerprint(['E-Mail', 'Name']));
    expect(headerFingerprint(['ab', 'c'])).not.toBe(headerFingerprint(['a', 'bc']));
  });

  it('of 100,000 headers no two are the same', () => {
    const all = new Set(
      Array.from({ length: 100_000 }, (_, index) => headerFingerprint(['E-Mail', `F${index}`])),
    );
    expect(all.size).toBe(100_000);
  });
});

describe('a remembered header row', () => {
  const toSheet = (...rows: string[][]): Sheet => ({
    name: null,
    visibility: 'visible',
    columnCount: 3,
    rows: rows.map((cells, index) => ({ rowNumber: index + 1, cells, hidden: false })),
  });
  const known = [remembered(['X1', 'X2', 'X3'], { columns: { email: 1 }, nameOrder: 'decide' })];

  it('is found where nothing else tells it from the people', () => {
    const sheet = toSheet(['Export', '', ''], ['X1', 'X2', 'X3'], ['Ann', 'Bo', 'Cy'], ['Dee', 'Ed', 'Flo']);
    expect(recallHeaderRow(sheet, findTable(sheet), known)).toBe(2);
    expect(recallHeaderRow(sheet, findTable(sheet), [])).toBeNull();
    expect(recallHeaderRow(sheet, findTable(sheet, 2), known)).toBeNull();
  });
});

describe('a mapping chosen by hand', () => {
  const proposed: Mapping = { columns: { email: 0, ats_candidate_id: 2 }, nameOrder: 'decide' };

  it('is used as far as its columns are there, and says which are not', () => {
    const fit = fitMapping(makeTable(['Private mail', 'Work mail', 'Nr.']), proposed, remembered());
    expect(fit).toEqual({
      mapping: { columns: { email: 1, ats_candidate_id: 2 }, nameOrder: 'first-word-is-family' },
      missing: ['Name', 'CV'],
    });
  });

  it('of the same header takes nothing of the proposal', () => {
    expect(fitMapping(makeTable(headers), proposed, remembered())).toEqual({ mapping, missing: [] });
  });
});
