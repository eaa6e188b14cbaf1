// Builds the made-up organization from a seed: 7 interview sets, 9 projects, 12 job posts and the people in their pipelines.
// Must give the same world for the same seed on every machine: no clock, no locale, no unseeded randomness.
import { seededUuid } from './practice-ids';
import {
  CATALOGUE_FIRSTNAMES,
  CATALOGUE_LASTNAMES,
  CATALOGUE_PROJECTS,
  CATALOGUE_SETS,
} from './seed-catalogue';
import { pickOne, type RandomSource, seededRandom } from './seeded-random';
import { applyChange, type JobPost, type Person, type PracticeWorld, type Project } from './world';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** 2026-01-12T08:00Z, a fixed day: a seeded world must not depend on today. */
const WORLD_STARTS_AT_MS = Date.UTC(2026, 0, 12, 8);
/** People arrive over eight weeks after the projects exist. */
const PEOPLE_PERIOD_MS = 56 * DAY_MS;

/** Internal numbers for the state of an application or a submission; clients must not build on them. */
const STATUS_ACTIVE = 1;
const STATUS_EVALUATED = 2;
const STATUS_REJECTED = 5;

interface Seeding {
  world: PracticeWorld;
  random: RandomSource;
}

function createEmptyWorld(organizationId: number): PracticeWorld {
  return {
    organizationId,
    interviewSets: [],
    projects: [],
    jobPosts: [],
    people: new Map(),
    personIdsByEmail: new Map(),
    applications: new Map(),
    activeApplicationIds: new Map(),
    submissions: new Map(),
    emailsSent: [],
    acceptedInvites: [],
    queuedCvs: [],
    messages: new Map(),
  };
}

/** The organization as it is before anybody has worked with it, with `peopleCount` people in its pipelines. */
export function seedWorld(seed: number, peopleCount: number): PracticeWorld {
  const random = seededRandom(seed);
  const seeding = { world: createEmptyWorld(100 + Math.floor(random() * 900)), random };
  addConfiguration(seeding);
  for (let index = 0; index < peopleCount; index += 1) addPersonInPipelines(seeding, index);
  return seeding.world;
}

function addConfiguration({ world, random }: Seeding): void {
  CATALOGUE_SETS.forEach((set, index) => {
    const createdAtMs = WORLD_STARTS_AT_MS + index * DAY_MS;
    world.interviewSets.push({ id: seededUuid(createdAtMs, random), createdAtMs, ...set });
  });
  CATALOGUE_PROJECTS.forEach((entry, index) => {
    const createdAtMs = WORLD_STARTS_AT_MS + index * DAY_MS + HOUR_MS;
    const projectId = seededUuid(createdAtMs, random);
    const stages = entry.stages.map((name, stageIndex) => ({
      id: seededUuid(createdAtMs + stageIndex, random),
      name,
      priority: stageIndex + 1,
      projectId,
    }));
    world.projects.push({ id: projectId, title: entry.title, createdAtMs, stages });
    entry.jobPosts.forEach((title, postIndex) => {
      const postedAtMs = createdAtMs + (postIndex + 1) * DAY_MS;
      world.jobPosts.push({
        id: seededUuid(postedAtMs, random),
        title,
        status: 1,
        projectId,
        createdAtMs: postedAtMs,
      });
    });
  });
}

function addPersonInPipelines(seeding: Seeding, index: number): void {
  const { world, random } = seeding;
  const arrivedAtMs = WORLD_STARTS_AT_MS + 14 * DAY_MS + Math.floor(random() * PEOPLE_PERIOD_MS);
  const firstname = pickOne(random, CATALOGUE_FIRSTNAMES);
  const lastname = pickOne(random, CATALOGUE_LASTNAMES);
  const email = `${toAscii(firstname)}.${toAscii(lastname)}.${index + 1}@example.com`;
  const person: Person = { id: seededUuid(arrivedAtMs, random), email, firstname, lastname };
  applyChange(world, { kind: 'person', value: person });

  const project = pickOne(random, world.projects);
  addApplication(seeding, person, project, arrivedAtMs);
  if (random() < 0.1) {
    const otherProject = pickOne(random, world.projects);
    if (otherProject.id !== project.id) addApplication(seeding, person, otherProject, arrivedAtMs + DAY_MS);
  }
  if (random() < 0.6) addSubmission(seeding, person, arrivedAtMs + HOUR_MS);
}

function addApplication(
  { world, random }: Seeding,
  person: Person,
  project: Project,
  createdAtMs: number,
): void {
  const posts = world.jobPosts.filter((post) => post.projectId === project.id);
  const isRejected = random() < 0.08;
  const status = isRejected ? STATUS_REJECTED : random() < 0.06 ? null : STATUS_ACTIVE;
  const jobPostId = posts.length === 0 || random() < 0.12 ? null : pickOne<JobPost>(random, posts).id;
  const stageId = random() < 0.15 ? null : pickOne(random, project.stages).id;
  const score = random() < 0.4 ? null : Math.round(20 + random() * 80) / 10;
  const id = seededUuid(createdAtMs, random);
  const value = {
    id,
    personId: person.id,
    projectId: project.id,
    jobPostId,
    stageId,
    score,
    status,
    isRejected,
    createdAtMs,
  };
  applyChange(world, { kind: 'application', value });
}

function addSubmission({ world, random }: Seeding, person: Person, createdAtMs: number): void {
  const set = pickOne(random, world.interviewSets);
  const isSubmitted = random() < 0.75;
  const isEvaluated = isSubmitted && random() < 0.85;
  applyChange(world, {
    kind: 'submission',
    value: {
      id: seededUuid(createdAtMs, random),
      setId: set.id,
      personId: person.id,
      email: person.email,
      status: isEvaluated ? STATUS_EVALUATED : isSubmitted ? STATUS_ACTIVE : random() < 0.5 ? null : 0,
      overallScore: isEvaluated ? (2 + random() * 8).toFixed(2) : null,
      submittedAtMs: isSubmitted ? createdAtMs + Math.floor(random() * 3 * DAY_MS) : null,
      createdAtMs,
    },
  });
}

/** Letters that do not fall apart into a base letter and an accent. */
const ASCII_BY_LETTER: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss' };

function toAscii(name: string): string {
  const plain = name.toLowerCase().normalize('NFD');
  return plain.replace(/[łøđıß]/g, (letter) => ASCII_BY_LETTER[letter] ?? '').replace(/[^a-z]/g, '');
}
