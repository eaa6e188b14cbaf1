// What the run history knows of the people in the file. It counts against nobody until a target is chosen.
import { toAlreadyInvited } from '../../shared/batches/earlier-invites';
import type { AlreadyInvited } from '../../shared/batches/prepare-rows';
import type { EarlierInvite } from '../../shared/ipc/contract';
import type { Person } from '../../shared/operations/field';
import type { InviteTarget } from '../../shared/operations/invite-target';
import { personKey } from '../../shared/operations/person-key';
import type { CheckedRows } from './checked-rows';

export class KnownInvites {
  private readonly asked = new Set<string>();
  private readonly newest = new Map<string, EarlierInvite>();
  private readonly all: EarlierInvite[] = [];
  /** Everybody above this row has been asked for. */
  private askedUpTo = 0;
  private atTarget: {
    readonly target: Pick<InviteTarget, 'setId' | 'projectId'>;
    readonly inviteCount: number;
    readonly invited: AlreadyInvited;
  } | null = null;

  /** People of the file who have not been asked for yet, at most `count`. A mended one is asked for too. */
  keysToAsk(checked: CheckedRows, count: number): string[] {
    const { rows } = checked;
    while (this.askedUpTo < rows.length && this.isAsked(rows[this.askedUpTo]?.person)) this.askedUpTo++;
    const keys = new Set<string>();
    for (let index = this.askedUpTo; index < rows.length && keys.size < count; index++) {
      const person = rows[index]?.person;
      const key = person === undefined ? null : personKey(person);
      if (key !== null && !this.asked.has(key)) keys.add(key);
    }
    return [...keys];
  }

  /** Rows have changed: those asked for before may be others now. */
  lookAgain(): void {
    this.askedUpTo = 0;
  }

  private isAsked(person: Person | undefined): boolean {
    const key = person === undefined ? null : personKey(person);
    return key === null || this.asked.has(key);
  }

  /** `keys`: the people who were asked for; `invites`: the answer. */
  add(keys: readonly string[], invites: readonly EarlierInvite[]): void {
    for (const key of keys) this.asked.add(key);
    for (const invite of invites) {
      this.all.push(invite);
      const known = this.newest.get(invite.personKey);
      if (known === undefined || known.atMs < invite.atMs) this.newest.set(invite.personKey, invite);
    }
  }

  /** The newest invitation of this person, to anything. */
  of(person: Person): EarlierInvite | undefined {
    return this.newest.get(personKey(person) ?? '');
  }

  /** Who was invited to this target; undefined while none is chosen. */
  alreadyInvited(target: Pick<InviteTarget, 'setId' | 'projectId'> | null): AlreadyInvited | undefined {
    if (target === null || this.all.length === 0) return undefined;
    const known = this.atTarget;
    if (known?.target === target && known.inviteCount === this.all.length) return known.invited;
    const invited = toAlreadyInvited(this.all, target);
    this.atTarget = { target, inviteCount: this.all.length, invited };
    return invited;
  }

  /** The numbers of the rows whose people were invited before, to anything. */
  rowNumbers(checked: CheckedRows): ReadonlySet<number> {
    if (this.newest.size === 0) return new Set();
    return new Set(
      checked.rows.flatMap(({ rowNumber, person }) => (this.of(person) === undefined ? [] : [rowNumber])),
    );
  }
}
