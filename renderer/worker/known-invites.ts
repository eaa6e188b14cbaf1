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

  /** People of the file who have not been asked for yet, at most `count`. A mended one is asked for too. */
  keysToAsk(checked: CheckedRows, count: number): string[] {
    const keys = new Set<string>();
    for (const { person } of checked.rows) {
      const key = personKey(person);
      if (key !== null && !this.asked.has(key)) keys.add(key);
      if (keys.size === count) break;
    }
    return [...keys];
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
    return target === null || this.all.length === 0 ? undefined : toAlreadyInvited(this.all, target);
  }

  /** The numbers of the rows whose people were invited before, to anything. */
  rowNumbers(checked: CheckedRows): ReadonlySet<number> {
    if (this.newest.size === 0) return new Set();
    return new Set(
      checked.rows.flatMap(({ rowNumber, person }) => (this.of(person) === undefined ? [] : [rowNumber])),
    );
  }
}
