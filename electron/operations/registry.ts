// Every operation by its name. Nothing else in the main process picks one.
import { inviteOperation } from './invite';
import type { Operation } from './operation';
import { createPipelineOperation } from './pipeline-operation';

const operations: Readonly<Record<Operation['kind'], Operation>> = {
  invite: inviteOperation,
  add: createPipelineOperation('add'),
  move: createPipelineOperation('move'),
  reject: createPipelineOperation('reject'),
  changes: createPipelineOperation('changes'),
};

/** The operation of that name. */
export function operationOf(kind: Operation['kind']): Operation {
  return operations[kind];
}
