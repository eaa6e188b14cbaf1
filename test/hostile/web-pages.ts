import { asPeople, type HostileFile, namedFiles, people, refused, toBytes } from './hostile-file';

const rowHtml = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const peopleHtml = people.map(rowHtml).join('');
const page = (inside: string, head = '') =>
  toBytes(`<html><head>${head}</head><body>${inside}</body></html>`);
const table = (rows: string) => page(`<table>${rows}</table>`);
const large = 20 * 1024 ** 2;
const filled = (piece: string, bytes = large) => piece.repeat(Math.floor(bytes / piece.length));

/** Web pages saved as .xls, as portals make them and as nobody should. */
export const webPages = namedFiles('people.xls', [
  {
    what: 'a page with scripts, styles, handlers and frames',
    make: () =>
      page(
        `<script>document.title='<table><tr><td>evil'</script><iframe src="http://127.0.0.1:9/"></iframe><table onload="alert(1)"><style>td{}</style>${peopleHtml}</table><img src=x onerror=alert(1)>`,
      ),
    expected: asPeople(),
  },
  {
    what: 'a page that wants to go elsewhere',
    make: () =>
      page(
        `<table>${peopleHtml}</table>`,
        '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><base href="file:///">',
      ),
    expected: asPeople(),
  },
  {
    what: 'tables inside of cells',
    make: () =>
      table(`${peopleHtml}${rowHtml(['eve@example.com', `<table>${rowHtml(['Eve', 'Adams'])}</table>`])}`),
    expected: { kind: 'rows', rows: [...people, ['eve@example.com', 'Eve\nAdams']] },
  },
  {
    what: 'cells and rows that are never closed',
    make: () =>
      page(
        `<table>${people.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}`).join('')}`).join('')}</table>`,
      ),
    expected: asPeople(),
  },
  {
    what: 'a page that ends in the middle of its table',
    make: () => toBytes(`<html><body><table>${peopleHtml}<tr><td>eve@example.com<td>Ev`),
    expected: {
      kind: 'rows',
      rows: [...people, ['eve@example.com', 'Ev']],
      notices: ['file-damaged'],
    },
  },
  {
    what: 'an attribute of 10 MB',
    make: () => table(`${peopleHtml}<tr title="${filled('x', 10 * 1024 ** 2)}"></tr>`),
    expected: asPeople(),
  },
  {
    what: 'an attribute of 10 MB without quotation marks',
    make: () => table(`${peopleHtml}<tr title=${filled('x ', 10 * 1024 ** 2)}></tr>`),
    expected: asPeople(),
  },
  {
    what: 'a million tags whose quotation marks are never closed',
    make: () => table(`${peopleHtml}${filled('<td "')}`),
    expected: { kind: 'rows', rows: people, notices: ['file-damaged'] },
    isBomb: true,
  },
  {
    what: 'millions of declarations that are never closed',
    make: () => table(`${peopleHtml}<tr><td>${filled('<!x ')}`),
    expected: { kind: 'rows', rows: people, notices: ['file-damaged'] },
    isBomb: true,
  },
  {
    what: 'tables a million deep',
    make: () => table(`${peopleHtml}<tr><td>${filled('<table>')}`),
    expected: { kind: 'rows', rows: people, notices: ['file-damaged'] },
    isBomb: true,
  },
  {
    what: 'cells that each span 16,384 columns and 1,000 rows',
    make: () => table(peopleHtml + filled('<tr><td colspan=16384 rowspan=1000>x</td></tr>')),
    expected: refused('file-too-large'),
    isBomb: true,
  },
  {
    what: 'a cell that spans a billion columns and rows',
    make: () => table(`${peopleHtml}<tr><td colspan="1000000000" rowspan="-1">x</td></tr>`),
    expected: { kind: 'rows', rows: [...people, ['x', ...Array.from({ length: 999 }, () => '')]] },
  },
  {
    what: '1,000,000 cells in a row of a page',
    make: () => table(`${peopleHtml}<tr>${'<td>x'.repeat(1_000_000)}</tr>`),
    expected: refused('file-too-large', /16,384 columns/),
    isBomb: true,
  },
  {
    what: 'four million links in a cell',
    make: () => table(`${peopleHtml}<tr><td>x${filled('<a href=')}</td></tr>`),
    expected: { kind: 'rows', rows: [...people, ['x']] },
    isBomb: true,
  },
  {
    what: 'letters that change their length in small letters, before a script',
    make: () => table(`${rowHtml(people[0])}<tr><td>İİİİİİİİİİİİ</td><td><SCRIPT>x</SCRIPT>Ada</td></tr>`),
    expected: { kind: 'rows', rows: [[...people[0]], ['İİİİİİİİİİİİ', 'Ada']] },
  },
  {
    what: 'entities without end, without meaning and beyond Unicode: they stay as they are written',
    make: () =>
      table(`${peopleHtml}${rowHtml(['&#99999999999;&#xD800;&nosuch;&amp&lt;', '&'.repeat(50_000)])}`),
    expected: {
      kind: 'rows',
      rows: [...people, ['&#99999999999;&#xD800;&nosuch;&<', '&'.repeat(50_000)]],
      notices: ['cell-too-long'],
    },
  },
  {
    what: 'a page without a table',
    make: () => page('<p>Your session has ended. <a href="/login">Sign in</a></p>'),
    expected: refused('file-empty', /without a table/),
  },
  {
    what: 'a page in Windows-1252 that says UTF-8',
    make: () =>
      new Uint8Array(
        Buffer.from(
          `<html><head><meta charset="utf-8"></head><table>${peopleHtml}${rowHtml(['jurgen@example.com', 'Jürgen Müller'])}</table></html>`,
          'latin1',
        ),
      ),
    expected: { kind: 'rows', rows: [...people, ['jurgen@example.com', 'Jürgen Müller']] },
  },
]).map((file) => ({ ...file, expected: withMismatch(file.expected) }));

/** A page named .xls is read as what it is, and the recruiter is told. */
function withMismatch(expected: HostileFile['expected']): HostileFile['expected'] {
  return expected.kind === 'rows'
    ? { ...expected, notices: ['file-type-mismatch', ...(expected.notices ?? [])] }
    : expected;
}
