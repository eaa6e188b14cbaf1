// A person of whom nobody can tell whether the request was processed: what happened, what was looked up, what was decided.
// Evidence, never proof; nothing here ever leads to a send by itself.
import { z } from 'zod';

/** Why a look-up could say nothing at all. */
export const lookUpObstacles = [
  /** The key lacks read_hiring. */
  'no-scope',
  /** Flowmingo could not be asked. */
  'no-answer',
  /** The set or project holds more than can be read through. */
  'too-many',
  /** Somebody with a CV and no address: Flowmingo shows them only after it has read the CV. */
  'cv-first',
  /** The person had an interview there before, so an invitation may have left no new trace. */
  'there-before',
  /** Nothing of an earlier run knows this person, and there are older interviews of people we do not know: one may be theirs. */
  'maybe-there-before',
  /** Flowmingo's list does not yet show what its answers have named. */
  'list-lags',
  /** The answer itself named an interview, but not the email. */
  'half-answered',
  /** Of a pipeline: somebody else changed the entry meanwhile, or it is not shown any more. */
  'changed-by-others',
] as const;

/** What a look-up found about one person. Times are UTC by this computer's clock. */
export const evidenceSchema = z.strictObject({
  /** When Flowmingo was asked, oldest first. */
  looksAtMs: z.array(z.number()).max(20),
  /** Since when an earlier run knows this person's candidate id; null for somebody new. */
  knownSinceMs: z.number().nullable(),
  /** For somebody known: when the interviews that are new for them were created. */
  newForPersonAtMs: z.array(z.number().nullable()).max(50),
  /** New interviews (without a set: pipeline entries) in the time of this request that no other row has claimed. */
  newInTime: z.strictObject({
    count: z.number().int(),
    fromMs: z.number().nullable(),
    toMs: z.number().nullable(),
  }),
  /** How many rows without a clear answer could own them, this one included. */
  rowsThatCouldOwn: z.number().int(),
  /** Somebody else was inviting to the same place at that time. */
  othersActive: z.boolean(),
  obstacle: z.enum(lookUpObstacles).nullable(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** `probably-done`: there is a new interview of theirs, but it may be somebody else's doing. */
export const readings = ['not-looked-up', 'cannot-tell', 'probably-done'] as const;

export const decisions = ['leave-alone', 'send-again'] as const;
export type Decision = (typeof decisions)[number];

/** One person of "Not sure about 3 people". */
export const unsurePersonSchema = z.strictObject({
  ordinal: z.number().int(),
  rowNumber: z.number().int(),
  email: z.string().nullable(),
  firstname: z.string().nullable(),
  lastname: z.string().nullable(),
  /** `unknown/answer-lost`, `unknown/timed-out`, `unknown/server-error`, `unknown/unreadable`, `unknown/app-closed` … */
  causeCode: z.string(),
  sentence: z.string(),
  sentAtMs: z.number(),
  /** When the answer failed; null where the app ended first. */
  endedAtMs: z.number().nullable(),
  /** The answer's status, where one came. */
  status: z.number().int().nullable(),
  reading: z.enum(readings),
  evidence: evidenceSchema.nullable(),
  decision: z.enum(decisions).nullable(),
});
export type UnsurePerson = z.infer<typeof unsurePersonSchema>;

/** One try for a row, as it was sent and answered: for "What was sent and received". Never holds the key. */
export const attemptViewSchema = z.strictObject({
  startedAtMs: z.number(),
  closedAtMs: z.number().nullable(),
  /** `withdrawn`: written down, and then nothing was sent. */
  kind: z.enum(['processed', 'not-processed', 'unknown', 'withdrawn']).nullable(),
  why: z.string().nullable(),
  message: z.string().nullable(),
  status: z.number().int().nullable(),
  /** The first 64 KiB of the answer. */
  bodyText: z.string().nullable(),
});
export type AttemptView = z.infer<typeof attemptViewSchema>;
