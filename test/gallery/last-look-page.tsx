import { MantineProvider } from '@mantine/core';
import { Shell } from '../../renderer/components/shell/shell';
import { SettingsProvider } from '../../renderer/components/use-settings';
import { WorkspacesProvider } from '../../renderer/components/use-workspaces';
import { LastLookStep } from '../../renderer/screens/last-look/last-look-step';
import { theme, themeVariables } from '../../renderer/styles/theme';
import { noTarget } from '../../shared/operations/invite-target';
import { FakeNewBatch, fairCheck, fairOrder } from '../helpers/fake-new-batch';
import { longName, makeWorkspace, practice } from '../helpers/fake-workspaces';

/** The last look at 301 people: as it is (`plain`), in practice, for three people, or with a long name. */
export function LastLookPage({ kind }: { readonly kind: string }) {
  const workspace =
    kind === 'open'
      ? null
      : kind === 'practice'
        ? practice
        : makeWorkspace(kind === 'long-name' ? { name: longName } : {});
  return (
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} defaultColorScheme="auto">
      <SettingsProvider>
        <WorkspacesProvider>
          <Shell screen={{ kind: 'new-batch', opens: 'nothing' }}>
            <div style={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
              <FakeNewBatch
                workspace={workspace}
                {...(kind === 'open' ? { order: { ...fairOrder, target: noTarget, targetLater: true } } : {})}
                check={kind === 'few' ? { ...fairCheck, willBeSent: 3, total: 20 } : fairCheck}
              >
                <LastLookStep />
              </FakeNewBatch>
            </div>
          </Shell>
        </WorkspacesProvider>
      </SettingsProvider>
    </MantineProvider>
  );
}
