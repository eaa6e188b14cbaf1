import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { RequestOutput } from '../../../../shared/ipc/contract';
import { keepEverything } from '../../../before-close';
import { bridge } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount, formatSize } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { Truncated } from '../../../components/truncated';
import { useAsked } from '../../../components/use-asked';
import { useAttempt } from '../../../components/use-attempt';
import styles from '../settings-screen.module.css';
import { ChoiceLine } from './choice-line';
import { type ChosenBackup, RestoreDialog } from './restore-dialog';
import { SettingsSection } from './settings-section';

type BackedUp = Extract<RequestOutput<'settings:back-up'>, { kind: 'saved' }>;

/** Where runs and drafts are kept, and how to take them elsewhere. */
export function DataSettings() {
  const { asked } = useAsked(useCallback(() => bridge.ask('settings:get-data-folder', {}), []));
  const { isAtWork, failure, clearFailure, attempt } = useAttempt();
  const [saved, setSaved] = useState<BackedUp | null>(null);
  const [chosen, setChosen] = useState<ChosenBackup | null>(null);

  const backUp = () =>
    attempt(async () => {
      setSaved(null);
      // The batch in hand, too, as it is now.
      await keepEverything();
      const answer = await bridge.ask('settings:back-up', {});
      if (answer.kind === 'saved') setSaved(answer);
    });
  const choose = () =>
    attempt(async () => {
      setSaved(null);
      const answer = await bridge.ask('settings:choose-backup', {});
      if (answer.kind === 'chosen') setChosen(answer);
    });
  const restore = () =>
    attempt(async () => {
      if (chosen !== null) await bridge.ask('settings:restore', { restoreId: chosen.restoreId });
    }).finally(() => setChosen(null));

  return (
    <SettingsSection part="data" title="Data folder">
      <ChoiceLine
        title="Runs, drafts and settings"
        sentence={<Truncated text={asked.kind === 'ready' ? asked.value.path : '…'} cut="middle" />}
      >
        <Button onClick={() => attempt(async () => void (await bridge.ask('settings:open-data-folder', {})))}>
          Open folder
        </Button>
      </ChoiceLine>
      <ChoiceLine
        title="Back up"
        sentence="Runs, drafts with their files, remembered columns and settings in one file. Keys are not in it. Keep it as safe as the sheets themselves: it holds the people."
      >
        <Button disabled={isAtWork} onClick={backUp}>
          Back up to a file
        </Button>
      </ChoiceLine>
      <ChoiceLine
        title="Restore"
        sentence="You see what the file holds before anything changes. The present data is kept aside in the data folder."
      >
        <Button disabled={isAtWork} onClick={choose}>
          Choose a backup
        </Button>
      </ChoiceLine>
      {failure && <ErrorPanel failure={failure} onClose={clearFailure} />}
      <div className={styles.said}>
        {saved && (
          <MessageBox
            tone="done"
            announce="polite"
            end={
              <Button
                size="xs"
                onClick={() =>
                  attempt(
                    async () => void (await bridge.ask('results:show-in-folder', { savedId: saved.savedId })),
                  )
                }
              >
                Show in folder
              </Button>
            }
          >
            Saved {saved.fileName}: {formatCount(saved.contents.runCount, 'run')} and{' '}
            {formatCount(saved.contents.draftCount, 'draft')}, {formatSize(saved.contents.sizeBytes)}.
          </MessageBox>
        )}
      </div>
      <RestoreDialog chosen={chosen} onRestore={restore} onClose={() => setChosen(null)} />
    </SettingsSection>
  );
}
