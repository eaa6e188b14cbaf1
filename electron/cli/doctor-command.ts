// doctor: whether the run history is whole, Flowmingo can be reached, and keys can be kept. Changes nothing and sends no request.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../shared/errors/app-error';
import { toSentence } from '../../shared/errors/codes';
import { timeLimitBounds } from '../../shared/settings/app-settings';
import type { KeychainTest, NetworkTest } from '../../shared/settings/settings-channels';
import { baseUrls } from '../../shared/workspaces/workspace';
import { toDataDir } from '../context/data-dir';
import { toBaseUrl } from '../flowmingo/base-url';
import { openKeyStore } from '../keys/os-key-store';
import { testKeyStore } from '../keys/test-key-store';
import { createEnvProxy } from '../network/env-proxy';
import { testConnection } from '../network/test-connection';
import { readTrustedCertificates } from '../network/trusted-certificates';
import { ledgerFileName } from '../store/database';
import { inspectLedger } from '../store/inspect-ledger';
import { takeLedgerLock } from '../store/ledger-lock';
import { toLoopbackUrl } from './cli-context';
import type { CliIo } from './cli-io';
import type { CommandForm, CommandWords } from './parse-arguments';

export const doctorForm: CommandForm = { name: 'doctor', operands: [], flags: { json: 'switch' } };

export const doctorHelp = `doctor [--json]

Looks at the run history, opens one connection to Flowmingo the way a run would, and writes, reads and deletes a made-up
entry in the keychain. No key and no request is sent. Ends with 1 where something is not well.`;

interface LedgerTest {
  readonly isWell: boolean;
  readonly sentence: string;
}

/** @throws CliRefusal for an address in FLOWMINGO_BASE_URL that is not this computer's. */
export async function doctorCommand(words: CommandWords, io: CliIo): Promise<number> {
  const loopbackUrl = toLoopbackUrl(io.env.FLOWMINGO_BASE_URL);
  const ledger = testLedger(toDataDir(io));
  const address = new URL(toBaseUrl('production', loopbackUrl) ?? baseUrls.production);
  const network = await testConnection(
    address,
    {
      resolveProxy: createEnvProxy(io.env),
      readCertificates: () => readTrustedCertificates({ extraFile: io.env.NODE_EXTRA_CA_CERTS }),
    },
    timeLimitBounds.connect.usual * 1000,
  );
  const keychain = await testKeyStore(await openKeyStore());
  const isWell = ledger.isWell && network.outcome.kind === 'connected' && keychain.kind === 'works';
  if (words.has('json')) io.print(JSON.stringify({ isWell, ledger, network, keychain }));
  else for (const line of [ledger.sentence, toNetworkText(network), toKeychainText(keychain)]) io.print(line);
  return isWell ? 0 : 1;
}

/** Only where nobody writes: a log that is being written looks like a damaged one. */
function testLedger(dataDir: string): LedgerTest {
  const file = path.join(dataDir, ledgerFileName);
  if (!existsSync(file)) return { isWell: true, sentence: `Run history: none yet in ${dataDir}.` };
  try {
    const lock = takeLedgerLock(dataDir);
    try {
      inspectLedger(file, dataDir, true);
    } finally {
      lock.release();
    }
    return { isWell: true, sentence: `Run history: whole, in ${dataDir}.` };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { isWell: false, sentence: `Run history: ${toSentence(error.code, error.params)}` };
  }
}

function toNetworkText({ origin, routes, outcome }: NetworkTest): string {
  const ways = routes.map((route) => (route.kind === 'direct' ? 'straight' : `through ${route.name}`));
  const way = ways.length === 0 ? '' : ` The way: ${ways.join(', else ')}.`;
  return outcome.kind === 'connected'
    ? `Network: ${origin} can be reached, in ${outcome.tookMs} ms${outcome.tls === null ? '' : `, certificate by ${outcome.tls.issuer}`}.${way}`
    : `Network: ${origin} cannot be reached (${outcome.why}: ${outcome.detail}).${way}`;
}

function toKeychainText(test: KeychainTest): string {
  switch (test.kind) {
    case 'works':
      return `Keychain: the ${test.keychain} works.`;
    case 'session-only':
      return 'Keychain: there is none that can be used here. Give the key with FLOWMINGO_API_KEY.';
    case 'failed':
      return `Keychain: the ${test.keychain} failed at “${test.step}”.`;
  }
}
