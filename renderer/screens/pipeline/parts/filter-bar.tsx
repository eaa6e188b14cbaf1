import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import {
  type PipelineFilter,
  type PipelineOverview,
  submissionStates,
} from '../../../../shared/pipeline/pipeline-view';
import { formatNumber } from '../../../components/format-number';
import { changeWords } from '../filter-words';
import { submissionWords, toNamedWords } from '../pipeline-words';
import { noStageId } from '../to-charts';
import styles from './filter-bar.module.css';
import { FilterMenu } from './filter-menu';

interface FilterBarProps {
  readonly overview: PipelineOverview;
  readonly filter: PipelineFilter;
  /** How many it finds; null until that is known. */
  readonly matching: number | null;
  readonly search: string;
  readonly onFilter: (changes: Partial<PipelineFilter>) => void;
  readonly onSearch: (search: string) => void;
  readonly onAddNames: () => void;
}

/** What the grid shows, how many that are, how many of the people this app can name, and the search. */
export function FilterBar(props: FilterBarProps) {
  const { overview, filter, matching, search, onFilter, onSearch, onAddNames } = props;
  const { stages, scores, changes, named, applicationCount } = overview;
  const stageChoices = stages.map(({ stageId, title }) => ({ id: stageId ?? noStageId, label: title }));
  const scoreChoices = scores.bands.map((_, band) => ({ id: String(band), label: `${band}–${band + 1}` }));
  const changeKinds = ['new', 'moved', 'newly-scored'] as const;
  return (
    <div className={styles.bar}>
      <FilterMenu
        name="Stage"
        anyLabel="Any stage"
        choices={stageChoices}
        chosenId={filter.stageId}
        onChoose={(stageId) => onFilter({ stageId })}
      />
      <FilterMenu
        name="Score"
        anyLabel="Any score"
        choices={scoreChoices}
        chosenId={filter.score === null ? null : String(filter.score.from)}
        onChoose={(id) => onFilter({ score: id === null ? null : { from: Number(id), to: Number(id) + 1 } })}
      />
      <FilterMenu
        name="Submission"
        anyLabel="Any submission"
        choices={submissionStates.map((id) => ({ id, label: submissionWords[id] }))}
        chosenId={filter.submission}
        onChoose={(id) => onFilter({ submission: submissionStates.find((state) => state === id) ?? null })}
      />
      {changes !== null && (
        <FilterMenu
          name="Changed"
          anyLabel="Changed or not"
          choices={changeKinds.map((id) => ({ id, label: changeWords[id] }))}
          chosenId={filter.change}
          onChoose={(id) => onFilter({ change: changeKinds.find((kind) => kind === id) ?? null })}
        />
      )}
      <span className={`${styles.shown} text-2`} role="status">
        {matching !== null && `${formatNumber(matching)} shown`}
      </span>
      <span className={`${styles.named} text-2`}>
        <b>{toNamedWords(named, applicationCount)}</b> named{' '}
        <button type="button" className="link-button" onClick={onAddNames}>
          Add names<span className={styles.wide}> from a sheet</span>
        </button>
      </span>
      <TextInput
        size="xs"
        className={styles.search ?? ''}
        aria-label="Find a person"
        placeholder="Find a person"
        leftSection={<IconSearch size={14} aria-hidden="true" />}
        value={search}
        maxLength={200}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
    </div>
  );
}
