// What could be put into a row of a pipeline sheet that cannot go as it is: titles and people to choose from. Pure; chooses nothing itself.
import { editDistance } from '../../shared/operations/edit-distance';
import { toSearchText } from '../../shared/operations/search-text';
import type { RowChoice } from '../../shared/pipeline/prepared-pipeline';
import type { PipelineWorld, Titled } from './pipeline-world';

/** As many as a person looks through under a cell. */
const mostOptions = 20;
/** More slips than that, and a title is no likelier than the others. */
const mostSlips = 4;

/** The titles by how near they are to what was written, else in their own order; those that share one come with the end of their ID. */
export function toTitleChoice(
  field: RowChoice['field'],
  titled: readonly Titled[],
  wantedKey: string,
): RowChoice | null {
  if (titled.length === 0) return null;
  const nearness = ({ title }: Titled) =>
    wantedKey === '' ? 0 : editDistance(wantedKey, toSearchText(title), mostSlips);
  const isShared = ({ title }: Titled) => titled.filter((other) => other.title === title).length > 1;
  const options = titled
    .map((one) => ({ one, slips: nearness(one) }))
    .sort((left, right) => left.slips - right.slips)
    .slice(0, mostOptions)
    .map(({ one }) =>
      isShared(one)
        ? { value: one.id, label: `${one.title}, ID ending in ${one.id.slice(-4)}` }
        : { value: one.title, label: one.title },
    );
  return { field, options };
}

/** The people that an address may mean, each with where they are in the projects that were read. */
export function toCandidateChoice(candidateIds: readonly string[], world: PipelineWorld): RowChoice {
  const placesOf = (candidateId: string): string => {
    const places = [...world.projects.values()].flatMap((project) =>
      project.applications
        .filter((one) => one.candidateId === candidateId)
        .map(({ stageTitle }) => `${project.title}, ${stageTitle ?? 'no stage'}`),
    );
    return places.length === 0 ? 'in none of these projects' : `in ${places.slice(0, 2).join(' and ')}`;
  };
  return {
    field: 'tal_candidate_id',
    options: candidateIds.slice(0, mostOptions).map((candidateId) => ({
      value: candidateId,
      label: `The one ${placesOf(candidateId)}, ID ending in ${candidateId.slice(-4)}`,
    })),
  };
}
