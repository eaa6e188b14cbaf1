import { describe, expect, it } from 'vitest';
import { createIdSource, isUuid } from '../../../../electron/practice/practice-ids';
import { seedWorld } from '../../../../electron/practice/seed-world';

describe('seedWorld', () => {
  it('has 7 interview sets, 9 projects with 3 to 8 stages, 12 job posts and the asked number of people', () => {
    const world = seedWorld(1, 120);
    expect([
      world.interviewSets.length,
      world.projects.length,
      world.jobPosts.length,
      world.people.size,
    ]).toEqual([7, 9, 12, 120]);
    const stageCounts = world.projects.map((project) => project.stages.length);
    expect([Math.min(...stageCounts), Math.max(...stageCounts)]).toEqual([3, 8]);
    expect(world.applications.size).toBeGreaterThanOrEqual(120);
  });

  it.each([1, 2, 3])('ids are unique and addresses plain (seed %i)', (seed) => {
    const world = seedWorld(seed, 2_000);
    const stageIds = world.projects.flatMap((project) => project.stages.map((stage) => stage.id));
    const entities = [...world.interviewSets, ...world.projects, ...world.jobPosts].map(({ id }) => id);
    const ids = [
      ...entities,
      ...stageIds,
      ...world.people.keys(),
      ...world.applications.keys(),
      ...world.submissions.keys(),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !isUuid(id))).toEqual([]);
    expect(world.personIdsByEmail.size).toBe(2_000);
    for (const email of world.personIdsByEmail.keys())
      expect(email).toMatch(/^[a-z]{2,}\.[a-z]{2,}\.\d+@example\.com$/);
  });

  it('nobody has been invited yet', () => {
    const world = seedWorld(1, 50);
    expect([world.emailsSent, world.acceptedInvites, world.queuedCvs]).toEqual([[], [], []]);
  });
});

describe('createIdSource', () => {
  it('gives ids that sort in the order of their creation', () => {
    const createId = createIdSource();
    const ids = Array.from({ length: 3_000 }, (_, index) =>
      createId(1_782_531_392_849 + Math.floor(index / 1_000)),
    );
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(3_000);
  });
});
