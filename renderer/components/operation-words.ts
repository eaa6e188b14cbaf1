import type { OperationKind } from '../../shared/operations/operation-kind';
import { formatCount, formatNumber } from './format-number';

interface OperationWords {
  /** "Move 14 people". */
  readonly verb: string;
  /** "14 people were moved". */
  readonly done: string;
  /** In a list of runs. */
  readonly list: string;
}

const words: Readonly<Record<OperationKind, OperationWords>> = {
  invite: { verb: 'Invite', done: 'invited', list: 'Invite' },
  add: { verb: 'Add', done: 'added', list: 'Add' },
  move: { verb: 'Move', done: 'moved', list: 'Move' },
  reject: { verb: 'Reject', done: 'rejected', list: 'Reject' },
  changes: { verb: 'Change', done: 'changed', list: 'Changes' },
};

/** "invited", "moved", "changed": what happened to a person of a run. */
export function toDoneWord(operation: OperationKind): string {
  return words[operation].done;
}

/** "Move", "Changes": the work of a run in a list. */
export function toOperationWord(operation: OperationKind): string {
  return words[operation].list;
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
