import { MantineProvider } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { bridge } from './bridge';
import { ClosingNote } from './components/closing-note';
import { FailureBoundary } from './components/failure-boundary';
import type { NewBatchOpens, Screen } from './components/screen';
import { Shell } from './components/shell/shell';
import { type BatchInHand, BatchInHandContext, NavigateContext } from './components/use-navigate';
import { useOpenedBatchFile } from './components/use-opened-batch-file';
import { QueueProvider } from './components/use-queue';
import { SettingsProvider, useSettings } from './components/use-settings';
import { WorkspacesProvider } from './components/use-workspaces';
import { BatchesScreen } from './screens/batches/batches-screen';
import { ConnectScreen } from './screens/connect/connect-screen';
import { HomeScreen } from './screens/home/home-screen';
import { NewBatchScreen } from './screens/new-batch/new-batch-screen';
import { PipelineScreen } from './screens/pipeline/pipeline-screen';
import { RunScreen } from './screens/run/run-screen';
import { RunsScreen } from './screens/runs/runs-screen';
import { SettingsScreen } from './screens/settings/settings-screen';
import { UnsureScreen } from './screens/unsure/unsure-screen';
import { theme, themeVariables } from './styles/theme';

/** The batch in hand outlives a look at another screen; `ordinal` makes the next one start from nothing. */
type BatchOnScreen = {
  readonly ordinal: number;
  readonly opens: NewBatchOpens;
  readonly draftId: string | null;
} | null;

function CurrentScreen({ screen }: { readonly screen: Exclude<Screen, { kind: 'new-batch' }> }) {
  switch (screen.kind) {
    case 'home':
      return <HomeScreen />;
    case 'connect':
      return (
        <ConnectScreen
          key={screen.replacesWorkspaceId}
          replacesWorkspaceId={screen.replacesWorkspaceId}
          returnsToRunId={screen.returnsToRunId}
        />
      );
    case 'run':
      return <RunScreen key={screen.runId} runId={screen.runId} hasNewKey={screen.hasNewKey} />;
    case 'unsure':
      return <UnsureScreen key={screen.runId} runId={screen.runId} />;
    case 'pipeline':
      return <PipelineScreen />;
    case 'batches':
      return <BatchesScreen />;
    case 'runs':
      return <RunsScreen deletedRunId={screen.deletedRunId} />;
    case 'settings':
      return <SettingsScreen />;
  }
}

function toBatch(ordinal: number, opens: NewBatchOpens): NonNullable<BatchOnScreen> {
  return { ordinal, opens, draftId: typeof opens === 'object' && 'draftId' in opens ? opens.draftId : null };
}

/** Picks the screen from one union. A batch in hand stays mounted, hidden, until it is sent or left. */
function Screens({ initialScreen }: { readonly initialScreen: Screen }) {
  const [screen, setScreen] = useState<Screen>(initialScreen);
  const [batch, setBatch] = useState<BatchOnScreen>(
    initialScreen.kind === 'new-batch' ? toBatch(0, initialScreen.opens) : null,
  );

  const navigate = useCallback((next: Screen) => {
    setScreen(next);
    if (next.kind !== 'new-batch') return;
    setBatch((before) => {
      if (before !== null && next.opens === 'nothing') return before;
      const batch = toBatch((before?.ordinal ?? 0) + 1, next.opens);
      return before !== null && batch.draftId !== null && batch.draftId === before.draftId ? before : batch;
    });
  }, []);
  useOpenedBatchFile(navigate);
  // Dates and numbers are drawn again when somebody sets another region for them.
  useSettings();
  useEffect(
    () => bridge.listen('app:run-asked', ({ runId }) => navigate({ kind: 'run', runId })),
    [navigate],
  );
  useEffect(() => bridge.listen('app:batches-asked', () => navigate({ kind: 'batches' })), [navigate]);
  const leaveBatch = useCallback((next: Screen) => {
    setBatch(null);
    setScreen(next);
  }, []);
  const onKept = useCallback(
    (draftId: string) => setBatch((before) => (before === null ? null : { ...before, draftId })),
    [],
  );
  const onKeptReady = useCallback(() => leaveBatch({ kind: 'batches' }), [leaveBatch]);
  const draftId = batch?.draftId ?? null;
  const hasBatch = batch !== null;
  const inHand = useMemo<BatchInHand | null>(
    () => (hasBatch ? { draftId, putAway: () => setBatch(null) } : null),
    [hasBatch, draftId],
  );

  return (
    <NavigateContext.Provider value={navigate}>
      <BatchInHandContext.Provider value={inHand}>
        <Shell screen={screen}>
          {batch !== null && (
            <div hidden={screen.kind !== 'new-batch'} style={{ height: '100%' }}>
              <FailureBoundary>
                <NewBatchScreen
                  key={batch.ordinal}
                  opens={batch.opens}
                  onKept={onKept}
                  onStarted={(runId) => leaveBatch({ kind: 'run', runId })}
                  onKeptReady={onKeptReady}
                  onLeave={() => leaveBatch({ kind: 'home' })}
                />
              </FailureBoundary>
            </div>
          )}
          {screen.kind !== 'new-batch' && (
            <FailureBoundary key={screen.kind}>
              <CurrentScreen screen={screen} />
            </FailureBoundary>
          )}
        </Shell>
      </BatchInHandContext.Provider>
    </NavigateContext.Provider>
  );
}

/** The whole window. `initialScreen` is where it opens: the first screen, unless somebody wants to look at another. */
export function App({ initialScreen = { kind: 'home' } }: { readonly initialScreen?: Screen }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} defaultColorScheme="auto">
      <SettingsProvider>
        <WorkspacesProvider>
          <QueueProvider>
            <Screens initialScreen={initialScreen} />
            <ClosingNote />
          </QueueProvider>
        </WorkspacesProvider>
      </SettingsProvider>
    </MantineProvider>
  );
}
