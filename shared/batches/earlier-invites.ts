// Who has been invited before, by the run history: by address, by CV link and by the recruiter's own ID. Never counts an invitation to
// something else, and never takes two people with two addresses for one.

import { isUsableId } from '../operations/check-id';
import { emailKey } from '../operations/email-key';
import type { Person } from '../operations/field';
import type { InviteTarget } from '../operations/invite-target';
import { createPastDays, type PastDay } from '../operations/past-day';
import { personKey } from '../operations/person-key';
import type { RowProblem } from '../operations/problem';
import { rowProblem } from '../operations/row-problem';
import type { EarlierInvite } from './earlier-invite';

/** What the history is asked for about people: their keys as `personKey` gives them, their CV links and their IDs. */
export interface HistoryQuestion {
  readonly personKeys: readonly string[];
  readonly cvLinks: readonly string[];
  readonly atsIds: readonly string[];
}

/** The questions about one person. A CV that was sent without an address is known by its link alone. */
export function questionsOf({ email, cv_link, ats_candidate_id }: Person): HistoryQuestion {
  const key = personKey({ email, cv_link });
  const cvKey = personKey({ email: null, cv_link });
  return {
    personKeys: [key, cvKey === key ? null : cvKey].filter((one) => one !== null),
    cvLinks: key !== null && key === cvKey && cv_link !== null ? [cv_link.trim()] : [],
    atsIds: ats_candidate_id !== null && isUsableId(ats_candidate_id) ? [ats_candidate_id] : [],
  };
}

type Target = Pick<InviteTarget, 'setId' | 'projectId'>;
type How = 'person' | 'cv-link' | 'id';

/** The answers of the history, ready to be asked about one person after another. */
export class EarlierInvites {
  private readonly byPerson = new Map<string, EarlierInvite[]>();
  private readonly byCvLink = new Map<string, EarlierInvite[]>();
  private readonly byId = new Map<string, EarlierInvite[]>();
  private readonly known = new Set<string>();

  get size(): number {
    return this.known.size;
  }

  /** The same invitation may come more than once: it was asked for by address and by ID. */
  add(invites: readonly EarlierInvite[]): void {
    for (const invite of invites) {
      const mark = `${invite.runId} ${invite.ordinal}`;
      if (this.known.has(mark)) continue;
      this.known.add(mark);
      put(this.byPerson, invite.personKey, invite);
      if (invite.cvLink !== null) put(this.byCvLink, invite.cvLink.trim(), invite);
      if (invite.atsId !== null) put(this.byId, invite.atsId, invite);
    }
  }

  /** The newest invitation of this person, to anything or to the target. */
  newest(
    person: Person,
    target: Target | null,
  ): { readonly invite: EarlierInvite; readonly how: How } | null {
    const { email, cv_link, ats_candidate_id: id } = person;
    const isOne = (invite: EarlierInvite) => email === null || invite.email === null;
    let best: { invite: EarlierInvite; how: How } | null = null;
    const look = (how: How, found: readonly EarlierInvite[] | undefined) => {
      for (const invite of found ?? []) {
        if (target !== null && !isSameTarget(invite, target)) continue;
        if (how !== 'person' && !isOne(invite)) continue;
        if (best === null || best.invite.atMs < invite.atMs) best = { invite, how };
      }
    };
    look('person', this.byPerson.get(personKey(person) ?? ''));
    if (cv_link !== null) look('cv-link', this.byCvLink.get(cv_link.trim()));
    if (id !== null) look('id', this.usable(id));
    return best;
  }

  /** The newest invitation under this person's ID, where it went to another address. */
  otherOwner({ email, ats_candidate_id: id }: Person): EarlierInvite | null {
    if (email === null || id === null) return null;
    let newest: EarlierInvite | null = null;
    for (const invite of this.usable(id) ?? [])
      if (invite.email !== null && (newest === null || newest.atMs < invite.atMs)) newest = invite;
    return newest?.email == null || emailKey(newest.email) === emailKey(email) ? null : newest;
  }

