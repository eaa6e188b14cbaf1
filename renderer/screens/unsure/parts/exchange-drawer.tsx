import { Button, Drawer } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { AttemptView, UnsurePerson } from '../../../../shared/runs/unsure';
import { bridge } from '../../../bridge';
import { copyText } from '../../../components/copy-text';
import { ErrorPanel } from '../../../components/error-panel';
import { formatExactMoment } from '../../../components/format-date';
import { SkeletonRows } from '../../../components/skeleton-rows';
import { useAsked } from '../../../components/use-asked';
import { toAttemptWords, toExchangeText, toReadableBody } from '../exchange-words';
import { toPersonName } from '../unsure-words';
import styles from './exchange-drawer.module.css';

interface ExchangeDrawerProps {
  readonly runId: string;
  readonly person: UnsurePerson;
  readonly onClose: () => void;
}

/** What was sent for one person and what came back, word for word, to read and to copy. */
export function ExchangeDrawer({ runId, person, onClose }: ExchangeDrawerProps) {
  const { ordinal } = person;
  const { asked, askAgain } = useAsked(
    useCallback(() => bridge.ask('runs:get-exchange', { runId, ordinal }), [runId, ordinal]),
  );
  const [copied, setCopied] = useState<string | null>(null);
  const copy = () => {
    if (asked.kind !== 'ready') return;
    const isCopied = copyText(toExchangeText(asked.value.requestText, asked.value.attempts));
    setCopied(isCopied ? 'Copied.' : 'Nothing could be copied.');
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title="What was sent and received"
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      <div className={styles.content}>
        <p className="text-2">
          {toPersonName(person)}, row {person.rowNumber}. Your key is never part of this.
        </p>
        {asked.kind === 'loading' && <SkeletonRows label="Reading what was sent" />}
        {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={askAgain} />}
        {asked.kind === 'ready' && (
          <>
            <section>
              <h3 className="type-body">Sent</h3>
              <Body label="What was sent" text={asked.value.requestText} />
            </section>
            {asked.value.attempts.map((attempt, index) => (
              <Attempt key={attempt.startedAtMs} attempt={attempt} number={index + 1} />
            ))}
            <div className={styles.copy}>
              <Button leftSection={<IconCopy size={16} aria-hidden="true" />} onClick={copy}>
                Copy all of it
              </Button>
              <span role="status" className="text-2">
                {copied}
              </span>
            </div>
          </>
        )}
      </div>
    </Drawer>
  );
}

function Attempt({ attempt, number }: { readonly attempt: AttemptView; readonly number: number }) {
  const nowMs = Date.now();
  const { startedAtMs, closedAtMs, bodyText } = attempt;
  return (
    <section>
      <h3 className="type-body">
        Try {number}, {formatExactMoment(startedAtMs, nowMs)}
        {closedAtMs !== null && ` to ${formatExactMoment(closedAtMs, nowMs)}`}
      </h3>
      <p className="text-2">{toAttemptWords(attempt)}</p>
      {bodyText ? (
        <Body label={`What came back at try ${number}`} text={bodyText} />
      ) : (
        <p className="text-2">Nothing came back that could be kept.</p>
      )}
    </section>
  );
}

/** More lines are scrolled to. */
const mostLines = 18;

/** A text in which every character counts: read, scrolled, chosen and copied by keyboard too. */
function Body({ label, text }: { readonly label: string; readonly text: string }) {
  const readable = toReadableBody(text);
  return (
    <textarea
      className={styles.body}
      readOnly
      aria-label={label}
      rows={Math.min(mostLines, readable.split('\n').length + 1)}
      value={readable}
    />
  );
}
