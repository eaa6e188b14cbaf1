import { MantineProvider } from '@mantine/core';
import { Shell } from '../../renderer/components/shell/shell';
import { SettingsProvider } from '../../renderer/components/use-settings';
import { WorkspacesProvider } from '../../renderer/components/use-workspaces';
import { TargetStep } from '../../renderer/screens/target/target-step';
import { theme, themeVariables } from '../../renderer/styles/theme';
import { FakeNewBatch, fairCheck, fairOrder } from '../helpers/fake-new-batch';
import { longName, makeWorkspace } from '../helpers/fake-workspaces';

const messages: Readonly<Record<string, string | null>> = {
  plain: null,
  german:
    '<p>Sehr geehrte Bewerberin, sehr geehrter Bewerber <strong>{{candidate_name}}</strong>,</p><p>vielen Dank für Ihr Interesse an der Stelle {{position_name}} bei {{company_name}}. Rechtsschutzversicherungsgesellschaftsangestelltenverhältnisangelegenheiten klären wir später.</p><ul><li>Dauer: ungefähr zwanzig Minuten</li><li>Wann: <em>wann immer es Ihnen passt</em></li></ul><p>Hier geht es los: <a href="{{interview_link}}">Ihr Interview</a></p>',
  html: '<h2>Hello</h2><p style="color:red">Dear {{first_name}}, this is <a href="http://example.com">ours</a>.</p>',
  long: `<p>Dear {{candidate_name}}, ${'thank you for your interest in all that we do. '.repeat(110)}</p>`,
};

/** The step of target and message, with another message for each `kind`; four people of 301 have no first name. */
export function TargetPage({ kind }: { readonly kind: string }) {
  const workspace = makeWorkspace(kind === 'long' ? { name: longName } : {});
  const order = {
    ...fairOrder,
    message: messages[kind] ?? null,
    ...(kind === 'german' ? { nameFallback: { words: 'und herzlich willkommen', forRows: [] } } : {}),
  };
  return (
    <MantineProvider theme={theme} cssVariablesResolver={themeVariables} defaultColorScheme="auto">
      <SettingsProvider>
        <WorkspacesProvider>
          <Shell screen={{ kind: 'new-batch', opens: 'nothing' }}>
            <div style={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
              <FakeNewBatch workspace={workspace} check={{ ...fairCheck, withoutFirstName: 4 }} order={order}>
                <TargetStep />
              </FakeNewBatch>
            </div>
          </Shell>
        </WorkspacesProvider>
      </SettingsProvider>
    </MantineProvider>
  );
}
