import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRows } from '../../../../shared/operations/check-rows';
import { toPerson, toRawEmail } from '../../../../shared/operations/to-person';

const folder = join(__dirname, '../../../fixtures/mapping');
const linesOf = (file: string): string[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const realDomains = [
  ...new Set(linesOf('real-email-domains.txt').flatMap((line) => line.trim().split(/\s+/))),
];
const slips = linesOf('mistyped-email-domains.txt').map((line) => line.split(' ') as [string, string]);

/** What becomes of one email cell: the address that is used, and its problems with their fixes. */
function read(cell: string): { email: string | null; problems: string[]; suggestion: string | null } {
  const mapping = { columns: { email: 0, cv_link: 1 }, nameOrder: 'decide' as const };
  const row = { rowNumber: 2, cells: [cell, 'https://cv.example.com/1.pdf'], hidden: false };
  const person = toPerson(row, mapping);
  const found = checkRows({
    people: [{ rowNumber: 2, person, rawEmail: toRawEmail(row, mapping), hidden: false }],
  }).filter(({ field }) => field === 'email');
  return {
    email: person.email,
    problems: found.map(({ kind }) => kind),
    suggestion: found.find(({ suggestion }) => suggestion !== undefined)?.suggestion ?? null,
  };
}

describe('domains', () => {
  it('raises no false alarm over 600 real ones', () => {
    expect(realDomains.length).toBeGreaterThan(600);
    const alarms = realDomains.filter((domain) => read(`someone@${domain}`).problems.length > 0);
    expect(alarms).toEqual([]);
  });

  it('tells what was meant by 180 mistyped ones', () => {
    expect(slips.length).toBeGreaterThan(180);
    const different = slips.filter(
      ([slip, meant]) => read(`someone@${slip}`).suggestion !== `someone@${meant}`,
    );
    expect(different).toEqual([]);
  });

  it.each(['gmail.acme.com', 'mail.gmail.example.org', 'hotmail.travel.example.com'])(
    'takes a firm’s own %s for what it is',
    (domain) => expect(read(`someone@${domain}`).problems).toEqual([]),
  );
});

describe('cells that hold an address and more', () => {
  it.each<[string, string]>([
    ['Anna Rossi <anna@example.com>', 'anna@example.com'],
    ['"Rossi, Anna" <anna@example.com>', 'anna@example.com'],
    ['Rossi, Anna <anna@example.com>', 'anna@example.com'],
    ['<anna@example.com>', 'anna@example.com'],
    ['Anna Rossi <mailto:anna@example.com>', 'anna@example.com'],
    ['mailto:anna@example.com', 'anna@example.com'],
    ['MAILTO:anna@example.com?subject=Your%20interview&cc=', 'anna@example.com'],
    ['mailto:anna%40example.com', 'anna@example.com'],
    ['mailto:%20anna@example.com', 'anna@example.com'],
    ['  anna@example.com ', 'anna@example.com'],
    ['\u00a0anna@example.com\u00a0', 'anna@example.com'],
    ['\u200banna@example.com\ufeff', 'anna@example.com'],
    ['\u2060anna@example.com\u00ad', 'anna@example.com'],
    ['anna@example.com;', 'anna@example.com'],
    ['anna@example.com,', 'anna@example.com'],
    ['anna@example.com; ', 'anna@example.com'],
    ['anna@example.com\n', 'anna@example.com'],
    ["o'brien@example.com", "o'brien@example.com"],
    ['anna+jobs@example.com', 'anna+jobs@example.com'],
    ['ANNA@EXAMPLE.COM', 'ANNA@EXAMPLE.COM'],
    ['a@xn--mnchen-3ya.example', 'a@xn--mnchen-3ya.example'],
    ['anna_rossi-2@sub.mail.example.co.uk', 'anna_rossi-2@sub.mail.example.co.uk'],
  ])('%j gives %s and no problem', (cell, email) =>
    expect(read(cell)).toEqual({ email, problems: [], suggestion: null }),
  );

  it.each<[string]>([
    ['anna@example.com; bob@example.com'],
    ['anna@example.com, bob@example.com'],
    ['anna@example.com / bob@example.com'],
    ['anna@example.com|bob@example.com'],
    ['anna@example.com bob@example.com'],
    ['anna@example.com\nbob@example.com'],
    ['anna@example.com or bob@example.com'],
    ['anna@example.com und bob@example.com'],
    ['anna@example.com oder bob@example.com'],
    ['anna@example.com hoặc bob@example.com'],
    ['anna@example.com veya bob@example.com'],
    ['anna@example.com & bob@example.com'],
    ['anna@example.com + bob@example.com'],
    ['Anna <anna@example.com>; Bob <bob@example.com>'],
    ['Anna Rossi <anna@example.com>, bob@example.com'],
    ['mailto:anna@example.com; mailto:bob@example.com'],
  ])('of %j the first is used, and it says so', (cell) =>
    expect(read(cell)).toMatchObject({ email: 'anna@example.com', problems: ['email-multiple'] }),
  );

  it('one address twice in a cell is one', () => {
    expect(read('anna@example.com; Anna@Example.com').problems).toEqual([]);
  });

  it.each<[string]>([
    ['anna@example.com.'],
    ['.anna@example.com'],
    ['anna.@example.com'],
    ['anna@.example.com'],
    ['anna@example..com'],
    ['anna@@example.com'],
    ['anna @example.com'],
    ['anna@ example.com'],
    ['anna@example .com'],
    ['anna@example. com'],
    ['anna@example,com'],
    ['anna(at)example.com'],
    ['anna [at] example [dot] com'],
    ['anna at example dot com'],
    ['anna{@}example.com'],
    ['E-Mail: anna@example.com'],
    ['Email - anna@example.com'],
    ['anna@example.com (privat)'],
    ['(anna@example.com)'],
    ['“anna@example.com”'],
    ["'anna@example.com'"],
    ['anna@example.com>'],
    ['ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ'],
    ['anna＠example.com'],
    ['anna@example。com'],
    ['anna@exam\u200bple.com'],
    ['anna@example.com; n/a'],
    ['anna@example.com\\'],
    ['anna@example.com/'],
    ['https://anna@example.com'],
    ['anna@example;com'],
    ['anna@example:com'],
    ['anna#@example.com'.replace('#', '')],
  ])('%j gives anna@example.com, at once or in one click', (cell) => {
    const { email, problems, suggestion } = read(cell);
    expect(problems.length === 0 ? email : suggestion).toBe('anna@example.com');
  });

  it.each<[string, string]>([
    ['anna@gmail', 'anna@gmail.com'],
    ['anna@gmailcom', 'anna@gmail.com'],
    ['anna@gmail,com', 'anna@gmail.com'],
    ['anna@gmail..com', 'anna@gmail.com'],
    ['anna@gmial', 'anna@gmail.com'],
    ['anna@gmail.com.', 'anna@gmail.com'],
    ['anna@hotmail .com', 'anna@hotmail.com'],
    ['anna@gmial .con', 'anna@gmail.com'],
  ])('%j is mended to %s', (cell, meant) => expect(read(cell)).toMatchObject({ suggestion: meant }));

  it.each([
    'anna.example.com',
    'anna@',
    '@example.com',
    'an na@example.com',
    'none',
    '-',
    'see CV',
    '+84 90 555 12 12',
    '@anna',
  ])('%j is no address, and none is made up', (cell) =>
    expect(read(cell)).toMatchObject({ problems: ['email-invalid'], suggestion: null }),
  );

  it.each(['anna@münchen.example', 'jürgen@example.com', 'анна@пример.example'])(
    '%j is sent as it is written, with a warning',
    (cell) => expect(read(cell)).toEqual({ email: cell, problems: ['email-unicode'], suggestion: null }),
  );
});
