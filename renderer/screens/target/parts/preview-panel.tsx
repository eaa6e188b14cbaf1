import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { renderMessage } from '../../../../shared/messages/render-message';
import { formatNumber } from '../../../components/format-number';
import { Segmented } from '../../../components/segmented';
import { Truncated } from '../../../components/truncated';
import type { CheckSummary, SampleFilter, SamplePerson } from '../../../worker/session-types';
import { useNewBatch } from '../../new-batch/use-new-batch';
import { targetTitle } from '../target-words';
import { MessagePreview } from './message-preview';
import styles from './preview-panel.module.css';

interface PreviewPanelProps {
  readonly message: string;
  readonly check: CheckSummary;
}

/** The message as each person will read it, one after another. */
export function PreviewPanel({ message, check }: PreviewPanelProps) {
  const { sheet, state, workspace } = useNewBatch();
  const [filter, setFilter] = useState<SampleFilter>('all');
  const [index, setIndex] = useState(0);
  const [sample, setSample] = useState<SamplePerson | null>(null);

  useEffect(() => {
    let isWanted = true;
    sheet.ask('samplePerson', filter, index).then(
      (found) => isWanted && setSample(found),
      () => isWanted && setSample(null),
    );
    return () => {
      isWanted = false;
    };
  }, [sheet, filter, index]);

  const choose = (next: SampleFilter) => {
    setFilter(next);
    setIndex(0);
  };
  const name = [sample?.person.firstname, sample?.person.lastname].filter(Boolean).join(' ');
  const values = {
    candidate_name: sample?.person.firstname ?? null,
    position_name:
      state.order.target.jobPostTitle ?? state.order.target.projectTitle ?? targetTitle(state.order.target),
    company_name: workspace?.name ?? null,
    interview_link: 'their own link',
  };
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <div className={styles.who}>
          <p className="type-second text-2 figures" role="status">
            Preview {formatNumber(index + 1)} of {formatNumber(sample?.total ?? 0)}
          </p>
          <h2 className="type-section">
            <Truncated text={name === '' ? 'No name' : name} />
          </h2>
        </div>
        <ActionIcon
          variant="default"
          size={28}
          aria-label="The person before"
          disabled={index === 0}
          onClick={() => setIndex(index - 1)}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={28}
          aria-label="The next person"
          disabled={sample === null || index + 1 >= sample.total}
          onClick={() => setIndex(index + 1)}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </div>
      <Segmented<SampleFilter>
        label="Whose preview"
        value={filter}
        onChange={choose}
        choices={[
          { value: 'all', label: 'All', count: formatNumber(check.willBeSent) },
          {
            value: 'no-first-name',
            label: 'No first name',
            count: formatNumber(check.withoutFirstName),
            disabled: check.withoutFirstName === 0,
          },
          { value: 'longest-name', label: 'Longest' },
          { value: 'shortest-name', label: 'Shortest' },
        ]}
      />
      <div className={styles.mail}>
        <dl className={styles.lines}>
          <dt>To</dt>
          <dd>
            <Truncated text={sample?.person.email ?? 'no email: Flowmingo reads the CV first'} />
          </dd>
          <dt>Subject</dt>
          <dd>written by Flowmingo</dd>
        </dl>
        <MessagePreview
          html={renderMessage(message, values).html}
          title={`Message to ${name === '' ? 'this person' : name}`}
        />
      </div>
      <p className="type-second text-2">
        Parts with a dashed line are filled in by Flowmingo when it sends. Here you see our best guess.
      </p>
    </div>
  );
}
