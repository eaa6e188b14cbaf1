// What a file is, by its first bytes and by what lies in it. The name is never believed; it is only compared.
import { compoundFileKind, isCompoundFile } from './compound-file';
import { encodingOfMark, encodingOfZeros } from './decode-text';
import type { FileNotice } from './spreadsheet';
import { UnreadableFile } from './spreadsheet-reader';
import { readZipDirectory } from './zip-directory';

export type FileKind = 'text' | 'workbook' | 'html';

/** How much of a text is looked at to tell a web page, or no text at all. */
const headBytes = 8192;

const saveAsXlsx =
  'Nothing was read. Open it in the program it comes from, save it as an Excel workbook (.xlsx), and open that file here.';

/**
 * Text, workbook or web page.
 * @throws UnreadableFile for everything else, with how to get a file that can be read.
 */
export function fileKind(bytes: Uint8Array): FileKind {
  if (isCompoundFile(bytes)) throw compoundFile(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) <= 8 && (bytes[3] ?? 0) <= 8)
    return zipKind(bytes);
  const head = bytes.subarray(0, headBytes);
  const encoding = encodingOfMark(head) ?? encodingOfZeros(head);
  const text = new TextDecoder(encoding ?? 'windows-1252').decode(
    encoding?.startsWith('utf-16') ? head.subarray(0, head.length & ~1) : head,
  );
  if (text.startsWith('%PDF')) throw legacy('This is a PDF, which holds pages, not rows.');
  if (encoding === null && countControls(text) > text.length * 0.05)
    throw legacy('This file is not a spreadsheet, or one of a kind that cannot be read here.');
  if (/<Workbook[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(text))
    throw legacy('This is a spreadsheet in Excel’s XML format of 2003.');
  return looksLikeHtml(text) ? 'html' : 'text';
}

function looksLikeHtml(text: string): boolean {
  const start = text
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 2000)
    .toLowerCase();
  return (
    /^(<!doctype html|<html|<head|<body|<table|<meta|<style)/.test(start) ||
    (/^<(!--|\?xml|div|center|font|p\b)/.test(start) && /<(html|table)[\s>]/i.test(text))
  );
}

/** Zero bytes at the end do not count: they are what a cut copy leaves behind a good text. */
function countControls(text: string): number {
  return text.replace(/\0+\s*$/, '').match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
}

function legacy(what: string): UnreadableFile {
  return new UnreadableFile('file-legacy', `${what} ${saveAsXlsx}`);
}

function compoundFile(bytes: Uint8Array): UnreadableFile {
  switch (compoundFileKind(bytes)) {
    case 'encrypted-workbook':
      return new UnreadableFile(
        'file-encrypted',
        'This workbook is protected with a password. Nothing was read. Open it in Excel with its password, take the password off under File > Info > Protect Workbook, save it and open it here again.',
      );
    case 'old-workbook':
      return legacy('This is a workbook in the old .xls format of Excel 97–2003.');
    default:
      return legacy('This file is in an old Office format: a password-protected workbook, or an old .xls.');
  }
}

function zipKind(bytes: Uint8Array): FileKind {
  const names = readZipDirectory(bytes).map((entry) => entry.name.replace(/^\//, ''));
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name)))
    throw legacy('This is a binary workbook (.xlsb).');
  if (
    names.some((name) => /workbook.*\.xml$/i.test(name)) ||
    (names.includes('[Content_Types].xml') && names.some((name) => /worksheets?\//i.test(name)))
  )
    return 'workbook';
  if (names.includes('mimetype') && names.includes('content.xml'))
    throw legacy('This is an OpenDocument spreadsheet (.ods).');
  if (names.some((name) => /^Index(\/|\.zip)/.test(name))) throw legacy('This is an Apple Numbers document.');
  if (names.some((name) => /^word\//.test(name)))
    throw legacy('This is a Word document, which holds pages, not rows.');
  throw legacy('This is a ZIP archive, not a spreadsheet. Unpack it and open the file inside.');
}

const namesOf: Readonly<Record<FileKind, RegExp>> = {
  text: /\.(csv|tsv|tab|txt|psv|text)$/i,
  workbook: /\.(xlsx|xlsm|xltx|xltm)$/i,
  html: /\.(html?|xhtml)$/i,
};

const wordsOf: Readonly<Record<FileKind, string>> = {
  text: 'a text file (CSV)',
  workbook: 'an Excel workbook',
  html: 'a web page with a table',
};

/** A word to the recruiter where a name promises something else; null where it fits or promises nothing. */
export function mismatchNotice(fileName: string, kind: FileKind): FileNotice | null {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1];
  const promises = /\.(csv|tsv|tab|psv|xlsx|xlsm|xltx|xltm|xls|xlsb|ods|numbers|html?)$/i.test(fileName);
  if (!ending || !promises || namesOf[kind].test(fileName)) return null;
  return {
    kind: 'file-type-mismatch',
    blocking: false,
    message: `The name ends in .${ending}, but the file is ${wordsOf[kind]}. It was read as that.`,
  };
}
