// The project, job post and stage that flags name, by id or by title. Of two with one title neither is taken.
import type { PipelineDefaults } from '../../shared/pipeline/pipeline-sheet';
import { readPipelineWorld, type Titled, type WorldReads } from '../snapshots/pipeline-world';
import { findTitled, toTitleKey, Unclear } from '../snapshots/resolve-rows';
import { CliRefusal } from './cli-refusal';
import type { CommandWords } from './parse-arguments';

/** As they were typed: ids or titles. `prepared`: what a batch file says where no flag names a project. */
export function readPlaceFlags(
  words: CommandWords,
  prepared: PipelineDefaults | null = null,
): PipelineDefaults {
  if (prepared !== null && !words.has('project'))
    return {
      projectId: prepared.projectId,
      jobPostId: words.value('job-post') ?? prepared.jobPostId,
      stageId: words.value('stage') ?? prepared.stageId,
    };
  return {
    projectId: words.value('project'),
    jobPostId: words.value('job-post'),
    stageId: words.value('stage'),
  };
}

/**
 * The ids of what the flags name. Without --project, a stage or job post stays as it was typed: each row's own project decides.
 * @throws CliRefusal for what is not there, or is there several times; AppError.
 */
export async function choosePlace(client: WorldReads, typed: PipelineDefaults): Promise<PipelineDefaults> {
  const { projectId, jobPostId, stageId } = typed;
  if (projectId === null) return typed;
  const titles = (await client.listAll('projects')).map(({ id, title }) => ({
    id,
    title: title ?? 'Untitled',
  }));
  const { id } = find('project', projectId, titles, { noun: 'project', field: 'project' });
  if (jobPostId === null && stageId === null) return { ...typed, projectId: id };
  const world = await readPipelineWorld(client, (project) => project.id === id);
  const project = world.projects.get(id);
  if (project === undefined)
    throw new CliRefusal('The project of --project could not be read. Nothing was sent.');
  return {
    projectId: id,
    jobPostId:
      jobPostId === null
        ? null
        : find('job-post', jobPostId, project.jobPosts, {
            noun: `job post of ${project.title}`,
            field: 'job_post',
          }).id,
    stageId:
      stageId === null
        ? null
        : find('stage', stageId, project.stages, { noun: `stage of ${project.title}`, field: 'stage' }).id,
  };
}

function find(
  flag: string,
  typed: string,
  all: readonly Titled[],
  what: Parameters<typeof findTitled>[3],
): Titled {
  try {
    return findTitled(typed, null, all, what);
  } catch (error) {
    if (!(error instanceof Unclear)) throw error;
    const isDouble = all.filter(({ title }) => toTitleKey(title) === toTitleKey(typed)).length > 1;
    throw new CliRefusal(
      isDouble
        ? `--${flag}: several have the title “${typed}”. Nothing was sent. Name one by its ID.`
        : `--${flag}: ${error.message}. Nothing was sent.`,
    );
  }
}
