import { expect, test } from 'vitest';
import { toAlreadyInvited } from '../../../../shared/batches/earlier-invites';
import type { EarlierInvite } from '../../../../shared/ipc/contract';

const invite = (over: Partial<EarlierInvite>): EarlierInvite => ({
  personKey: 'ana@example.com',
  setId: 'set-1',
  projectId: null,
  targetTitle: 'Sales',
  outcome: 'done',
  atMs: 1000,
  runId: 'run-1',
  ...over,
});

test('only invitations to the same set count, also through another project, and the newest is told', () => {
  const found = toAlreadyInvited(
    [
      invite({ atMs: 1000 }),
      invite({ atMs: 3000, projectId: 'p-9', targetTitle: 'Sales again' }),
      invite({ personKey: 'bo@example.com', setId: 'set-2' }),
    ],
    { setId: 'set-1', projectId: null },
  );
  expect([...found]).toEqual([
    ['ana@example.com', { at: '1970-01-01T00:00:03.000Z', setTitle: 'Sales again' }],
  ]);
});

test('without a set, the same project counts, and an invitation to a set of that project does not', () => {
  const found = toAlreadyInvited(
    [
      invite({ setId: null, projectId: 'p-1' }),
      invite({ personKey: 'bo@example.com', setId: 'set-1', projectId: 'p-1' }),
      invite({ personKey: 'cy@example.com', setId: null, projectId: 'p-2' }),
    ],
    { setId: null, projectId: 'p-1' },
  );
  expect([...found.keys()]).toEqual(['ana@example.com']);
});
