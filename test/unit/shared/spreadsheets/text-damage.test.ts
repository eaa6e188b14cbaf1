import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../shared/spreadsheets/decode-text';
import { findTable } from '../../../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import type { OpenedSpreadsheet } from '../../../../shared/spreadsheets/spreadsheet';
import { makeUtf16 } from './make-encoded';

async function open(text: string | Uint8Array): Promise<OpenedSpreadsheet> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return openSpreadsheet({ fileName: 'people.csv', bytes });
}

function rowsOf(opened: OpenedSpreadsheet) {
  return opened.sheets[0]?.rows.map((row) => [row.rowNumber, ...row.cells]) ?? [];
}

describe('quotation marks in wrong places', () => {
  it('text behind a closing mark is kept in its cell, and its row is named', async () => {
    const opened = await open('email,firm,city\na@example.com,"Acme" Ltd,York\nb@example.com,"Beta" ,Hull');
    expect(rowsOf(opened)).toEqual([
      [1, 'email', 'firm', 'city'],
      [2, 'a@example.com', 'Acme Ltd', 'York'],
      [3, 'b@example.com', 'Beta ', 'Hull'],
    ]);
    expect(opened.notices).toMatchObject([{ kind: 'odd-quote', blocking: false, rowNumber: 2 }]);
    expect(opened.notices[0]?.message).toContain('In row 2 a quotation mark');
  });

  it('people inside a quoted cell are not merged without a word', async () => {
    const opened = await open(
      'email,note\na@example.com,"Size\nb@example.com,five\nc@example.com,12"\nd@example.com,"one\ntwo"\n',
    );
    expect(opened.notices).toMatchObject([{ kind: 'odd-quote', rowNumber: 2 }]);
  });

  it('notes of several lines that mention an address are no damage', async () => {
    const opened = await open(
      'email,note\na@example.com,"Hello,\nwrite to me at b@example.com, please\nBo"\n',
    );
    expect(opened.notices).toEqual([]);
  });

  it('one notice names the first of many rows', async () => {
    const opened = await open(`email,firm\n${'a@example.com,"A" b\n'.repeat(1_000)}`);
    expect(opened.notices).toHaveLength(1);
    expect(opened.notices[0]?.message).toContain('In row 2 (and 999 more rows)');
  });

  it('an open mark is named with its row, and with the row where marks went wrong first', async () => {
    const opened = await open(
      'email,firm\na@example.com,fine\nb@example.com,"open\nc@example.com,"Acme"\nd@example.com,"Beta"\ne@example.com,"\n',
    );
    expect(opened.sheets).toEqual([]);
    expect(opened.notices).toMatchObject([{ kind: 'unterminated-quote', blocking: true }]);
    expect(opened.notices[0]?.message).toContain('row 3, where the first odd one stands');
  });
});

describe('signs that web programs leave', () => {
  it('a semicolon that ends one parts no cells', async () => {
    const opened = await open(
      'Name;Email;Firm\nMia O&#39;Hara;mia@example.com;R&amp;D\nBo Lund;bo@example.com;AT&T\nCy Poe;cy@example.com;A&P;\n',
    );
    expect(rowsOf(opened)).toEqual([
      [1, 'Name', 'Email', 'Firm'],
      [2, 'Mia O&#39;Hara', 'mia@example.com', 'R&amp;D'],
      [3, 'Bo Lund', 'bo@example.com', 'AT&T'],
      [4, 'Cy Poe', 'cy@example.com', 'A&P', ''],
    ]);
  });
});

