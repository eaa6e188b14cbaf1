import type { KeychainTest, NetworkTest } from '../../../shared/settings/settings-channels';
import type { MessageTone } from '../../components/message-box';

interface Words {
  readonly tone: MessageTone;
  readonly title: string;
}

/** "Flowmingo can be reached, in 84 ms, over TLSv1.3." and what it came to otherwise. */
export function networkWords({ origin, outcome }: NetworkTest): Words {
  const host = new URL(origin).host;
  if (outcome.kind === 'connected')
    return {
      tone: 'done',
      title:
        outcome.tls === null
          ? `${host} on this computer can be reached.`
          : `${host} can be reached, in ${outcome.tookMs} ms.`,
    };
  switch (outcome.why) {
    case 'network':
      return { tone: 'refused', title: `${host} cannot be reached. Check the network (${outcome.detail}).` };
    case 'not-trusted':
      return {
        tone: 'refused',
        title: `What answers as ${host} cannot prove it (${outcome.detail}). No key is sent to it. Ask your IT department for the certificate of this network.`,
      };
    case 'proxy':
      return {
        tone: 'refused',
        title: `${outcome.detail} Ask your IT department about the proxy.`,
      };
  }
}

/** "Way: the proxy proxy.example.com:8080, then straight. Certificate by Example Trust CA, TLSv1.3." */
export function routeWords({ routes, outcome }: NetworkTest): string {
  const ways = routes.map((route) =>
    route.kind === 'direct'
      ? 'straight, without a proxy'
      : `through the proxy ${route.name} (${route.protocol})`,
  );
  const way = ways.length === 0 ? '' : `The way: ${ways.join(', else ')}.`;
  const tls = outcome.kind === 'connected' ? outcome.tls : null;
  return tls === null ? way : `${way} Certificate by ${tls.issuer}, ${tls.protocol}.`;
}

const failedSteps = {
  write: 'did not take the entry',
  read: 'did not give the entry back',
  compare: 'gave something else back',
  delete: 'did not delete the entry',
} as const;

/** What the test of the keychain came to. */
export function keychainWords(test: KeychainTest): Words {
  switch (test.kind) {
    case 'works':
      return { tone: 'done', title: `The ${test.keychain} works, in ${test.tookMs} ms.` };
    case 'session-only':
      return {
        tone: 'warning',
        title:
          'This computer has no keychain that we can use. Keys are kept in memory until the app closes, and pasted again next time.',
      };
    case 'failed':
      return {
        tone: 'refused',
        title: `The ${test.keychain} ${failedSteps[test.step]}. Unlock it, and test again.`,
      };
  }
}
