import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { cleanMessage } from '../../../../shared/messages/clean-message';
import { fallbackWords, messageFor, type NameFallback } from '../../../../shared/messages/name-fallback';
import { whyNameLooksOdd } from '../../../../shared/messages/odd-name';
import { toPlaceholder } from '../../../../shared/messages/placeholders';
import { renderMessage } from '../../../../shared/messages/render-message';
import { formatNumber } from '../../../components/format-number';
import { MessagePreview } from '../../../components/messages/message-preview';
import { Segmented } from '../../../components/segmented';
import { Truncated } from '../../../components/truncated';
import type { CheckSummary, SampleFilter } from '../../../worker/session-types';
import { useNewBatch } from '../../new-batch/use-new-batch';
import { targetTitle } from '../target-words';
import { useSample } from '../use-sample';
import { PersonWords } from './person-words';
import styles from './preview-panel.module.css';

interface PreviewPanelProps {
  readonly message: string;
  readonly fallback: NameFallback | undefined;
  readonly check: CheckSummary;
  readonly onChangeFallback: (fallback: NameFallback | undefined) => void;
}

/** The message as each person will read it, one after another. Page Up and Page Down go from person to person. */
export function PreviewPanel({ message, fallback, check, onChangeFallback }: PreviewPanelProps) {
  const { state, workspace } = useNewBatch();
  const clean = useMemo(() => cleanMessage(message).html, [message]);
  const [filter, setFilter] = useState<SampleFilter>('all');
  const [index, setIndex] = useState(0);
  const sample = useSample(filter, index);
  const oddCount = useSample('looks-odd', 0)?.total ?? 0;

  const choose = (next: SampleFilter) => {
    setFilter(next);
    setIndex(0);
  };
  const last = (sample?.total ?? 0) - 1;
  const step = (event: KeyboardEvent) => {
    const next = { PageDown: index + 1, PageUp: index - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (next >= 0 && next <= last) setIndex(next);
  };
  const person = sample?.person;
  const firstname = person?.firstname ?? null;
  const name = [firstname, person?.lastname].filter(Boolean).join(' ');
  const values = {
    candidate_name: firstname,
    position_name:
      state.order.target.jobPostTitle ?? state.order.target.projectTitle ?? targetTitle(state.order.target),
    company_name: workspace?.name ?? null,
    interview_link: 'their own link',
  };
  const greetsByName = message.includes(toPlaceholder('candidate_name'));
  const odd = person === undefined || !greetsByName ? null : whyNameLooksOdd(firstname);
  const who = { rowNumber: sample?.rowNumber ?? 0, firstname };
  const isMended = fallbackWords(fallback, who) !== null;
  return (
    <fieldset className={styles.panel} aria-label="Person by person" onKeyDown={step}>
      <div className={styles.head}>
        <div className={styles.who}>
          <p className="type-second text-2 figures" role="status">
            Preview {formatNumber(last < 0 ? 0 : index + 1)} of {formatNumber(last + 1)}
          </p>
          <h2 className="type-section">
            <Truncated text={name === '' ? 'No name' : name} />
          </h2>
        </div>
        <ActionIcon
          variant="default"
          size={28}
          aria-label="The person before"
          title="The person before (Page Up)"
          disabled={index === 0}
          onClick={() => setIndex(index - 1)}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={28}
          aria-label="The next person"
          title="The next person (Page Down)"
          disabled={index >= last}
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
            value: 'looks-odd',
            label: 'Looks odd',
            count: formatNumber(oddCount),
            disabled: oddCount === 0,
          },
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
      {odd !== null && !isMended && (
        <p className={`${styles.odd} tone-warning`} role="status">
          <IconAlertTriangle size={16} aria-hidden="true" /> Looks odd: {odd}.
        </p>
      )}
      <div className={styles.mail}>
        <dl className={styles.lines}>
          <dt>To</dt>
          <dd>
            <Truncated text={person?.email ?? 'no email: Flowmingo reads the CV first'} />
          </dd>
          <dt>Subject</dt>
          <dd>written by Flowmingo</dd>
        </dl>
        <MessagePreview
          html={renderMessage(messageFor(clean, fallback, who), values).html}
          title={`Message to ${name === '' ? 'this person' : name}`}
        />
      </div>
      {sample !== null && greetsByName && (firstname ?? '') === '' && (
        <PersonWords
          key={sample.rowNumber}
          rowNumber={sample.rowNumber}
          fallback={fallback}
          onChange={onChangeFallback}
        />
      )}
      <p className="type-second text-2">
        Parts with a dashed line are filled in by Flowmingo when it sends. Here you see our best guess.
      </p>
    </fieldset>
  );
}
