// Works, entries of a project's list and notes of earlier, as tests make them up: what is not said is the plainest case.
import type { ApplicationList, ListedApplication, ReadApi } from '../../../../electron/operations/look-up';
import type {
  AddWork,
  MoveWork,
  PipelineBefore,
  RejectWork,
} from '../../../../shared/operations/pipeline-work';

const place = { projectId: 'project-1', projectTitle: 'Backend Engineer' };
const from = { fromStageId: 'applied', fromStageTitle: 'Applied', onlyFrom: false };

export const makeMove = (changes: Partial<MoveWork> = {}): MoveWork => ({
  kind: 'move',
  applicationId: 'app-1',
  candidateId: 'cand-1',
  ...place,
  ...from,
  stageId: 'final',
  stageTitle: 'Final',
  ...changes,
});

export const makeReject = (changes: Partial<RejectWork> = {}): RejectWork => ({
  kind: 'reject',
  applicationId: 'app-1',
  candidateId: 'cand-1',
  ...place,
  ...from,
  ...changes,
});

export const makeAdd = (changes: Partial<AddWork> = {}): AddWork => ({
  kind: 'add',
  candidateId: 'cand-1',
  ...place,
  jobPostId: null,
  jobPostTitle: null,
  stageId: 'applied',
  stageTitle: 'Applied',
  ...changes,
});

/** An entry of the list: app-1 of cand-1 in Applied, active. */
export const makeListed = (changes: Partial<ListedApplication> = {}): ListedApplication => ({
  applicationId: 'app-1',
  candidateId: 'cand-1',
  jobPostId: null,
  stageId: 'applied',
  stageTitle: 'Applied',
  status: 1,
  createdAtMs: 1000,
  ...changes,
});

/** What was noted before the request: app-1 in Applied, active. */
export const makeBefore = (changes: Partial<PipelineBefore> = {}): PipelineBefore => ({
  applicationId: 'app-1',
  stageId: 'applied',
  stageTitle: 'Applied',
  jobPostId: null,
  status: 1,
  readAtMs: 2000,
  ...changes,
});

/** Nobody was there before. */
export const nobodyBefore = makeBefore({
  applicationId: null,
  stageId: null,
  stageTitle: null,
  status: null,
});

/** Reads of projects by id; one that is not given is empty and whole. `asked` holds each read. */
export function makeReads(
  lists: Readonly<Record<string, ApplicationList>>,
): ReadApi & { readonly asked: string[] } {
  const asked: string[] = [];
  const noSuchRead = () => {
    throw new Error('Only pipelines are read here.');
  };
  return {
    asked,
    listSubmissions: noSuchRead,
    listApplications: noSuchRead,
    readPipeline: async (_workspaceId, projectId) => {
      asked.push(projectId);
      return lists[projectId] ?? { applications: [], isWhole: true };
    },
  };
}
