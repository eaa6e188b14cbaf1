import { makeEncoded } from '../unit/shared/spreadsheets/make-encoded';
import { type RealFile, utf8 } from './real-file';

const refused = { headerRow: null, people: [], notices: ['file-legacy'] as const };

/** Pages and XML that portals name .xls. */
export const webPages: readonly RealFile[] = [
  {
    what: 'SAP portal: a title, the filters and the list as three tables',
    fileName: 'report.xls',
    make: () =>
      utf8(
        '<html><body><table><tr><td>Applicants</td></tr></table><table><tr><td>Run by</td><td>dana.moss@example.com</td></tr><tr><td>Period</td><td>March 2026</td></tr></table><table><tr><th>Name</th><th>E-mail</th><th>City</th></tr><tr><td>Ann Lee</td><td>ann@example.com</td><td>York</td></tr><tr><td>Bo Roe</td><td>bo@example.com</td><td>Hull</td></tr></table></body></html>',
      ),
    expected: {
      headerRow: 4,
      people: ['5: Ann Lee | ann@example.com | York', '6: Bo Roe | bo@example.com | Hull'],
      notices: ['file-type-mismatch'],
    },
  },
  {
    what: 'Excel saved as a web page: hidden rows, hidden columns, texts that are not shown',
    fileName: 'people.htm',
    make: () =>
      utf8(
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><col width=64><col width=64 style="display:none"><col width=64><tr><td>Name</td><td>Old mail</td><td>Email</td></tr><tr><td><span style="display: none">20260301</span>Ann Lee</td><td>a.lee@example.org</td><td>ann@example.com</td></tr><tr style=\'display:none\'><td>Bo Roe</td><td></td><td>bo@example.com</td></tr></table></html>',
      ),
    expected: {
      headerRow: 1,
      people: ['2: Ann Lee | a.lee@example.org | ann@example.com', '3: Bo Roe | bo@example.com'],
      hiddenRows: [3],
      hiddenColumns: 'B',
      emailColumn: 'C',
    },
  },
  {
    what: 'a page in Windows-1251 that says it is UTF-8',
    fileName: 'report.xls',
    make: () =>
      makeEncoded(
        '<html><head><meta charset="utf-8"></head><table><tr><th>Фамилия</th><th>Имя</th><th>Почта</th></tr><tr><td>Иванова</td><td>Анна</td><td>anna@example.com</td></tr><tr><td>Петров</td><td>Олег</td><td>oleg@example.com</td></tr></table></html>',
        'windows-1251',
      ),
    expected: {
      headerRow: 1,
      encoding: 'windows-1251',
      people: ['2: Иванова | Анна | anna@example.com', '3: Петров | Олег | oleg@example.com'],
      notices: ['file-type-mismatch'],
    },
  },
  {
    what: 'the page for signing in, saved after the session had ended',
    fileName: 'report.xls',
    make: () =>
      utf8(
        '<html><form><table><tr><td>User name</td><td><input></td></tr><tr><td>Password</td><td><input></td></tr></table></form></html>',
      ),
    expected: { headerRow: null, people: [], notices: ['file-empty'] },
  },
  {
    what: 'Excel’s XML of 2003',
    fileName: 'people.xls',
    make: () =>
      utf8(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>Email</Data></Cell></Row></Table></Worksheet></Workbook>',
      ),
    expected: refused,
  },
  {
    what: 'a web archive named .xls',
    fileName: 'people.xls',
    make: () =>
      utf8(
        'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<html><table><tr><td>Email</table></html>\r\n--x--',
      ),
    expected: refused,
  },
];
