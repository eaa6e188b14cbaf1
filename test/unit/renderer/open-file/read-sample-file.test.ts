// @vitest-environment node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { SheetSession } from '../../../../renderer/worker/sheet-session';

const sampleFile = new URL('../../../../renderer/public/samples/graduate-fair.xlsx', import.meta.url);

it('the sample file has 250 people, most of them fine, and each kind of problem that such lists have', async () => {
  const session = new SheetSession();
  const file = await session.open(new Uint8Array(readFileSync(fileURLToPath(sampleFile))), 'sample.xlsx');
  expect(file.table).toMatchObject({ headerRow: 4, peopleCount: 250 });
  expect(session.columns().canInvite).toBe(true);
  const check = session.check();
  expect(check.willBeSent).toBeGreaterThan(230);
  expect(check.needYouGroups.map(({ problem }) => problem)).toEqual(
    expect.arrayContaining(['no-contact', 'email-invalid', 'cv-link-not-https']),
  );
  expect(check.worthALookGroups.map(({ problem }) => problem)).toEqual(
    expect.arrayContaining(['email-typo', 'name-missing', 'id-mangled']),
  );
  expect(check.leftOutGroups).toMatchObject([{ why: 'duplicate-in-file', count: 3 }]);
});

it('nobody in the sample file has an address that somebody could really have', async () => {
  const session = new SheetSession();
  await session.open(new Uint8Array(readFileSync(fileURLToPath(sampleFile))), 'sample.xlsx');
  session.check();
  const emails = session.batchRows(0).flatMap(({ person }) => person.email ?? []);
  const real = emails.filter(
    (email) =>
      email.includes('@') && !/@(example\.(com|org|net))?$/i.test(email) && !email.startsWith('sample-'),
  );
  expect(real).toEqual([]);
});
