// What the run history knows of the people in the file. It counts against nobody until a target is chosen.
import { toAlreadyInvited } from '../../shared/batches/earlier-invites';
import type { AlreadyInvited } from '../../shared/batches/prepare-rows';
import type { EarlierInvite } from '../../shared/ipc/contract';
import { emailKey } from '../../shared/operations/email-key';
import type { InviteTarget } from '../../shared/operations/invite-target';
import type { CheckedRows } from './checked-rows';

export class KnownInvites {
  private readonly asked = new Set<string>();
  private readonly newest = new Map<string, EarlierInvite>();
  private readonly all: EarlierInvite[] = [];

  /** Addresses of the file that have not been asked for yet, at most `count`. A mended address is asked for too. */
  keysToAsk(checked: CheckedRows, count: number): string[] {
    const keys = new Set<string>();
    for (const { person } of checked.rows) {
      if (person.email === null) continue;
      const key = emailKey(person.email);
      if (!this.asked.has(key)) keys.add(key);
      if (keys.size === count) break;
    }
    return [...keys];
  }

  /** `keys`: the addresses that were asked for; `invites`: the answer. */
  add(keys: readonly string[], invites: readonly EarlierInvite[]): void {
    for (const key of keys) this.asked.add(key);
    for (const invite of invites) {
      this.all.push(invite);
      const known = this.newest.get(invite.emailKey);
      if (known === undefined || known.atMs < invite.atMs) this.newest.set(invite.emailKey, invite);
    }
  }

  /** The newest invitation of this address, to anything. */
  of(email: string | null): EarlierInvite | undefined {
    return email === null ? undefined : this.newest.get(emailKey(email));
  }

  /** Who was invited to this target; undefined while none is chosen. */
  alreadyInvited(target: Pick<InviteTarget, 'setId' | 'projectId'> | null): AlreadyInvited | undefined {
    return target === null || this.all.length === 0 ? undefined : toAlreadyInvited(this.all, target);
  }

  /** The numbers of the rows whose people were invited before, to anything. */
  rowNumbers(checked: CheckedRows): ReadonlySet<number> {
    if (this.newest.size === 0) return new Set();
    return new Set(
      checked.rows.flatMap(({ rowNumber, person }) =>
        this.of(person.email) === undefined ? [] : [rowNumber],
      ),
    );
  }
}
