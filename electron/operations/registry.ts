// Every operation by its name. Nothing else in the main process picks one.
import { inviteOperation } from './invite';
import type { Operation } from './operation';

const operations: Readonly<Record<Operation['kind'], Operation>> = { invite: inviteOperation };

/** The operation of that name. */
export function operationOf(kind: Operation['kind']): Operation {
  return operations[kind];
}
