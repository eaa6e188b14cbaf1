import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { putResults } from '../../../../shared/write-back/put-results';
import { makeWriteBack } from '../../../helpers/make-write-back';

const samples = join(import.meta.dirname, '../../../fixtures/samples');

async function fill(bytes: Uint8Array, options: Parameters<typeof makeWriteBack>[2] = {}) {
  const made = await makeWriteBack('people.csv', bytes, options);
  // One plain sentence for each, so that whole files can be written down here.
  const rows = made.rows.map((row, index) => ({
    ...row,
    values: [
      { kind: 'text', text: 'Done' } as const,
      { kind: 'text', text: index === 0 ? 'Invited; "at once"' : '=1+1' } as const,
      { kind: 'none' } as const,
      { kind: 'none' } as const,
      { kind: 'none' } as const,
    ],
  }));
  return { made, copy: await putResults(made.file, made.order, rows) };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const toText = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('a text file', () => {
  it('keeps its mark, delimiter, row ends and quotes; titles, totals and blank lines stay as they are', async () => {
    const { copy } = await fill(
      utf8(
        '\ufeffGraduate fair\r\n\r\nEmail;City;Note\r\nana@example.com;Brno;"two\nlines; and ""more"""\r\nzoe@example.com;Liège\r\n\r\nTotal;2\r\n',
      ),
    );
    expect(toText(copy.bytes)).toBe(
      '\ufeffGraduate fair\r\n\r\nEmail;City;Note;Outcome;What happened\r\nana@example.com;Brno;"two\nlines; and ""more""";Done;"Invited; ""at once"""\r\nzoe@example.com;Liège;;Done;\'=1+1\r\n\r\nTotal;2\r\n',
    );
    expect(copy.rowCount).toBe(2);
  });

  it('with all cells in quotes gets ours in quotes; one without a last row end gets none', async () => {
    const { copy } = await fill(utf8('"Email","City"\n"ana@example.com","Brno"\n"zoe@example.com","Liège"'));
    expect(toText(copy.bytes)).toBe(
      '"Email","City","Outcome","What happened"\n"ana@example.com","Brno","Done","Invited; ""at once"""\n"zoe@example.com","Liège","Done","\'=1+1"',
    );
  });

  it('keeps a line that names the delimiter for Excel, and counts rows as Excel does', async () => {
    const { copy } = await fill(utf8('sep=;\nEmail;City\nana@example.com;Brno\n'));
    expect(toText(copy.bytes)).toBe(
      'sep=;\nEmail;City;Outcome;What happened\nana@example.com;Brno;Done;"Invited; ""at once"""\n',
    );
  });

  it.each([
    ['utf-16le', Buffer.from('\ufeffEmail\tCity\r\nana@example.com\tHuế\r\n', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffEmail\tCity\r\nana@example.com\tHuế\r\n', 'utf16le').swap16()],
  ])('in %s stays in it', async (encoding, bytes) => {
    const { copy, made } = await fill(new Uint8Array(bytes));
    expect(made.order.source.reading?.encoding).toBe(encoding);
    expect(new TextDecoder(encoding).decode(copy.bytes)).toBe(
      'Email\tCity\tOutcome\tWhat happened\r\nana@example.com\tHuế\tDone\t"Invited; ""at once"""\r\n',
    );
  });

  it('in an older code page keeps every byte, and says where a letter had no place in it', async () => {
    const bytes = Uint8Array.from(Buffer.from('Name,Email\nJürgen,jurgen@example.com\n', 'latin1'));
    const reading = { encoding: 'windows-1252', delimiter: ',' } as const;
    const made = await makeWriteBack('people.csv', bytes, { reading });
    const values = (text: string) => [
      { kind: 'text', text } as const,
      ...Array.from({ length: 4 }, () => ({ kind: 'none' }) as const),
    ];
    const rows = made.rows.map((row) => ({ ...row, values: values('Müller – € Huế') }));
    const copy = await putResults(made.file, made.order, rows);
    expect(Buffer.from(copy.bytes).toString('latin1')).toBe(
      'Name,Email,Outcome\nJürgen,jurgen@example.com,M\u00fcller \u0096 \u0080 Hu?\n',
    );
    expect(copy.notices).toEqual([expect.stringContaining('A question mark stands there')]);
  });

  it('in Shift JIS parts no letter whose second byte looks like a delimiter', async () => {
    // ソ is 83 5C, ポ 83 7C: the second bytes are \ and |.
    const bytes = Uint8Array.from([
      ...Buffer.from('Email|City\nana@example.com|'),
      0x83,
      0x7c,
      0x83,
      0x5c,
      0x0a,
    ]);
    const { copy } = await fill(bytes, { reading: { encoding: 'shift_jis', delimiter: '|' } });
    expect(new TextDecoder('shift_jis').decode(copy.bytes)).toBe(
      'Email|City|Outcome|What happened\nana@example.com|ポソ|Done|"Invited; ""at once"""\n',
    );
  });

  it.each([
    '01-career-site.csv',
    '02-bewerber.csv',
    '03-kandydaci.xlsx',
    '04-danh-sach-ung-vien.txt',
    '05-job-fair.csv',
    '06-unicode-text.txt',
  ])('such as %s only grows: taken away again, the additions leave the file as it was', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(samples, name)));
    const made = await makeWriteBack(name, bytes);
    const copy = await putResults(made.file, made.order, made.rows);
    expect(copy.rowCount).toBe(made.rows.length);
    expect(copy.bytes.length).toBeGreaterThan(bytes.length);
    let at = 0;
    for (const byte of copy.bytes) if (byte === bytes[at]) at++;
    expect(at).toBe(bytes.length);
    expect(copy.name.format).toBe(name.endsWith('.txt') ? 'txt' : 'csv');
  });
});
