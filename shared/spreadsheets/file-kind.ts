// What a file is, by its first bytes and by what lies in it. The name is never believed; it is only compared.
import { isBatchFile } from '../hand-over/batch-file-bytes';
import { compoundFileKind, isCompoundFile } from './compound-file';
import { encodingOfMark, encodingOfZeros } from './decode-text';
import { exportAgain, foreignBinary, foreignText, saveAsXlsx, unpackFirst } from './foreign-file';
import { inflateHead } from './inflate';
import type { FileNotice } from './spreadsheet';
import { UnreadableFile } from './spreadsheet-reader';
import { packedBytesOf, readZipDirectory } from './zip-directory';

export type FileKind = 'text' | 'workbook' | 'html' | 'open-document' | 'old-workbook' | 'batch-file';

/** How much of a text is looked at to tell a web page, or no text at all. */
const headBytes = 8192;

/**
 * Text, web page, batch file, or which kind of workbook.
 * @throws UnreadableFile for everything else, with how to get a file that can be read.
 */
export function fileKind(bytes: Uint8Array): FileKind {
  if (isBatchFile(bytes)) return 'batch-file';
  if (isCompoundFile(bytes)) return compoundKind(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) <= 8 && (bytes[3] ?? 0) <= 8)
    return zipKind(bytes);
  const head = bytes.subarray(0, headBytes);
  if (isUtf32(head)) throw exportAgain('This text is in UTF-32, an encoding that cannot be read here.');
  const encoding = encodingOfMark(head) ?? encodingOfZeros(head);
  const text = new TextDecoder(encoding ?? 'windows-1252')
    .decode(encoding?.startsWith('utf-16') ? head.subarray(0, head.length & ~1) : head)
    .replace(/^\ufeff/, '');
  const foreign = encoding === null ? foreignBinary(head, text) : null;
  if (foreign !== null) throw foreign;
  if (looksLikeHtml(text)) return 'html';
  const other = foreignText(text, lastLetter(bytes));
  if (other !== null) throw other;
  return 'text';
}

/** Its mark begins like that of UTF-16; a text in UTF-16 has no zero letter behind its mark. */
function isUtf32([first, second, third, fourth]: Uint8Array): boolean {
  const isLittle = first === 0xff && second === 0xfe && third === 0 && fourth === 0;
  return isLittle || (first === 0 && second === 0 && third === 0xfe && fourth === 0xff);
}

function looksLikeHtml(text: string): boolean {
  const start = text.trimStart().slice(0, 2000).toLowerCase();
  if (/^<\?xml/.test(start) && /<workbook[\s>]/.test(start)) return false;
  return (
    /^(<!doctype html|<html|<head|<body|<table|<meta|<style)/.test(start) ||
    (/^<(!--|\?xml|div|center|font|p\b)/.test(start) && /<(html|table)[\s>]/i.test(text))
  );
}

/** The last byte of the file that is no blank, line end or zero. */
function lastLetter(bytes: Uint8Array): string {
  let index = bytes.length - 1;
  while (index > 0 && (bytes[index] ?? 0) <= 0x20) index--;
  return String.fromCharCode(bytes[index] ?? 0);
}

function compoundKind(bytes: Uint8Array): FileKind {
  switch (compoundFileKind(bytes)) {
    case 'encrypted-workbook':
      throw new UnreadableFile(
        'file-encrypted',
        'This workbook is protected with a password. Nothing was read. Open it in Excel with its password, take the password off under File > Info > Protect Workbook, save it and open it here again.',
      );
    case 'old-workbook':
      return 'old-workbook';
    default:
      throw saveAsXlsx('This file is in an old Office format, but it is no workbook that can be read here.');
  }
}

/** Twice the longest that is known. */
const longestMimetype = 150;

function zipKind(bytes: Uint8Array): FileKind {
  const entries = readZipDirectory(bytes);
  const names = entries.map((entry) => entry.name.replace(/^\//, ''));
  const mimetype = entries.find(({ name }) => name === 'mimetype');
  if (mimetype !== undefined && names.includes('content.xml')) {
    const packed = packedBytesOf(bytes, mimetype);
    // It is to be stored as it is; whoever packed the document anew may have compressed it.
    const type = new TextDecoder().decode(
      mimetype.method === 0 ? packed : (inflateHead(packed, longestMimetype) ?? packed),
    );
    if (type.includes('opendocument.spreadsheet')) return 'open-document';
    throw saveAsXlsx('This is a text document or a drawing (OpenDocument), which holds pages, not rows.');
  }
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name)))
    throw saveAsXlsx('This is a binary workbook (.xlsb).');
  if (
    names.some((name) => /workbook.*\.xml$/i.test(name)) ||
    (names.includes('[Content_Types].xml') && names.some((name) => /worksheets?\//i.test(name)))
  )
    return 'workbook';
  if (names.some((name) => /^Index(\/|\.zip)/.test(name)))
    throw saveAsXlsx('This is an Apple Numbers document.');
  if (names.some((name) => /^word\//.test(name)))
    throw saveAsXlsx('This is a Word document, which holds pages, not rows.');
  if (names.some((name) => /^ppt\//.test(name)))
    throw saveAsXlsx('This is a PowerPoint presentation, which holds slides, not rows.');
  throw unpackFirst('This is a ZIP archive, not a spreadsheet.');
}

const namesOf: Readonly<Record<FileKind, RegExp>> = {
  text: /\.(csv|tsv|tab|txt|psv|text)$/i,
  workbook: /\.(xlsx|xlsm|xltx|xltm)$/i,
  html: /\.(html?|xhtml)$/i,
  'open-document': /\.(ods|ots)$/i,
  'old-workbook': /\.(xls|xlt)$/i,
  'batch-file': /\.flowbatch$/i,
};

const wordsOf: Readonly<Record<FileKind, string>> = {
  text: 'a text file (CSV)',
  workbook: 'an Excel workbook',
  html: 'a web page with a table',
  'open-document': 'an OpenDocument spreadsheet',
  'old-workbook': 'an Excel workbook of the old kind (.xls)',
  'batch-file': 'a batch file of Flowmingo Batch',
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
