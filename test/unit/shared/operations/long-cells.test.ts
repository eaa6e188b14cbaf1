import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../../shared/messages/check-message';
import { toDocumentHtml } from '../../../../shared/messages/document-html';
import { toMessageHtml } from '../../../../shared/messages/message-html';
import { readPastedHtml } from '../../../../shared/messages/pasted-document';
import { readDocument } from '../../../../shared/messages/read-document';
import { checkRows } from '../../../../shared/operations/check-rows';
import { proposeMapping } from '../../../../shared/operations/propose-mapping';
import { toPerson, toRawEmail } from '../../../../shared/operations/to-person';

/** Excel's longest cell. */
const cellLength = 32_767;
/** Every step together; one that backtracks takes minutes. */
const mostMs = 5000;

const pieces = [
  'a',
  ' ',
  '.',
  '-',
  '@',
  '<',
  '>',
  '"',
  '(',
  ',',
  ';',
  '\\',
  '*',
  '[',
  '](',
  '{',
  '{{',
  '}',
  '/',
  'http://',
  'https://',
  'a.',
  'a@',
  '.a',
  '-a',
  'a-',
  '@a.',
  ' at ',
  '(at)',
  'a b ',
  '1',
  '1.',
  '=',
  'é',
  'ệ',
  '漢',
  '漢 ',
  '٠',
  '\u0301',
  'van ',
  'de la ',
  'Dr. ',
  'A ',
  '<b>',
  '&lt;',
  'https://a.a/',
  '%',
  '\n',
  '- ',
  '**',
  'mailto:',
  'Nguyễn ',
  'née ',
  ' , ',
  '“',
  'he/him ',
  '.pdf (a',
  '<br>',
];

describe('cells as long as Excel’s longest', () => {
  it.each(pieces)('made of %j take no time', (piece) => {
    const text = piece.repeat(Math.ceil(cellLength / piece.length)).slice(0, cellLength);
    const cells = [text, `${text}!`, `x${text}`, text, text];
    const row = { rowNumber: 2, cells, hidden: false };
    const headers = [text.slice(0, 5000), 'Name', 'Email', text, 'CV'];
    const startedAtMs = performance.now();
    const table = {
      headerRow: 1,
      headerReason: '',
      columns: headers.map((header, columnIndex) => ({
        columnIndex,
        letter: 'ABCDE'.charAt(columnIndex),
        header,
      })),
      rows: [row],
      leftOut: [],
    };
    proposeMapping(table);
    for (const columns of [
      { email: 0, firstname: 1, lastname: 2, cv_link: 3, ats_candidate_id: 4 },
      { email: 1, fullname: 0, cv_link: 2, ats_candidate_id: 1 },
      { email: 2, fullname: 1, cv_link: 1, ats_candidate_id: 2 },
    ]) {
      const mapping = { columns, nameOrder: 'decide' } as const;
      checkRows({
        people: [
          { rowNumber: 2, person: toPerson(row, mapping), rawEmail: toRawEmail(row, mapping), hidden: false },
        ],
      });
    }
    const message = text.slice(0, 6000);
    checkMessage(message);
    for (const html of [message, text, toMessageHtml(message)]) {
      toDocumentHtml(readDocument(html).document);
      toDocumentHtml(readPastedHtml(html) ?? []);
    }
    expect(performance.now() - startedAtMs).toBeLessThan(mostMs);
  });
});
