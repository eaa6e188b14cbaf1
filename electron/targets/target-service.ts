// The lists that a target is chosen from, live where Flowmingo can be reached, else as they were read last, with their time.
import { AppError } from '../../shared/errors/app-error';
import type { ErrorCode } from '../../shared/errors/codes';
import type { TargetLists } from '../../shared/ipc/contract';
import type { InviteTarget } from '../../shared/operations/invite-target';
import type { FlowmingoClient, ListItem } from '../flowmingo/flowmingo-client';
import type { TargetListStore } from '../store/target-list-store';

export interface TargetService {
  /**
   * All pages of the three lists. Without `refresh`, lists younger than a minute are not read again.
   * Where Flowmingo cannot be asked the kept ones come, `isFresh` false. @throws AppError where there are none.
   */
  readLists(workspaceId: string, refresh: boolean): Promise<TargetLists>;
  /** @throws AppError `api/not-found` where a live list no longer holds the target. */
  checkStillThere(workspaceId: string, target: InviteTarget): Promise<void>;
}

/** Nothing is wrong with the lists: Flowmingo cannot be asked, or there is no key to ask it with. */
const cannotAsk: ReadonlySet<ErrorCode> = new Set([
  'api/no-network',
  'api/server-error',
  'api/proxy',
  'api/unreadable',
  'key/missing',
  'keychain/failed',
]);

/** A minute: going back and forth between two steps reads the lists once. */
const freshForMs = 60_000;

/** `clientOf` gives the API client of a workspace. */
export function createTargetService(
  records: TargetListStore,
  clientOf: (workspaceId: string) => Promise<FlowmingoClient>,
): TargetService {
  const readLive = async (workspaceId: string): Promise<TargetLists> => {
    const client = await clientOf(workspaceId);
    const [interviewSets, projects, jobPosts] = await Promise.all([
      client.listAll('interview-sets'),
      client.listAll('projects'),
      client.listAll('job-posts'),
    ]);
    const lists = {
      interviewSets: interviewSets.map(toItem),
      projects: projects.map(toItem),
      jobPosts: jobPosts.map((post) => ({ ...toItem(post), projectId: post.com_project_id ?? null })),
      readAtMs: Date.now(),
    };
    records.save(workspaceId, lists);
    return { ...lists, isFresh: true };
  };

  return {
    async readLists(workspaceId, refresh) {
      const kept = records.get(workspaceId);
      if (!refresh && kept !== null && Date.now() - kept.readAtMs < freshForMs)
        return { ...kept, isFresh: true };
      try {
        return await readLive(workspaceId);
      } catch (error) {
        if (kept === null || !(error instanceof AppError) || !cannotAsk.has(error.code)) throw error;
        return { ...kept, isFresh: false };
      }
    },
    async checkStillThere(workspaceId, target) {
      const lists = await readLive(workspaceId);
      const isGone = (id: string | null, items: readonly { id: string }[]) =>
        id !== null && !items.some((item) => item.id === id);
      if (isGone(target.setId, lists.interviewSets))
        throw new AppError('api/not-found', { message: target.setTitle ?? 'the interview set' });
      if (isGone(target.projectId, lists.projects))
        throw new AppError('api/not-found', { message: target.projectTitle ?? 'the project' });
      if (isGone(target.jobPostId, lists.jobPosts))
        throw new AppError('api/not-found', { message: target.jobPostTitle ?? 'the job post' });
    },
  };
}

function toItem(item: ListItem): { id: string; title: string } {
  return { id: item.id, title: item.title ?? 'Untitled' };
}
