import { Button, Select } from '@mantine/core';
import { IconFileSpreadsheet, IconRefresh } from '@tabler/icons-react';
import { formatNumber } from '../../../components/format-number';
import styles from './pipeline-head.module.css';

export interface ProjectChoice {
  readonly id: string;
  readonly title: string;
  readonly applicationCount: number;
}

interface PipelineHeadProps {
  readonly projects: readonly ProjectChoice[];
  readonly projectId: string;
  /** "530 applications, read today at 08:31". */
  readonly sentence: string;
  readonly isReading: boolean;
  /** Why it can't be read again now; null where it can. */
  readonly readOffBecause: string | null;
  readonly isExporting: boolean;
  readonly onProject: (projectId: string) => void;
  readonly onRead: () => void;
  readonly onExport: (format: 'xlsx' | 'csv') => void;
}

/** Which project, as of when, and the ways to read it again and to take it along. */
export function PipelineHead(props: PipelineHeadProps) {
  const { projects, projectId, sentence, isReading, readOffBecause, isExporting } = props;
  const { onProject, onRead, onExport } = props;
  return (
    <div className={styles.head}>
      <h1 className="sr-only">Pipeline</h1>
      <Select
        aria-label="Project"
        classNames={{ root: styles.project ?? '', input: styles.projectInput ?? '' }}
        data={projects.map(({ id, title, applicationCount }) => ({
          value: id,
          label: title,
          count: applicationCount,
        }))}
        value={projectId}
        allowDeselect={false}
        searchable={projects.length > 8}
        nothingFoundMessage="No project is called so"
        maxDropdownHeight={360}
        renderOption={({ option }) => (
          <span className={styles.option}>
            <span>{option.label}</span>
            <span className="text-2 figures">
              {formatNumber(projects.find(({ id }) => id === option.value)?.applicationCount ?? 0)}
            </span>
          </span>
        )}
        onChange={(chosen) => chosen !== null && onProject(chosen)}
      />
      <p className={`${styles.sentence} text-2`}>
        {sentence}
        {readOffBecause !== null && ` ${readOffBecause}`}
      </p>
      <Button
        leftSection={<IconRefresh size={16} aria-hidden="true" />}
        disabled={isReading || readOffBecause !== null}
        onClick={onRead}
      >
        {isReading ? 'Reading' : 'Read again'}
      </Button>
      <Button disabled={isExporting} onClick={() => onExport('csv')}>
        Export CSV
      </Button>
      <Button
        leftSection={<IconFileSpreadsheet size={16} aria-hidden="true" />}
        disabled={isExporting}
        onClick={() => onExport('xlsx')}
      >
        Export XLSX
      </Button>
    </div>
  );
}
