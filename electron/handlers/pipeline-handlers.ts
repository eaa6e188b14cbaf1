// snapshots:*, pipeline:*, people:* — the pipeline as it was read, and what is prepared from it.
import type { RequestHandlers } from '../shell/ipc-router';
import type { HandlerContext } from './handler-context';

type PipelineHandlers = Pick<
  RequestHandlers,
  Extract<keyof RequestHandlers, `snapshots:${string}` | `pipeline:${string}` | `people:${string}`>
>;

export function createPipelineHandlers(_context: HandlerContext): PipelineHandlers {
  const notBuilt = (): never => {
    throw new Error('Not built.');
  };
  return {
    'snapshots:take': notBuilt,
    'snapshots:stop': notBuilt,
    'snapshots:list': notBuilt,
    'snapshots:list-projects': notBuilt,
    'pipeline:get-overview': notBuilt,
    'pipeline:list-rows': notBuilt,
    'pipeline:list-ids': notBuilt,
    'pipeline:export': notBuilt,
    'people:add-names': notBuilt,
    ...createPrepareHandlers(),
  };
}

function createPrepareHandlers(): Pick<PipelineHandlers, 'pipeline:prepare' | 'pipeline:prepare-undo'> {
  return {
    'pipeline:prepare': () => {
      throw new Error('Not built.');
    },
    'pipeline:prepare-undo': () => {
      throw new Error('Not built.');
    },
  };
}
