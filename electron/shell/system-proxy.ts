// Asks the system for the way to an address: fixed proxies, a proxy script (PAC) or automatic discovery, as Chromium reads them. It asks in a
// session of its own, in memory, that no page lives in: the window's session has a proxy that leads nowhere.
import { session } from 'electron';
import { toEnvRoute } from '../network/env-proxy';
import { parsePacResult } from '../network/parse-pac-result';
import type { ProxyRoute, ResolveProxy } from '../network/proxy-route';

/** Without `persist:` a partition leaves nothing on the disk. */
const partition = 'system-proxy';

/** Call the resolver when the app is ready, not before. It rejects where the settings cannot be read or name nothing usable. */
export function createSystemProxy(env: Readonly<Record<string, string | undefined>>): ResolveProxy {
  return async (url) => {
    const routes = parsePacResult(await session.fromPartition(partition).resolveProxy(url.origin));
    return routes.map((route) => withCredentials(route, env, url));
  };
}

/** Chromium reads the environment too (Linux) and drops the user name and password that stand there. */
function withCredentials(
  route: ProxyRoute,
  env: Readonly<Record<string, string | undefined>>,
  url: URL,
): ProxyRoute {
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
