// A made-up pipeline behind the fake bridge, for the window's tests and the gallery.
import type { RequestHandlers } from '../../electron/shell/ipc-router';

type PipelineChannel = Extract<
  keyof RequestHandlers,
  `snapshots:${string}` | `pipeline:${string}` | `people:${string}`
>;

const nothingThere = () => {
  throw new Error('This test has no pipeline.');
};

export function fakePipeline(): Record<PipelineChannel, () => never> {
  return {
    'snapshots:take': nothingThere,
    'snapshots:stop': nothingThere,
    'snapshots:list': nothingThere,
    'snapshots:list-projects': nothingThere,
    'pipeline:get-overview': nothingThere,
    'pipeline:list-rows': nothingThere,
    'pipeline:list-ids': nothingThere,
    'pipeline:prepare': nothingThere,
    'pipeline:begin-sheet': nothingThere,
    'pipeline:add-sheet-rows': nothingThere,
    'pipeline:prepare-sheet': nothingThere,
    'pipeline:prepare-chain': nothingThere,
    'pipeline:list-stages': nothingThere,
    'pipeline:prepare-undo': nothingThere,
    'pipeline:export': nothingThere,
    'people:add-names': nothingThere,
  };
}
