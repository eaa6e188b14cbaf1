import { describe, expect, it } from 'vitest';
import { findTable } from '../../../../shared/spreadsheets/find-table';
import { openSpreadsheet } from '../../../../shared/spreadsheets/open-spreadsheet';
import { makeEncoded } from './make-encoded';

async function rowsOf(html: string | Uint8Array) {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html;
  const opened = await openSpreadsheet({ fileName: 'report.xls', bytes });
  expect(opened.format).toBe('html');
  return opened.sheets[0]?.rows ?? [];
}

describe('web pages saved as .xls', () => {
  it('reads cells, entities, line breaks and links, and nothing of scripts and styles', async () => {
    const rows =
      await rowsOf(`<html><head><title>T</title><style>td{x:"</td>"}</style><script>if (a < b) document.write("<tr><td>evil</td></tr>")</script></head>
      <body><p>Before</p><table><thead><tr><th>Name<th>E-mail</th><th>CV</tr></thead>
      <tr><td>O&#x27;Hara &amp; Zo&euml; &Scaron;<br>Line 2<script>1 < 2 </td><td>evil</script></td><td><a href='mailto:z@example.com'>Zoë</a></td><td><A HREF="https://cv.example.com/?a=1&amp;b=2">CV</A></td></tr>
      <!-- <tr><td>gone</td></tr> --></table>After</body></html>`);
    expect(rows.map((row) => row.cells)).toEqual([
      ['Name', 'E-mail', 'CV'],
      ["O'Hara & Zoë Š\nLine 2", 'Zoë', 'CV'],
    ]);
    expect([...(rows[1]?.links ?? [])]).toEqual([
      [1, 'mailto:z@example.com'],
      [2, 'https://cv.example.com/?a=1&b=2'],
    ]);
  });

  it('keeps columns in place under merged titles and cells that reach down', async () => {
    const rows = await rowsOf(
      '<table><tr><td colspan=3>Title</td></tr><tr><td rowspan=2>Team</td><td>Ann</td><td>a@example.com</td></tr><tr><td>Bo</td><td>b@example.com</td></tr></table>',
    );
    expect(rows.map((row) => [row.rowNumber, ...row.cells])).toEqual([
      [1, 'Title', '', ''],
      [2, 'Team', 'Ann', 'a@example.com'],
      [3, '', 'Bo', 'b@example.com'],
    ]);
  });

  it('believes the charset that the page names', async () => {
    const rows = await rowsOf(
      makeEncoded(
        '<html><meta charset="windows-1250"><table><tr><td>Imię<td>E-mail<tr><td>Łucja<td>l@example.com</table>',
        'windows-1250',
      ),
    );
    expect(rows.map((row) => row.cells)).toEqual([
      ['Imię', 'E-mail'],
      ['Łucja', 'l@example.com'],
    ]);
  });

  it('offers other readings where the letters alone tell the encoding, and takes the one that is chosen', async () => {
    const page =
      '<html><table><tr><td>Imię<td>E-mail<tr><td>Łucja<td>l@example.com<tr><td>Święch<td>s@example.com</table>';
    const file = { fileName: 'report.xls', bytes: makeEncoded(page, 'windows-1250') };
    const opened = await openSpreadsheet(file);
    expect(opened.reading).toMatchObject({ encoding: 'windows-1250', delimiter: null });
    const choices = opened.reading?.encodingChoices ?? [];
    expect(choices[0]).toMatchObject({ encoding: 'windows-1250', samples: ['Imię', 'Łucja', 'Święch'] });
    expect(choices.find(({ encoding }) => encoding === 'windows-1252')?.samples).toEqual([
      'Imiê',
      '£ucja',
      'Œwiêch',
    ]);
    const otherwise = await openSpreadsheet(file, { encoding: 'windows-1252' });
    expect(otherwise.sheets[0]?.rows[1]?.cells).toEqual(['£ucja', 'l@example.com']);
    expect(otherwise.reading?.encodingChoices.map(({ encoding }) => encoding)).toContain('windows-1250');
  });

  it('believes the bytes where the page names another encoding than theirs', async () => {
    const rows = await rowsOf('<html><meta charset="iso-8859-1"><table><tr><td>Zoë<td>z@example.com</table>');
    expect(rows[0]?.cells).toEqual(['Zoë', 'z@example.com']);
  });

  it('ends on pages that never close anything', async () => {
    const rows = await rowsOf(
      `<table><tr><td>Name<td>Email${'<tr><td>Ann<td>a@example.com'.repeat(2_000)}<script>`,
    );
    expect(rows).toHaveLength(2_001);
  });

  it('says so where a page has no table', async () => {
    const opened = await openSpreadsheet({
      fileName: 'a.xls',
      bytes: new TextEncoder().encode('<html><body>Please sign in</body></html>'),
    });
    expect(opened.notices).toMatchObject([{ kind: 'file-empty', blocking: true }]);
    expect(opened.notices[0]?.message).toContain('without a table');
  });

  it('finds the header below the title', async () => {
    const opened = await openSpreadsheet({
      fileName: 'a.xls',
      bytes: new TextEncoder().encode(
        '<table><tr><td colspan=2>List<tr><th>Name<th>Email<tr><td>Ann<td>a@example.com</table>',
      ),
    });
    const [sheet] = opened.sheets;
    expect(sheet && findTable(sheet).headerRow).toBe(2);
  });
});
