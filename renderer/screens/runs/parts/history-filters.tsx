import { NativeSelect } from '@mantine/core';
import type { RunSummary } from '../../../../shared/runs/progress';
import { outcomeLabels } from '../../../../shared/runs/row-state';
import { toOperationWord } from '../../../components/operation-words';
import { type HistoryChoice, type TimeChoice, timeChoices, toChoices } from '../history-choice';
import styles from './history-filters.module.css';

interface HistoryFiltersProps {
  readonly runs: readonly RunSummary[];
  readonly choice: HistoryChoice;
  readonly onChange: (choice: HistoryChoice) => void;
}

const all = '';

/** Which runs and people: by workspace, work, outcome and time. Offers only what there is. */
export function HistoryFilters({ runs, choice, onChange }: HistoryFiltersProps) {
  const offered = toChoices(runs);
  const operation = offered.operations.find((kind) => kind === choice.operation);
  return (
    <fieldset className={styles.filters} aria-label="Show only">
      {offered.workspaces.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label="Workspace"
          value={choice.workspaceId ?? all}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...choice, workspaceId: value === all ? null : value })
          }
          data={[{ value: all, label: 'All workspaces' }, ...offered.workspaces]}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label="Work"
        value={operation ?? all}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...choice, operation: offered.operations.find((kind) => kind === value) ?? null })
        }
        data={[
          { value: all, label: 'All work' },
          ...offered.operations.map((kind) => ({ value: kind, label: toOperationWord(kind) })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label="Outcome"
        value={choice.outcome ?? all}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...choice, outcome: offered.outcomes.find((outcome) => outcome === value) ?? null })
        }
        data={[
          { value: all, label: 'Any outcome' },
          ...offered.outcomes.map((outcome) => ({ value: outcome, label: outcomeLabels[outcome] })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label="Time"
        value={choice.time}
        onChange={({ currentTarget: { value } }) => onChange({ ...choice, time: value as TimeChoice })}
        data={Object.entries(timeChoices).map(([value, { label }]) => ({ value, label }))}
      />
    </fieldset>
  );
}
