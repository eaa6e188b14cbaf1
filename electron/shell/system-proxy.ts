// Asks Chromium for the way to an address: the system's fixed proxies, its proxy script (PAC) or automatic discovery. It asks in a session of its
// own, in memory, that no page lives in: the window's session has a proxy that leads nowhere, and must never be asked.
import { app, type ProxyConfig, type Session, session } from 'electron';
import { toEnvRoute } from '../network/env-proxy';
import { parsePacResult } from '../network/parse-pac-result';
import type { ProxyRoute, ResolveProxy } from '../network/proxy-route';

/** Without `persist:` a partition leaves nothing on the disk. */
const partition = 'system-proxy';

type Env = Readonly<Record<string, string | undefined>>;

/** Call the resolver when the app is ready, not before. It rejects where the settings cannot be read or name nothing usable. */
export function createSystemProxy(env: Env): ResolveProxy {
  let own: Promise<Session> | null = null;
  return async (url) => {
    own ??= openSession();
    const routes = parsePacResult(await (await own).resolveProxy(url.origin));
    return routes.map((route) => withCredentials(route, env, url));
  };
}

/** A new session follows the system, but only the default one heeds the start command, so that is passed on. */
async function openSession(): Promise<Session> {
  const own = session.fromPartition(partition);
  // A new session sets out to fetch dictionaries for the spelling, over Chromium's own network, unless it has no language.
  own.setSpellCheckerLanguages([]);
  const ordered = readStartCommand();
  if (ordered !== null) {
    await own.setProxy(ordered);
    await own.forceReloadProxyConfig();
  }
  return own;
}

/** Electron's documented switches for a proxy; null where none is there. */
function readStartCommand(): ProxyConfig | null {
  const { commandLine } = app;
  if (commandLine.hasSwitch('no-proxy-server')) return { mode: 'direct' };
  const pacScript = commandLine.getSwitchValue('proxy-pac-url');
  if (pacScript !== '') return { mode: 'pac_script', pacScript };
  const proxyRules = commandLine.getSwitchValue('proxy-server');
  if (proxyRules === '') return null;
  const proxyBypassRules = commandLine.getSwitchValue('proxy-bypass-list');
  return { mode: 'fixed_servers', proxyRules, proxyBypassRules };
}

/** Chromium reads the environment too (Linux) and drops the user name and password that stand there. */
function withCredentials(route: ProxyRoute, env: Env, url: URL): ProxyRoute {
  if (route.kind === 'direct') return route;
  let named: ProxyRoute;
  try {
    named = toEnvRoute(env, url);
  } catch {
    return route;
  }
  const isSame =
    named.kind === route.kind && named.host === route.host.toLowerCase() && named.port === route.port;
  return isSame ? named : route;
}
