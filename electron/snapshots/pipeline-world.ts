// The pipeline as it is now, read as far as the rows of a sheet ask for it. Reads only.
import type { FlowmingoClient } from '../flowmingo/flowmingo-client';
import type { ListedApplication } from '../operations/look-up';

export interface Titled {
  readonly id: string;
  readonly title: string;
}

export interface WorldProject extends Titled {
  readonly stages: readonly Titled[];
  readonly jobPosts: readonly Titled[];
  readonly applications: readonly ListedApplication[];
}

/** The projects that were read, by id, and the titles of all. */
export interface PipelineWorld {
  readonly titles: readonly Titled[];
  readonly projects: ReadonlyMap<string, WorldProject>;
}

export interface WorldReads extends Pick<FlowmingoClient, 'listAll' | 'readStages' | 'readPipeline'> {}

/** Every project, or those that `isAsked` picks by id and title. @throws AppError. */
export async function readPipelineWorld(
  client: WorldReads,
  isAsked: (project: Titled) => boolean,
): Promise<PipelineWorld> {
  const [projects, jobPosts] = await Promise.all([client.listAll('projects'), client.listAll('job-posts')]);
  const titles = projects.map(({ id, title }) => ({ id, title: title ?? 'Untitled' }));
  const read = new Map<string, WorldProject>();
  for (const project of titles.filter(isAsked)) {
    const [stages, { applications }] = await Promise.all([
      client.readStages(project.id),
      client.readPipeline(project.id),
    ]);
    read.set(project.id, {
      ...project,
      stages: stages.map(({ id, title }) => ({ id, title })),
      jobPosts: jobPosts
        .filter((post) => post.com_project_id === project.id)
        .map(({ id, title }) => ({ id, title: title ?? 'Untitled' })),
      applications,
    });
  }
  return { titles, projects: read };
}
