// What a batch does. Never add one that the API guide does not have; `changes` is a mixture of the three that work on a pipeline.

/** Add, move and reject work on a pipeline; `changes` holds rows of all three, as an edited workbook or an undo has them. */
export const pipelineKinds = ['add', 'move', 'reject', 'changes'] as const;
export type PipelineKind = (typeof pipelineKinds)[number];

export const operationKinds = ['invite', ...pipelineKinds] as const;
export type OperationKind = (typeof operationKinds)[number];

/** Whether an operation works on a pipeline. */
export function isPipelineKind(kind: OperationKind): kind is PipelineKind {
  return kind !== 'invite';
}
