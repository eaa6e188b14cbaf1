import type { RequestChannel, RequestOutput } from '../../shared/ipc/contract';
import type { BackupContents } from '../../shared/settings/backup-contents';
import type { settingsChannels } from '../../shared/settings/settings-channels';
import { fakeNowMs } from './fake-runs';

type Channel = Exclude<
  Extract<RequestChannel, keyof typeof settingsChannels>,
  'app:get-settings' | 'app:change-settings'
>;
type Answers = { readonly [Name in Channel]: () => RequestOutput<Name> };

export const fakeContents: BackupContents = {
  madeAtMs: fakeNowMs - 3 * 86_400_000,
  appVersion: '0.1.0',
  runCount: 47,
  newestRunAtMs: fakeNowMs - 3 * 86_400_000 - 3_600_000,
  draftCount: 2,
  workspaceNames: ['Nordwind Talent', 'Practice workspace'],
  sizeBytes: 14_400_000,
};

/** What the settings screen asks beside the settings themselves. */
export function fakeSettings(): Answers {
  return {
    'settings:test-network': () => ({
      origin: 'https://api.flowmingo.ai',
      routes: [{ kind: 'proxy', name: 'proxy.example.com:8080', protocol: 'http' }, { kind: 'direct' }],
      outcome: { kind: 'connected', tookMs: 84, tls: { protocol: 'TLSv1.3', issuer: 'Example Trust CA' } },
    }),
    'settings:test-keychain': () => ({ kind: 'works', keychain: 'Windows Credential Manager', tookMs: 12 }),
    'settings:read-licenses': () => ({
      packages: [
        { name: '@mantine/core', version: '9.8.1', license: 'MIT', text: 'MIT License\n\nCopyright (c) …' },
        { name: 'electron', version: '45.4.1', license: 'MIT', text: '' },
      ],
    }),
    'settings:get-data-folder': () => ({ path: 'C:\\Users\\jana\\AppData\\Roaming\\Flowmingo Batch' }),
    'settings:open-data-folder': () => ({}),
    'settings:back-up': () => ({
      kind: 'saved',
      fileName: 'Flowmingo backup 2026-03-21.flowbackup',
      savedId: 'saved-backup',
      contents: { ...fakeContents, madeAtMs: fakeNowMs },
    }),
    'settings:choose-backup': () => ({
      kind: 'chosen',
      restoreId: 'restore-1',
      fileName: 'Flowmingo backup 2026-03-18.flowbackup',
      contents: fakeContents,
      missingRunCount: 2,
    }),
    'settings:restore': () => ({}),
  };
}
