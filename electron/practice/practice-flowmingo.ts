// The made-up Flowmingo without its sockets: world, keys, faults, record and journal, put together.
// The order of a write must stay: change the world, append the journal, then answer.
import type { EndpointAnswer } from './answers';
import { createFaultPlan, type FaultPlan } from './fault-plan';
import { type PracticeFaults, parsePracticeFaults } from './faults';
import { openJournal, type PracticeJournal } from './journal';
import { createIdSource } from './practice-ids';
import { createKeyRing, type KeyRing, type PracticeEnvironment, type PracticeKeys } from './practice-keys';
import { createRecord, type RecordedRequest, type WritableRecord } from './record';
import { type ApiRequest, answerRequest } from './router';
import { seedWorld } from './seed-world';
import { applyChange, type PracticeWorld, type WorldChange } from './world';

/** What the made-up Flowmingo is built from. */
export interface PracticeFlowmingoSettings {
  seed: number;
  candidates: number;
  keys: PracticeKeys;
  environment?: PracticeEnvironment;
  faults: PracticeFaults;
  journalFile?: string;
}

/** The made-up Flowmingo: answers requests, remembers everything. */
export interface PracticeFlowmingo {
  readonly keyRing: KeyRing;
  readonly record: WritableRecord;
  /** The faults at work now. */
  plan(): FaultPlan;
  /** Throws a ZodError for faults that are not well-formed; the old ones stay. */
  setFaults(faults: unknown): void;
  /** Answers a request, with what it changed already in the journal. `statusFor` says what the client will be told. */
  process(
    request: ApiRequest,
    recorded: RecordedRequest,
    statusFor: (answered: number) => number | null,
  ): EndpointAnswer;
  close(): void;
}

/** Seeds the world, replays the journal, and is ready to answer. */
export function createPracticeFlowmingo(settings: PracticeFlowmingoSettings): PracticeFlowmingo {
  const journal = settings.journalFile === undefined ? null : openJournal(settings.journalFile, settings);
  const seed = journal?.header.seed ?? settings.seed;
  const world = seedWorld(seed, journal?.header.candidates ?? settings.candidates);
  const record = createRecord(world);
  if (journal !== null) replay(journal, world, record);

  const keyRing = createKeyRing(settings.keys, Date.now(), settings.environment);
  const createId = createIdSource();
  let plan = createFaultPlan(parsePracticeFaults(settings.faults), seed);
  return {
    keyRing,
    record,
    plan: () => plan,
    setFaults: (faults) => {
      plan = createFaultPlan(parsePracticeFaults(faults), seed);
    },
    process(request, recorded, statusFor) {
      const changes: WorldChange[] = [];
      const apply = (change: WorldChange): void => {
        applyChange(world, change);
        changes.push(change);
      };
      const answer = answerRequest(request, keyRing, {
        world,
        apply,
        createId,
        nowMs: Date.now(),
        faults: plan.faults,
        seed,
      });
      recorded.status = statusFor(answer.status);
      recorded.isProcessed = changes.length > 0;
      if (changes.length > 0) {
        const { body: _body, ...withoutBody } = recorded;
        journal?.append({ request: withoutBody, changes });
      }
      return answer;
    },
    close: () => journal?.close(),
  };
}

function replay(journal: PracticeJournal, world: PracticeWorld, record: WritableRecord): void {
  for (const { request, changes } of journal.entries) {
    for (const change of changes) applyChange(world, change);
    record.restore({ ...request, body: null });
  }
}