  /** Nobody is known by `N/A`. */
  private usable(id: string): readonly EarlierInvite[] | undefined {
    const found = this.byId.get(id);
    return found !== undefined && isUsableId(id) ? found : undefined;
  }
}

function put(map: Map<string, EarlierInvite[]>, key: string, invite: EarlierInvite): void {
  const own = map.get(key);
  if (own === undefined) map.set(key, [invite]);
  else own.push(invite);
}

/** Whether both are the same set or, without a set, the same project, as in electron/store/history-store.ts. */
export function isSameTarget(invite: Target, target: Target): boolean {
  return target.setId === null
    ? invite.setId === null && invite.projectId === target.projectId
    : invite.setId === target.setId;
}

/** What the history says about a row, to be checked against: nobody is left out while no target is chosen. */
export interface AlreadyInvited {
  /** The address, where there is one, has to be able to get mail: it tells people apart. */
  problemsOf(rowNumber: number, person: Person): readonly RowProblem[];
}

const none: readonly RowProblem[] = [];

const dayMs = 24 * 60 * 60 * 1000;

/**
 * `nowMs`: for "9 days ago". `againAfterDays`: whoever was certainly invited longer ago than that is not left out; null for nobody.
 */
export function toAlreadyInvited(
  invites: EarlierInvites,
  target: Target | null,
  nowMs: number,
  againAfterDays: number | null = null,
): AlreadyInvited {
  const dayOf = createPastDays(nowMs);
  const isLongAgo = ({ outcome, atMs }: EarlierInvite) =>
    againAfterDays !== null && outcome !== 'unknown' && nowMs - atMs > againAfterDays * dayMs;
  return {
    problemsOf(rowNumber, person) {
      if (invites.size === 0) return none;
      const problems: RowProblem[] = [];
      const found = target === null ? null : invites.newest(person, target);
      if (found !== null) {
        const field = found.how === 'id' ? 'ats_candidate_id' : person.email === null ? 'cv_link' : 'email';
        const noun = target?.setId === null ? 'project' : 'set';
        const words = invitedWords(found.invite, found.how, noun, dayOf(found.invite.atMs));
        const run = toRun(found.invite);
        if (isLongAgo(found.invite)) {
          const message = `${words}. That is more than ${againAfterDays} days ago, so this row is sent.`;
          problems.push(rowProblem(rowNumber, field, 'invited-long-ago', message, { run }));
        } else {
          const message = `${words}, so this row is left out.`;
          problems.push(rowProblem(rowNumber, field, 'already-invited', message, { run }));
        }
      }
      const other = invites.otherOwner(person);
      if (other !== null) {
        const message = `ID ${other.atsId} was ${ownerWords(other)} in run ${other.runNumber}, ${dayOf(other.atMs).date}. Compare it with the source.`;
        problems.push(
          rowProblem(rowNumber, 'ats_candidate_id', 'id-of-another', message, { run: toRun(other) }),
        );
      }
      return problems;
    },
  };
}

const outcomeWords: Readonly<Record<EarlierInvite['outcome'], string>> = {
  done: 'Invited',
  alreadyThere: 'Already invited',
  unknown: 'Perhaps invited',
};
const howWords: Readonly<Record<How, string>> = {
  person: '',
  'cv-link': ' with the same CV link',
  id: ' under the same ID',
};

/** "Invited to this set 9 days ago by run 12 (20 November 2026)". */
function invitedWords(
  { outcome, runNumber }: EarlierInvite,
  how: How,
  noun: string,
  { daysAgo, date }: PastDay,
): string {
  const when =
    daysAgo === null ? `by run ${runNumber} on ${date}` : `${daysAgo} by run ${runNumber} (${date})`;
  return `${outcomeWords[outcome]} to this ${noun}${howWords[how]} ${when}`;
}

/** "Ana Silva’s, ana@example.com". */
function ownerWords({ personName, email }: EarlierInvite): string {
  return personName === '' ? `${email}’s` : `${personName}’s, ${email},`;
}

function toRun({ runId, runNumber }: EarlierInvite): { runId: string; runNumber: number } {
  return { runId, runNumber };
}
