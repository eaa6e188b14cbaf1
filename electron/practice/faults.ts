// What can be made to go wrong in the practice Flowmingo, as configuration that is parsed before use.
// Everything here is repeatable: the same seed and the same order of requests hit the same requests.
import { z } from 'zod';

const share = z.number().min(0).max(1);
const retryAfterSeconds = z.number().int().min(0).max(3600);
const appliesTo = z.enum(['writes', 'reads', 'all']);
const retryAfterStyle = z.enum(['seconds', 'date', 'none']);
/** An hour: longer than any client's time limit, short enough for a timer. */
const delayMs = z.number().int().min(0).max(3_600_000);

const failureKinds = z.enum([
  'server-error',
  'request-timeout',
  'html-body',
  'redirect',
  'reset',
  'close',
  'hang',
  'cut-answer',
  'stalled-answer',
  'garbled-json',
  'empty-body',
]);

const failure = z.strictObject({
  /**
   * server-error: 500, 502 or 503 with the error envelope · request-timeout: 408 · html-body: a proxy's error page ·
   * redirect: 307 to another path · reset: TCP RST · close: the connection ends without an answer · hang: no answer, ever ·
   * cut-answer: whole headers, half the body, then the connection is destroyed · stalled-answer: the same, then silence · garbled-json: 2xx with a broken body of the
   * announced length · empty-body: 2xx with nothing in it.
   */
  kind: failureKinds,
  /** Before: the request is not processed. After: it is processed and recorded, and then it fails. Default: after for the last four kinds, else before. */
  moment: z.enum(['before', 'after']).optional(),
  /** For server-error (default 500) and html-body (default 502). */
  status: z.union([z.literal(500), z.literal(502), z.literal(503), z.literal(504)]).optional(),
  /** Hits this share of the requests, by seed and request number. */
  share: share.optional(),
  /** Hits every nth request. */
  everyNth: z.number().int().min(1).optional(),
  /** Hits exactly these requests; 1 is the first one since the faults were set. */
  requestNumbers: z.array(z.number().int().min(1)).max(100_000).optional(),
  /** Which requests are counted and hit. Default: writes. */
  appliesTo: appliesTo.optional(),
});

const faultsSchema = z.strictObject({
  /** Every request takes this long, or a time in the range (by seed); half of it passes before the processing, half after. */
  latencyMs: z.union([delayMs, z.strictObject({ fromMs: delayMs, toMs: delayMs })]).optional(),
  /** This share of the people is refused with a per-candidate error, the same people each time (isRefusedByFault). */
  refusedShare: share.optional(),
  /** For this share of the people the submission is made and the invitation fails (send_invite true only). */
  invitationRefusedShare: share.optional(),
  /** New submissions and applications show up in reads only after this time. */
  readLagMs: delayMs.optional(),
  /** A token bucket over the whole server; what finds no token gets 429 and is not processed. */
  rateLimit: z
    .strictObject({
      perSecond: z.number().positive(),
      burst: z.number().int().min(1),
      retryAfterSeconds: retryAfterSeconds.default(1),
      style: retryAfterStyle.default('seconds'),
      appliesTo: appliesTo.default('all'),
    })
    .optional(),
  /** After so many requests the next `count` get 429. */
  storm: z
    .strictObject({
      afterRequests: z.number().int().min(0),
      count: z.number().int().min(1),
      retryAfterSeconds: retryAfterSeconds.default(1),
      style: retryAfterStyle.default('seconds'),
      appliesTo: appliesTo.default('writes'),
    })
    .optional(),
  /** The first failure that matches a request is the one that happens. A failure without share, everyNth and requestNumbers hits all. */
  failures: z.array(failure).max(100).optional(),
});

/** Faults as a caller writes them; everything is optional and `{}` means that nothing goes wrong. */
export type PracticeFaults = z.input<typeof faultsSchema>;

/** Faults with their defaults filled in. */
export type ParsedFaults = z.output<typeof faultsSchema>;

/** One way in which requests fail. */
export type PracticeFailure = z.output<typeof failure>;

/** How a 429 names the time to wait. */
export type RetryAfterStyle = z.output<typeof retryAfterStyle>;

/** Which requests a fault is about. */
export type FaultScope = z.output<typeof appliesTo>;

/** Checks faults that come from outside; throws a ZodError that names what is wrong. */
export function parsePracticeFaults(value: unknown): ParsedFaults {
  return faultsSchema.parse(value);
}
