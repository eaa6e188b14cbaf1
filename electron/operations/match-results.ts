// Which entry of an answer belongs to which row: by what is echoed, and by order only where no echo speaks against it.
// Must never give a row somebody else's result: a row in doubt gets none.
import { emailKey } from '../../shared/operations/email-key';
import type { InviteResult } from '../flowmingo/invite-request';
import type { RowToSend } from './operation';

type Verdict = 'same' | 'other' | 'silent';

/** The result of each row, in the rows' order; null where nobody can tell. A result that is null is one that could not be read. */
export function matchResults(
  rows: readonly RowToSend[],
  results: readonly (InviteResult | null)[],
): (InviteResult | null)[] {
  const verdicts = rows.map((row) => results.map((result) => compare(row, result)));
  const resultOf = new Map<number, number>();
  const taken = new Set<number>();
  const assign = (rowIndex: number, resultIndex: number) => {
    resultOf.set(rowIndex, resultIndex);
    taken.add(resultIndex);
  };

  // An echo that fits one row and no other row.
  for (const rowIndex of rows.keys()) {
    const fitting = indexesOf(verdicts[rowIndex] ?? [], 'same');
    const [only] = fitting;
    if (fitting.length !== 1 || only === undefined) continue;
    const rowsOfIt = verdicts.filter((ofRow) => ofRow[only] === 'same').length;
    if (rowsOfIt === 1) assign(rowIndex, only);
  }

  const isInOrder =
    results.length === rows.length &&
    [...resultOf].every(([rowIndex, resultIndex]) => rowIndex === resultIndex);
  if (isInOrder) {
    for (const rowIndex of rows.keys()) {
      const verdict = verdicts[rowIndex]?.[rowIndex];
      if (!resultOf.has(rowIndex) && !taken.has(rowIndex) && verdict !== 'other') assign(rowIndex, rowIndex);
    }
  }
  return rows.map((_, rowIndex) => results[resultOf.get(rowIndex) ?? -1] ?? null);
}

/** Both an id and an address must agree where both are known; one that agrees is enough. */
function compare({ person }: RowToSend, result: InviteResult | null): Verdict {
  if (result === null) return 'other';
  const verdicts = [
    compareTexts(person.ats_candidate_id?.trim(), result.ats_candidate_id?.trim()),
    compareTexts(toKey(person.email), toKey(readEcho(result))),
  ];
  if (verdicts.includes('other')) return 'other';
  return verdicts.includes('same') ? 'same' : 'silent';
}

/** The address that the entry is about: its own, or else that of what was made (API guide, 3.3). */
function readEcho({ email_address, submission, submissions, invitation, invitations }: InviteResult) {
  const made = [submission, ...(submissions ?? []), invitation, ...(invitations ?? [])];
  return [email_address, ...made.map((one) => one?.email)].find(
    (email): email is string => typeof email === 'string' && email.trim() !== '',
  );
}

function toKey(email: string | null | undefined): string | undefined {
  return email == null ? undefined : emailKey(email);
}

function compareTexts(sent: string | undefined, echoed: string | undefined): Verdict {
  if (!sent || !echoed) return 'silent';
  return sent.normalize('NFC') === echoed.normalize('NFC') ? 'same' : 'other';
}

function indexesOf(verdicts: readonly Verdict[], wanted: Verdict): number[] {
  return [...verdicts.keys()].filter((index) => verdicts[index] === wanted);
}
