import type { OperationKind } from '../../shared/operations/operation-kind';
import { formatCount, formatNumber } from './format-number';

interface OperationWords {
  /** "Move 14 people". */
  readonly verb: string;
  /** "14 people were moved". */
  readonly done: string;
  /** "This key may not …". */
  readonly scope: string;
}

const words: Readonly<Record<OperationKind, OperationWords>> = {
  invite: { verb: 'Invite', done: 'invited', scope: 'invite people' },
  add: { verb: 'Add', done: 'added', scope: 'add, move or reject people' },
  move: { verb: 'Move', done: 'moved', scope: 'add, move or reject people' },
  reject: { verb: 'Reject', done: 'rejected', scope: 'add, move or reject people' },
  changes: { verb: 'Change', done: 'changed', scope: 'add, move or reject people' },
};

/** "invited", "moved", "changed": what happened to a person of a run. */
export function toDoneWord(operation: OperationKind): string {
  return words[operation].done;
}

/** What a key must be allowed to do: "This key may not invite people". */
export function toScopeWords(operation: OperationKind): string {
  return words[operation].scope;
}

/** "Move 14 people", "Reject 1 person", "Make 14 changes": a button, without a stop. */
export function toDoLabel(operation: OperationKind, count: number): string {
  return operation === 'changes'
    ? `Make ${formatCount(count, 'change')}`
    : `${words[operation].verb} ${formatCount(count, 'person', 'people')}`;
}

/** "Move the 3 that were not moved": what is left of a run. */
export function toRestLabel(operation: OperationKind, count: number): string {
  const { verb, done } = words[operation];
  return count === 1
    ? `${verb} the 1 that was not ${done}`
    : `${verb} the ${formatNumber(count)} that were not ${done}`;
}
