// Files that are no spreadsheet, told by their first bytes and words, each with the way to one that can be read.
// Never opens what is inside.
import { UnreadableFile } from './spreadsheet-reader';

/** What is said of a file that another program can save as a workbook. `what` is a sentence. */
export function saveAsXlsx(what: string): UnreadableFile {
  return foreign(
    what,
    'Open it in the program it comes from, save it as an Excel workbook (.xlsx), and open that file here.',
  );
}

/** What is said of a file that others are packed in. */
export function unpackFirst(what: string): UnreadableFile {
  return foreign(what, 'Unpack it, and open the file inside.');
}

/** What is said of a file that no program turns into a workbook, but whose source can. */
export function exportAgain(what: string): UnreadableFile {
  return foreign(what, 'Export the list as CSV or as an Excel workbook (.xlsx), and open that file here.');
}

function foreign(what: string, next: string): UnreadableFile {
  return new UnreadableFile('file-legacy', `${what} Nothing was read. ${next}`);
}

const pictures = /^(‰PNG|ÿØÿ|GIF8|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp(heic|heix|mif1|avif))/;
const archives = /^(\x1f‹|Rar!|7z¼¯|BZh[1-9]|ý7zXZ)/;

/** A file that is not text; null where it may be. `text` is `head` in Windows-1252. */
export function foreignBinary(head: Uint8Array, text: string): UnreadableFile | null {
  if (text.startsWith('%PDF')) return saveAsXlsx('This is a PDF, which holds pages, not rows.');
  if (pictures.test(text)) return exportAgain('This is a picture, which holds no rows.');
  if (archives.test(text)) return unpackFirst('This is a packed file, not a spreadsheet.');
  return countControls(head, text) > head.length * 0.05
    ? saveAsXlsx('This file is not a spreadsheet, or one of a kind that cannot be read here.')
    : null;
}

const space = 0x20;

/** Zero bytes that fill up cells, rows or the file do not count: old programs write fields of one length, and a cut copy ends in zeros. */
function countControls(head: Uint8Array, text: string): number {
  let end = head.length;
  while (end > 0 && (head[end - 1] as number) <= space) end--;
  let count = 0;
  for (const byte of head.subarray(0, end))
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) count++;
  const filling = text.match(/[\x20-\x7e]\0+(?=[",;\t|\r\n])/g) ?? [];
  return filling.reduce((left, found) => left - (found.length - 1), count);
}

/** A text that holds no rows; null where it may hold some. `last` is the last letter of the whole file. */
export function foreignText(head: string, last: string): UnreadableFile | null {
  const start = head.trimStart();
  if (/<Workbook[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(start))
    return saveAsXlsx('This is a spreadsheet in Excel’s XML format of 2003.');
  if (start.startsWith('<?xml')) return exportAgain('This is an XML file, which programs exchange.');
  if (/^(\{\s*"|\[\s*[{["])/.test(start) && (last === '}' || last === ']'))
    return exportAgain('This is a JSON file, which programs exchange.');
  if (start.startsWith('{\\rtf'))
    return exportAgain('This is a rich text document, which holds pages, not rows.');
  if (isSqlDump(start))
    return exportAgain('This is a dump of a database (.sql), which holds commands, not rows.');
  if (isSylk(start) || /^TABLE\r?\n0,1\r?\n/.test(start))
    return saveAsXlsx('This is a spreadsheet in an old exchange format (.slk, .dif).');
  if (/^BEGIN:VCALENDAR/i.test(start))
    return exportAgain('This file holds dates of a calendar (.ics), not rows.');
  if (/^BEGIN:VCARD/i.test(start)) return exportAgain('This file holds contact cards (.vcf), not rows.');
  if (/^[\w-]+: /.test(start) && /^(MIME-Version|Message-ID): /im.test(start))
    return exportAgain('This is an email message or a saved web page (.eml, .mht), not a list.');
  return null;
}

function isSqlDump(start: string): boolean {
  return (
    /^(?:--|\/\*|(?:CREATE|DROP|INSERT|SET|USE|BEGIN|PRAGMA)\s)/i.test(start) &&
    /^(?:CREATE TABLE|INSERT INTO)\s/im.test(start)
  );
}

/** `ID;P` alone may be a header: `ID;Position`. */
function isSylk(start: string): boolean {
  return start.startsWith('ID;P') && /^C;(?:[XY]\d+;)+[KE]/m.test(start);
}
