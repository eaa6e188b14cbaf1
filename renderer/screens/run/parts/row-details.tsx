import { Drawer } from '@mantine/core';
import { toWorkText } from '../../../../shared/operations/pipeline-work';
import type { RunRow } from '../../../../shared/runs/progress';
import { formatExactTime } from '../../../components/format-date';
import { formatNumber } from '../../../components/format-number';
import { OutcomeBadge } from '../../../components/outcome-badge';
import { toRowOutcome } from '../run-sentences';
import styles from './row-details.module.css';

interface RowDetailsProps {
  readonly row: RunRow | null;
  readonly isGoing: boolean;
  readonly onClose: () => void;
}

/** One row whole: what happened, how often it was tried, and Flowmingo's ids to copy. */
export function RowDetails({ row, isGoing, onClose }: RowDetailsProps) {
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      size={400}
      title={row === null ? '' : `Row ${formatNumber(row.rowNumber)}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      {row !== null && (
        <dl className={styles.facts}>
          <Fact name="Name" value={[row.firstname, row.lastname].filter(Boolean).join(' ')} />
          <Fact name="Email" value={row.email} />
          <div>
            <dt className="type-second text-2">Outcome</dt>
            <dd>
              <OutcomeBadge outcome={toRowOutcome(row, isGoing)} />
            </dd>
          </div>
          <Fact name="What was asked" value={row.work === null ? null : toWorkText(row.work)} />
          <Fact name="What happened" value={row.sentence} />
          <Fact name="Time" value={row.atMs === null ? null : formatExactTime(row.atMs)} />
          <Fact name="Attempts" value={formatNumber(row.attempts)} />
          <Id name="Application" value={row.applicationId} />
          <Id name="Interview" value={row.submissionId} />
          <Id name="Invitation" value={row.invitationId} />
          <Id name="Candidate" value={row.candidateId} />
          <Id name="Record" value={row.recordId} />
        </dl>
      )}
    </Drawer>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }) {
  if (value === null || value === '') return null;
  return (
    <div>
      <dt className="type-second text-2">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** An id in a field that is selected whole as soon as it has the focus, so that Ctrl C copies it. */
function Id({ name, value }: { readonly name: string; readonly value: string | null }) {
  if (value === null) return null;
  return (
    <div>
      <dt className="type-second text-2">{name} id</dt>
      <dd>
        <input
          className={styles.id}
          readOnly
          aria-label={`${name} id`}
          value={value}
          onFocus={(event) => event.currentTarget.select()}
        />
      </dd>
    </div>
  );
}
