// Which routes lead to an address. This computer's own are always reached straight, so that practice needs no network.
import { isLoopbackUrl } from '../flowmingo/base-url';
import { ConnectionFailure } from './connection-failure';
import { directRoute, type ProxyRoute, type ResolveProxy } from './proxy-route';

/** 60 s: a proxy script is not run for every request, and a change of network is noticed within a minute. */
const keptForMs = 60_000;

/** Rejects with a ConnectionFailure where the routes cannot be told. */
export type FindRoutes = (url: URL) => Promise<readonly ProxyRoute[]>;

/** Asks `resolveProxy` at most once a minute for each origin; a failure is not kept. Without one, everything goes straight. */
export function createRouteFinder(
  resolveProxy: ResolveProxy | undefined,
  nowMs: () => number = Date.now,
): FindRoutes {
  const kept = new Map<string, { readonly askedAtMs: number; readonly routes: ReturnType<FindRoutes> }>();
  return (url) => {
    if (resolveProxy === undefined || isLoopbackUrl(url.origin)) return Promise.resolve([directRoute]);
    const known = kept.get(url.origin);
    const ageMs = nowMs() - (known?.askedAtMs ?? 0);
    if (known !== undefined && ageMs >= 0 && ageMs < keptForMs) return known.routes;
    const routes = askFor(resolveProxy, url);
    kept.set(url.origin, { askedAtMs: nowMs(), routes });
    routes.catch(() => {
      if (kept.get(url.origin)?.routes === routes) kept.delete(url.origin);
    });
    return routes;
  };
}

async function askFor(resolveProxy: ResolveProxy, url: URL): ReturnType<FindRoutes> {
  let routes: readonly ProxyRoute[] = [];
  try {
    routes = await resolveProxy(url);
  } catch (error) {
    if (error instanceof ConnectionFailure) throw error;
  }
  if (routes.length > 0) return routes;
  throw new ConnectionFailure('proxy', 'The proxy settings of this computer could not be read.', true);
}
