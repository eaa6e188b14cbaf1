import { Button, NativeSelect } from '@mantine/core';
import { useCallback, useState } from 'react';
import { type KeepMonths, keptMonths, type RunsToDelete } from '../../../../shared/history/retention';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { useAsked } from '../../../components/use-asked';
import { cannotBeRecognized, toDeletedRuns } from '../../runs/deletion-words';
import styles from '../settings-screen.module.css';
import { KeepMonthsDialog } from './keep-months-dialog';
import { SettingLine } from './setting-line';
import { SettingsSection } from './settings-section';
import { SupportReportDialog } from './support-report-dialog';

const forEver = 'for-ever';

/** What a change would delete; it holds once somebody has said so. */
interface Offered {
  readonly keepMonths: NonNullable<KeepMonths>;
  readonly found: RunsToDelete;
}

/** How long runs are kept, and the report for whoever helps with this app. */
export function HistorySettings() {
  const { asked, askAgain, setValue } = useAsked(
    useCallback(() => bridge.ask('history:get-retention', {}), []),
  );
  const [offered, setOffered] = useState<Offered | null>(null);
  const [deleted, setDeleted] = useState<RunsToDelete | null>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [isReportOpen, setIsReportOpen] = useState(false);
  const keepMonths = asked.kind === 'ready' ? asked.value.keepMonths : null;
  const orFailure = (work: () => Promise<void>) => {
    setFailure(null);
    setDeleted(null);
    return work().catch((thrown: unknown) => setFailure(toBridgeFailure(thrown)));
  };
  const set = (months: KeepMonths) =>
    orFailure(async () => {
      const found = await bridge.ask('history:set-retention', { keepMonths: months });
      setValue({ keepMonths: months });
      setOffered(null);
      if (found.runs.length > 0) setDeleted(found);
    });
  const choose = (months: KeepMonths) =>
    months === null
      ? set(null)
      : orFailure(async () =>
          setOffered({
            keepMonths: months,
            found: await bridge.ask('history:preview-retention', { keepMonths: months }),
          }),
        );

  return (
    <SettingsSection part="history" title="History">
      {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={askAgain} />}
      {failure && <ErrorPanel failure={failure} onClose={() => setFailure(null)} />}
      {deleted && (
        <MessageBox tone="done" announce="polite">
          {toDeletedRuns(deleted)} with {formatCount(deleted.people, 'row')} deleted.
        </MessageBox>
      )}
      <SettingLine
        id="keep-months"
        title="Keep runs"
        sentence={`Runs that ended before that are deleted with their people, messages and answers. ${cannotBeRecognized}`}
      >
        <NativeSelect
          id="keep-months"
          aria-describedby="keep-months-sentence"
          w={160}
          disabled={asked.kind !== 'ready'}
          value={keepMonths ?? forEver}
          onChange={({ currentTarget: { value } }) =>
            void choose(keptMonths.find((months) => String(months) === value) ?? null)
          }
          data={[
            { value: forEver, label: 'For ever' },
            ...keptMonths.map((months) => ({ value: String(months), label: `For ${months} months` })),
          ]}
        />
      </SettingLine>
      <div className={styles.line}>
        <div>
          <p style={{ fontWeight: 500 }}>Support report</p>
          <p className="type-second text-2">
            Versions, counts, states and the log, for whoever helps you. No names, addresses, texts or keys.
            You see all of it before it is saved.
          </p>
        </div>
        <Button onClick={() => setIsReportOpen(true)}>See the report</Button>
      </div>
      {offered && (
        <KeepMonthsDialog
          keepMonths={offered.keepMonths}
          found={offered.found}
          onConfirm={() => set(offered.keepMonths)}
          onClose={() => setOffered(null)}
        />
      )}
      {isReportOpen && <SupportReportDialog onClose={() => setIsReportOpen(false)} />}
    </SettingsSection>
  );
}
