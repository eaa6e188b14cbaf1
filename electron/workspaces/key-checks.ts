// Keys that were checked and wait to be saved. They stay in this process's memory, one at a time, and are dropped after ten minutes.
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors/app-error';
import type { CheckedKey } from '../../shared/workspaces/workspace-view';

/** Ten minutes: time enough to find a name for the workspace. */
const keptForMs = 10 * 60 * 1000;

export interface KeyChecks {
  /** Forgets the one before. */
  hold(key: string, checked: Omit<CheckedKey, 'checkId'>): CheckedKey;
  /** Gives the key out once. @throws AppError `key/check-expired`. */
  take(checkId: string): { key: string; checked: CheckedKey };
}

/** An empty holder. */
export function createKeyChecks(nowMs: () => number = Date.now): KeyChecks {
  let held: { key: string; checked: CheckedKey } | null = null;
  return {
    hold(key, checked) {
      held = { key, checked: { ...checked, checkId: randomUUID() } };
      return held.checked;
    },
    take(checkId) {
      const found = held;
      held = null;
      if (
        found === null ||
        found.checked.checkId !== checkId ||
        nowMs() - found.checked.checkedAtMs > keptForMs
      ) {
        throw new AppError('key/check-expired');
      }
      return found;
    },
  };
}
