import { type Dispatch, useEffect, useRef } from 'react';
import { bridge } from '../../bridge';
import type { NewBatchEvent, NewBatchState } from './new-batch-state';

interface HandedOverPlaceInput {
  readonly state: NewBatchState;
  readonly tell: Dispatch<NewBatchEvent>;
  readonly workspaceId: string | null;
}

/** Takes over the project, job post and stage that a batch file names, as far as this workspace has them. The rest is asked for as ever. */
export function useHandedOverPlace({ state, tell, workspaceId }: HandedOverPlaceInput): void {
  const { file, place } = state;
  const work = file?.handedOver?.work;
  const named = work === undefined || work.operation === 'invite' ? null : work.place;
  const openId = file?.openId ?? null;
  // Looked at when a file or a workspace comes: a place that the recruiter lets go of later is not brought back.
  const latest = useRef({ named, isOpen: true });
  latest.current = { named, isOpen: place.projectId === null };

  useEffect(() => {
    const { named, isOpen } = latest.current;
    if (openId === null || named === null || named.projectId === null || workspaceId === null || !isOpen)
      return;
    let isWanted = true;
    const look = async () => {
      const lists = await bridge.ask('targets:read-lists', { workspaceId, refresh: false });
      const project = findNamed(named.projectId, lists.projects);
      if (project === undefined) return;
      const ownPosts = lists.jobPosts.filter(({ projectId }) => projectId === project.id);
      const { stages } =
        named.stageId === null
          ? { stages: [] }
          : await bridge.ask('pipeline:list-stages', { workspaceId, projectId: project.id });
      if (!isWanted) return;
      tell({
        kind: 'place-changed',
        place: {
          projectId: project.id,
          jobPostId: findNamed(named.jobPostId, ownPosts)?.id ?? null,
          stageId: findNamed(named.stageId, stages)?.id ?? null,
        },
      });
    };
    // Without the lists the fields are empty, and whoever goes on has to choose.
    look().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [openId, workspaceId, tell]);
}

/** By its id or, where only one has it, by its title. */
function findNamed<Item extends { readonly id: string; readonly title: string }>(
  named: string | null,
  items: readonly Item[],
): Item | undefined {
  const byTitle = items.filter(({ title }) => title === named);
  return items.find(({ id }) => id === named) ?? (byTitle.length === 1 ? byTitle[0] : undefined);
}
