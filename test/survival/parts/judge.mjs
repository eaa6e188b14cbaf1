/**
 * Compares what the product says about a run with what the server really did, after every death and at the end. The
 * server's record is right in every case.
 */
import { outcomeLabels, outcomes } from '../../../shared/runs/row-state.ts';
import { timesInvited } from './practice-process.mjs';

/**
 * @typedef {import('../../../shared/runs/row-state').Outcome} Outcome
 * @typedef {Pick<import('../../../electron/practice/record').PracticeRecordJson, 'invitesByEmail' | 'emailsSent' | 'requests'>} Truth the server's record
 * @typedef {{ email: string, outcome: Outcome }} Line one row of the run's results
 * @typedef {{ state: string, total: number, counts: Record<Outcome, number>, lines: Line[] }} Account what the product says
 *
 * @typedef {object} TruthReader what the record says about the run's rows, each called by its address
 * @property {(record: Truth) => Map<string, number>} times how often the server did what a row asks for
 * @property {(record: Truth) => string[]} again rows that it did more than once, however it may count
 * @property {(record: Truth, untilMs: number) => Set<string>} answered rows whose requests had come in by then and were answered
 * @property {(record: Truth, unknown: Set<string>) => string[]} endFaults what else is not as it must be at the end
 */

/** An answer this long before a death has been read and written down, on a busy machine too. */
const longBeforeMs = 1000;

const outcomeOfLabel = new Map(outcomes.map((outcome) => [outcomeLabels[outcome], outcome]));

/** The outcome behind the word that a results file has for it. @param {string} label @returns {Outcome} */
export function toOutcome(label) {
  const outcome = outcomeOfLabel.get(label);
  if (outcome === undefined) throw new Error(`A results file says "${label}", which is no outcome.`);
  return outcome;
}

/** What the record says about invites. @type {TruthReader} */
export const inviteTruth = {
  times: timesInvited,
  again: emailedTwice,
  answered: answeredUntil,
  endFaults: () => [],
};

/**
 * The judge of one run to these people, of whom `concurrency` may be in flight at once.
 *
 * @param {{ emails: readonly string[], concurrency: number, truth: TruthReader }} run
 */
export function makeJudge({ emails, concurrency, truth }) {
  const faults = { twice: new Set(), lost: new Set(), falseDone: new Set(), others: [] };
  const newUnknownPerDeath = [];
  /** @type {Map<string, Outcome>} */
  let before = new Map();

  /** @param {Account} account @param {Truth} record @param {number | null} diedAtMs */
  const compare = (account, record, diedAtMs) => {
    const times = truth.times(record);
    const now = new Map(account.lines.map(({ email, outcome }) => [email.toLowerCase(), outcome]));
    checkLines(account, now);
    for (const email of truth.again(record)) faults.twice.add(email);
    const answeredLongAgo = diedAtMs === null ? new Set() : truth.answered(record, diedAtMs - longBeforeMs);
    for (const email of emails) {
      const isInvited = (times.get(email) ?? 0) > 0;
      const outcome = now.get(email);
      if ((times.get(email) ?? 0) > 1) faults.twice.add(email);
      const isDone = outcome === 'done' || outcome === 'alreadyThere';
      if (isDone && !isInvited) faults.falseDone.add(email);
      const isNewlyUnknown = outcome === 'unknown' && before.get(email) !== 'unknown';
      if (
        (isInvited && !isDone && outcome !== 'unknown') ||
        (before.get(email) === 'done' && outcome !== 'done') ||
        (isNewlyUnknown && answeredLongAgo.has(email))
      )
        faults.lost.add(email);
    }
    for (const email of times.keys())
      if (!now.has(email)) faults.others.push(`${email} was sent to and is not in the run`);
    const newUnknown = [...now].filter(
      ([email, outcome]) => outcome === 'unknown' && before.get(email) !== 'unknown',
    ).length;
    before = now;
    return newUnknown;
  };

  /** @param {Account} account @param {Map<string, Outcome>} now */
  const checkLines = ({ total, counts, lines }, now) => {
    const sum = outcomes.reduce((all, outcome) => all + counts[outcome], 0);
    if (sum !== total || total !== emails.length)
      faults.others.push(`the counts add up to ${sum}, the total is ${total}, the people ${emails.length}`);
    if (lines.length !== emails.length || now.size !== emails.length)
      faults.others.push(`${lines.length} lines with ${now.size} addresses for ${emails.length} people`);
    for (const outcome of outcomes) {
      const found = lines.filter((line) => line.outcome === outcome).length;
      if (found !== counts[outcome])
        faults.others.push(`${counts[outcome]} ${outcome} by the summary, ${found} by the lines`);
    }
  };

  return {
    faults,
    newUnknownPerDeath,
    /** @param {Account} account @param {Truth} record @param {number} diedAtMs */
    afterDeath(account, record, diedAtMs) {
      const newUnknown = compare(account, record, diedAtMs);
      newUnknownPerDeath.push(newUnknown);
      if (newUnknown > concurrency) faults.others.push(`one death left ${newUnknown} more unknown`);
    },
    /** Everybody has come to something: nobody is left over. @param {Account} account @param {Truth} record */
    atEnd(account, record) {
      compare(account, record, null);
      if (account.state !== 'finished') faults.others.push(`the run is ${account.state} at the end`);
      if (account.counts.notSent > 0) faults.others.push(`${account.counts.notSent} not sent at the end`);
      const unknown = account.lines.filter(({ outcome }) => outcome === 'unknown').map(({ email }) => email);
      faults.others.push(...truth.endFaults(record, new Set(unknown)));
    },
  };
}

function emailedTwice({ emailsSent }) {
  const seen = new Set();
  return emailsSent
    .map(({ email }) => email.toLowerCase())
    .filter((email) => seen.size === seen.add(email).size);
}

/** Whose invites had come in by then and were answered. */
function answeredUntil({ requests }, untilMs) {
  return new Set(
    requests
      .filter(
        ({ method, status, receivedAtMs }) => method === 'POST' && status !== null && receivedAtMs < untilMs,
      )
      .flatMap(({ body }) => (body?.candidates ?? []).map(({ email }) => email.toLowerCase())),
  );
}
