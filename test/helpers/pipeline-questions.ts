// A filter that leaves nothing out, for questions about a pipeline.
import type { PipelineFilter } from '../../shared/pipeline/pipeline-view';

export const noFilter: PipelineFilter = {
  stageId: null,
  score: null,
  submission: null,
  change: null,
  search: '',
};
