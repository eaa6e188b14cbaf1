// Which rules hold for a row of a pipeline batch. Nothing else picks them.
import type { PipelineWork } from '../../shared/operations/pipeline-work';
import { addRules } from './add';
import { moveRules } from './move';
import type { WorkRules } from './pipeline-rules';
import { rejectRules } from './reject';

const rules: { readonly [Kind in PipelineWork['kind']]: WorkRules<Extract<PipelineWork, { kind: Kind }>> } = {
  add: addRules,
  move: moveRules,
  reject: rejectRules,
};

/** The rules of one row's kind of work. */
export function rulesOf<Work extends PipelineWork>(work: Work): WorkRules<Work> {
  return rules[work.kind] as unknown as WorkRules<Work>;
}
