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
  /** By row: the person who was asked for, or who has nothing to be asked by. Another person there is another object. */
  private readonly askedInRow: Person[] = [];
  /** By row: the person who was looked up in `newest` last, and the rows in which somebody was found. */
  private lookedUpInRow: Person[] = [];
  private foundIn = new Set<number>();
  private lookedUpOf: CheckedRows | null = null;
  private atTarget: {
    readonly target: Pick<InviteTarget, 'setId' | 'projectId'>;
    readonly inviteCount: number;
    readonly invited: AlreadyInvited;
  } | null = null;

  /** People of the file who have not been asked for yet, at most `count`. A mended one is asked for too. */
  keysToAsk(checked: CheckedRows, count: number): string[] {
    const keys = new Set<string>();
    for (const [index, { person }] of checked.rows.entries()) {
      if (this.askedInRow[index] === person) continue;
      const key = personKey(person);
      if (key === null || this.asked.has(key)) this.askedInRow[index] = person;
      else keys.add(key);
      if (keys.size === count) break;
    }
    return [...keys];
  }

  /** `keys`: the people who were asked for; `invites`: the answer. */
  add(keys: readonly string[], invites: readonly EarlierInvite[]): void {
    for (const key of keys) this.asked.add(key);
    if (invites.length > 0) this.lookedUpInRow = [];
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
    if (this.lookedUpOf !== checked) {
      this.lookedUpOf = checked;
      this.lookedUpInRow = [];
      this.foundIn = new Set();
    }
    for (const [index, { rowNumber, person }] of checked.rows.entries()) {
      if (this.lookedUpInRow[index] === person) continue;
      this.lookedUpInRow[index] = person;
      if (this.of(person) === undefined) this.foundIn.delete(rowNumber);
      else this.foundIn.add(rowNumber);
    }
    return this.foundIn;
  }
}