describe('files that were put together or cut', () => {
  it('a byte order mark in the middle hides neither a cell nor its quotes', async () => {
    const opened = await open(
      '\ufeff"Email","Name"\r\n"a@example.com","Lee, Ann"\r\n\ufeff"Email","Name"\r\n"b@example.com","Roe, Bo"\r\n',
    );
    expect(rowsOf(opened)).toEqual([
      [1, 'Email', 'Name'],
      [2, 'a@example.com', 'Lee, Ann'],
      [3, 'Email', 'Name'],
      [4, 'b@example.com', 'Roe, Bo'],
    ]);
    expect(opened.notices).toEqual([]);
    expect(findTable(opened.sheets[0] ?? expect.fail()).leftOut).toEqual([
      { rowNumber: 3, why: 'repeated-header' },
    ]);
  });

  it('zero bytes at the end are no row, and one in a cell stays to be named', async () => {
    const opened = await open(`email,name\na@example.com,An\0n\n${'\0'.repeat(200)}\n`);
    expect(rowsOf(opened)).toEqual([
      [1, 'email', 'name'],
      [2, 'a@example.com', 'An\0n'],
    ]);
  });

  it('a mark of UTF-8 in front of other bytes is not believed', async () => {
    const opened = await open(
      new Uint8Array([
        0xef,
        0xbb,
        0xbf,
        ...latin1('email;name\na@example.com;Jürgen Müller\nb@example.com;Käthe Groß\n'),
      ]),
    );
    expect(opened.reading?.encoding).toBe('windows-1252');
    expect(rowsOf(opened)[1]).toEqual([2, 'a@example.com', 'Jürgen Müller']);
    expect(rowsOf(opened)[0]?.[1]).toBe('email');
  });

  it('UTF-16 with an odd byte at its end keeps all its rows', async () => {
    const opened = await open(
      new Uint8Array([...makeUtf16('\ufeffemail\tname\r\na@example.com\tŻak\r\n', 'utf-16le'), 0x0a]),
    );
    expect(rowsOf(opened).slice(0, 2)).toEqual([
      [1, 'email', 'name'],
      [2, 'a@example.com', 'Żak'],
    ]);
  });

  it('rows that are longer or shorter than the header stay rows of their own, each cell in its column', async () => {
    const opened = await open(
      'email,name,city\na@example.com\nb@example.com,Bo,Hull,more,,\n\n,,\nc@example.com,Cy,\n',
    );
    expect(rowsOf(opened)).toEqual([
      [1, 'email', 'name', 'city'],
      [2, 'a@example.com'],
      [3, 'b@example.com', 'Bo', 'Hull', 'more', '', ''],
      [6, 'c@example.com', 'Cy', ''],
    ]);
    const table = findTable(opened.sheets[0] ?? expect.fail());
    expect(table.columns.map(({ letter, header }) => letter + header)).toEqual([
      'Aemail',
      'Bname',
      'Ccity',
      'D',
    ]);
  });
});

function latin1(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

describe('delimiters that also stand in sentences', () => {
  const rows = ['York', 'Hull', 'Bath', 'Leeds'].map((city, index) => ({ city, index }));

  it.each([';', '\t', '|'])('two columns parted by %j, with commas in every address', async (delimiter) => {
    const text = rows.map(
      ({ city, index }) => `p${index}@example.com${delimiter}High St ${index}, ${city}, UK`,
    );
    const opened = await open(`Email${delimiter}Address\n${text.join('\n')}\n`);
    expect(rowsOf(opened)[1]).toEqual([2, 'p0@example.com', 'High St 0, York, UK']);
  });

  it('a single column of names and addresses, family name first', async () => {
    const opened = await open(
      `Candidate\n${rows.map(({ index }) => `Lee, Ann <p${index}@example.com>`).join('\n')}`,
    );
    expect(rowsOf(opened)[1]).toEqual([2, 'Lee, Ann <p0@example.com>']);
  });

  it('a comma and a blank part the cells where nothing else does, a title above or not', async () => {
    const table = `Email, City\n${rows.map(({ city, index }) => `p${index}@example.com, ${city}`).join('\n')}`;
    expect(rowsOf(await open(table))[1]).toEqual([2, 'p0@example.com', ' York']);
    expect(rowsOf(await open(`Our list\n${table}`))[2]).toEqual([3, 'p0@example.com', ' York']);
  });

  it('a file of one endless line is told in a moment', async () => {
    const startedAtMs = performance.now();
    await open(`email ${'a'.repeat(20_000_000)}`);
    expect(performance.now() - startedAtMs).toBeLessThan(3_000);
  });
});

it('composes every letter of every script, wherever composing could change one', () => {
  const encoder = new TextEncoder();
  for (let code = 0x80; code < 0x1_f000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const text = `a${String.fromCodePoint(code)}`;
    if (text.normalize('NFC') !== text)
      expect(decodeText(encoder.encode(text), 'utf-8')).toBe(text.normalize('NFC'));
  }
});
