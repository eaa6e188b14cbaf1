import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeFakeBridge } from '../../../helpers/fake-bridge';
import { paste, renderNewBatch, shows } from '../../../helpers/render-new-batch';
import { button, click, fill, find, press, settle } from '../../../helpers/render-window';

const fair = [
  'First name\tLast name\tE-Mail\tCV',
  'Dušan\tKovačević\tdusan@example.com\t',
  'Jürgen\tMüller\tjurgen@\t',
  'Anh\tNguyễn\tsample-3@gmial.com\t',
  'Zoë\tLefèvre\tsample-4@gmial.com\t',
  'Bo\tMüller\tbo@\t',
].join('\n');

const cell = (text: string | RegExp) => find('[role="gridcell"], [role="rowheader"]', text);
const field = (label: string) => find('input', label) as HTMLInputElement;
const texts = (column: number) =>
  [...document.querySelectorAll(`[data-column="${column}"][data-row]`)].map((element) => element.textContent);

beforeEach(async () => {
  await renderNewBatch(makeFakeBridge('production', {}));
  paste(fair);
  await shows(/Use (this|these) \d+ rows?/);
  await click(button(/^Use/));
  await shows(/will be used/);
  await click(button(/^Check 5 rows/));
  await shows(/What is wrong/);
  await vi.waitFor(async () => {
    await settle();
    expect(cell('2')).toBeDefined();
  });
});

describe('rows of one problem', () => {
  it('are all shown from one of their cells, with what to do, and left out and taken in by one press', async () => {
    await click(cell(/^jurgen@/));
    await click(button('See all 2'));
    await shows(/Email is not complete 2 of 5/);
    expect(texts(0)).toEqual(['3', '6']);
    await shows(/These addresses cannot get email/);
    await click(button('Leave these 2 rows out'));
    await shows(/Left out 2 rows/);
    await shows(/3 will be sent/);
    await click(button('Left out by you, 2'));
    await click(button('Take these 2 in again'));
    await shows(/2 need you/);
  });

  it('are fixed alike from one of their cells', async () => {
    await click(cell(/^sample-3@gmial/));
    await click(button('Fix all 2 alike'));
    await shows(/Fixed 2 emails/);
    await vi.waitFor(() => expect(texts(4)).toContain('sample-4@gmail.com'));
  });
});

describe('a list', () => {
  const told = () => [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent);

  it('is told with its number of rows when it is shown, and leads on when all of it is dealt with', async () => {
    expect(told().join()).not.toContain('shown');
    await click(button('Slip in the email, 2'));
    await vi.waitFor(() => expect(told()).toContain('Slip in the email: 2 of 5 rows shown'));
    await click(button('Fix all 2 alike'));
    await shows(/No row has this any more/);
    await click(button('Show all rows'));
    await vi.waitFor(() => expect(told()).toContain('All rows: 5 of 5 rows shown'));
    expect(texts(0)).toEqual(['2', '3', '4', '5', '6']);
  });

  it('says how many of it one press mends', async () => {
    await click(cell(/^jurgen@/));
    paste('jurgen@example.com.');
    await shows(/Pasted the email in row 3/);
    expect(button(/: Email is not complete$/).textContent).toBe('Fix 1 of 2');
  });
});

it('F6 leads into the rows past all problems, and out of them', async () => {
  act(() => button('All rows, 5').focus());
  await press('F6');
  expect(document.activeElement?.textContent).toBe('Dušan');
  await press('F6', { shiftKey: true });
  expect(document.activeElement?.getAttribute('role')).not.toBe('gridcell');
});

describe('a column that cannot be changed', () => {
  it('says so where something is pasted or cleared', async () => {
    await click(cell(/^Did you mean gmail.com/));
    paste('Uma');
    await shows(/Nothing was changed\. Go to a cell from “First name” to “Your ID” first/);
    await click(cell('Dušan'));
    paste('Uma');
    await shows(/Pasted the first name in row 2/);
    await click(cell(/^Did you mean gmail.com/));
    await press('d', { ctrlKey: true });
    await shows(/Nothing was changed/);
  });
});

describe('selected rows', () => {
  it('are counted, mended, and left out by Space, which takes them in again too', async () => {
    await click(cell('4'));
    await press('ArrowDown', { shiftKey: true });
    await shows(/2 rows, 8 columns selected/);
    await click(button('Fix 2'));
    await shows(/Fixed 2 emails/);
    await click(cell('4'));
    await press('ArrowDown', { shiftKey: true });
    await press(' ');
    await shows(/Left out 2 rows/);
    await press(' ');
    await shows(/Took in 2 rows/);
  });

  it('take a pasted value in every cell, and say what had no room', async () => {
    await click(cell('Zoë'));
    await press('ArrowDown', { shiftKey: true });
    paste('Uma');
    await shows(/Pasted 2 first names/);
    expect(texts(2).slice(3)).toEqual(['Uma', 'Uma']);
    await click(cell('Dušan'));
    paste(Array.from({ length: 8 }, (_, index) => `N${index}`).join('\n'));
    await shows(/Pasted 5 first names\. 3 rows had no room and were not pasted/);
    await press('z', { ctrlKey: true });
    await shows(/Taken back: Pasted 5 first names/);
  });
});

describe('find and replace', () => {
  it('marks hit after hit, replaces one and then all, and Esc leads back to the rows', async () => {
    await click(cell('Dušan'));
    await press('h', { ctrlKey: true });
    expect(document.activeElement).toBe(field('Find'));
    await fill(field('Find'), 'müller');
    await shows(/1 of 2/);
    expect(document.querySelector('[data-marked]')?.textContent).toBe('Müller');
    await fill(field('Replace with'), 'Miller');
    await click(button('Replace'));
    await shows(/Replaced the last name in row 3/);
    await shows(/1 of 1/);
    await click(button('Replace all'));
    await shows(/Replaced the last name in row 6/);
    await shows(/Not found/);
    act(() => field('Find').focus());
    await press('Escape');
    expect(document.querySelector('search')).toBeNull();
    expect(document.activeElement?.getAttribute('role')).toBe('gridcell');
    expect(texts(3)).toEqual(['Kovačević', 'Miller', 'Nguyễn', 'Lefèvre', 'Miller']);
  });
});

describe('sorting and filtering', () => {
  it('by a column is said plainly, and taken back; row numbers stay the sheet’s', async () => {
    await click(cell('Dušan'));
    await press('L', { ctrlKey: true, shiftKey: true });
    await click(button('Sort A to Z'));
    await shows(/Sorted by First name, A to Z/);
    await vi.waitFor(async () => {
      await settle();
      expect(texts(0)).toEqual(['4', '6', '2', '3', '5']);
    });
    expect(find('[role="columnheader"]', 'First name').getAttribute('aria-sort')).toBe('ascending');
    expect(document.activeElement?.textContent).toBe('Anh');
    await press('L', { ctrlKey: true, shiftKey: true });
    await fill(field('First name contains'), 'o');
    await click(button('Show these'));
    await shows(/First name contains “o”/);
    await vi.waitFor(async () => {
      await settle();
      expect(texts(0)).toEqual(['6', '5']);
    });
    await shows(/2 of 5/);
    await click(button('Show in sheet order'));
    await click(button(/^Take away the filter/));
    await vi.waitFor(async () => {
      await settle();
      expect(texts(0)).toEqual(['2', '3', '4', '5', '6']);
    });
  });

  it('to nothing says why, and leads back', async () => {
    await fill(field('Filter rows'), 'nobody');
    await shows(/We found “nobody” in none of these rows/);
    await click(button('Clear the filters'));
    await shows(/All rows 5/);
  });
});
