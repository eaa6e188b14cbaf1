import { expect, test } from 'vitest';
import { makeRun, plainWorld, type WorldKind } from './made-up-run';

/** Enough that a flaw of one in a thousand shows, and done in a second or two. */
const worldCount = 300;
const leastKnownSolved = 0.95;

/** What look-ups say in so many worlds of one kind, and where that is not the truth. */
async function lookUpWorlds(changes: Partial<WorldKind>) {
  const wrong: string[] = [];
  const known = { lost: 0, solved: 0 };
  const fresh = { lost: 0, solved: 0 };
  for (let seed = 1; seed <= worldCount; seed += 1) {
    const run = makeRun({ ...plainWorld, ...changes }, seed);
    const findings = await run.lookUp();
    for (const one of run.lost) {
      const { ordinal, email, isKnown, wasProcessed } = one;
      const verdict = findings.get(ordinal)?.verdict;
      const group = isKnown ? known : fresh;
      group.lost += 1;
      if (verdict === 'open') continue;
      group.solved += 1;
      // Invited to the same set by somebody else in the very minute of our request: there, whoever did it.
      const isRight = verdict === 'done' ? wasProcessed || (isKnown && run.isInvited(one)) : !wasProcessed;
      if (!isRight)
        wrong.push(`world ${seed}: ${email} (${isKnown ? 'known' : 'new'}) is said to be ${verdict}`);
    }
  }
  return { wrong, known, fresh };
}

test.each<[string, Partial<WorldKind>]>([
  ['nobody else is at work', {}],
  ['somebody else invites', { strangersPerSecond: 0.5 }],
  ['somebody else invites now and then', { strangersPerSecond: 0.03 }],
  ['lists show records three seconds late', { lagMs: 3000 }],
  ['the server is an hour ahead', { skewMs: 3_600_000 }],
  ['times are whole seconds', { isCoarse: true }],
  ['requests are processed after their connection broke', { lateMs: 8000 }],
  ['the set held others before', { oldCount: 20 }],
  ['few answers are lost', { lostShare: 0.06, rowCount: 120 }],
  ['several people are lost together', { peoplePerRequest: 5 }],
])('where %s, no verdict is wrong and almost every known person is solved', async (_, changes) => {
  const { wrong, known } = await lookUpWorlds(changes);
  expect(wrong).toEqual([]);
  expect(known.lost).toBeGreaterThan(worldCount);
  expect(known.solved / known.lost).toBeGreaterThanOrEqual(leastKnownSolved);
});

test.each<[string, Partial<WorldKind>]>([
  ['this computer’s clock is set by up to an hour', { clockSetMs: 3_600_000 }],
  ['this computer’s clock is set by seconds', { clockSetMs: 8000, strangersPerSecond: 0.3 }],
  ['somebody else invites our people too', { strangersPerSecond: 0.3, strangersKnowOurs: true }],
  ['people are in the file twice', { doublesShare: 0.4, lateMs: 8000 }],
  [
    'a second invitation leaves nothing new',
    { reusesRecords: true, hasHabits: false, oldCount: 20, doublesShare: 0.2 },
  ],
  [
    'every invitation makes a new candidate',
    { hasNewCandidates: true, hasHabits: false, strangersPerSecond: 0.05 },
  ],
  [
    'everything comes together',
    {
      lagMs: 3000,
      skewMs: 600_000,
      lateMs: 4000,
      oldCount: 10,
      strangersPerSecond: 0.2,
      doublesShare: 0.1,
      isCoarse: true,
      peoplePerRequest: 3,
    },
  ],
])('where %s, no verdict is wrong', async (_, changes) => {
  const { wrong, known, fresh } = await lookUpWorlds(changes);
  expect(wrong).toEqual([]);
  expect(known.lost + fresh.lost).toBeGreaterThan(worldCount);
});

test('new people are solved where few answers are lost and nobody else is at work', async () => {
  const { wrong, fresh } = await lookUpWorlds({ lostShare: 0.03, rowCount: 40, knownShare: 0 });
  expect(wrong).toEqual([]);
  expect(fresh.solved / fresh.lost).toBeGreaterThan(0.5);
});
