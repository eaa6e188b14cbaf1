// Looks at CV links when the recruiter has asked for it: a few at a time, each address once a session, stopped at once. Nothing of it goes to
// Flowmingo, and nothing is kept on disk.
import os from 'node:os';
import pLimit, { type LimitFunction } from 'p-limit';
import { type CheckedLink, isCheckableLink, type LinkOutcome } from '../../shared/operations/link-outcome';
import { parseUrl } from '../../shared/operations/parse-url';
import type { NetworkSettings } from '../network/connection-pool';
import { type AddressGuard, publicOnly } from './guarded-lookup';
import { createLinkConnections } from './link-connection';
import { type VisitLimits, visitLimits, visitLink } from './visit-link';

/** Eight at a time: as a browser would, and the resolver's threads are not all taken. Two a host: nobody's site notices. */
const atATime = 8;
const perHost = 2;
/** Two minutes for one call: links that have not had their turn by then are not checked, so that a call always ends. */
const callLimitMs = 120_000;
/** Outcomes kept for the session: some 20 MB at worst. The oldest go first. */
const maxKept = 100_000;

export interface LinkCheckOptions {
  readonly signal: AbortSignal;
  /** Also those that have been looked at before and did not answer well: somebody has mended something. */
  readonly isAgain?: boolean;
  /** What was found longer ago is looked at again. */
  readonly maxAgeMs?: number;
  /** At most so long, where that is less than the two minutes of any call. */
  readonly limitMs?: number;
  readonly onSettled?: (settledCount: number) => void;
}

interface Known {
  readonly outcome: LinkOutcome;
  readonly atMs: number;
}

export interface LinkChecker {
  /** One outcome a link, in their order. Never rejects; what was not looked at says why. */
  check(links: readonly string[], options: LinkCheckOptions): Promise<CheckedLink[]>;
}

export interface LinkCheckerOptions {
  readonly network?: NetworkSettings | undefined;
  /** Which addresses a link may lead to; tests let their own computer in. */
  readonly guard?: AddressGuard;
  readonly limits?: VisitLimits & { readonly callMs: number };
  readonly isOnline?: () => boolean;
}

export function createLinkChecker({
  network = {},
  guard = publicOnly,
  limits = { ...visitLimits, callMs: callLimitMs },
  isOnline = hasNetwork,
}: LinkCheckerOptions = {}): LinkChecker {
  const open = createLinkConnections(network, guard);
  const inLine = pLimit(atATime);
  const hosts = new Map<string, LimitFunction>();
  const known = new Map<string, Known>();

  const inTurn = async <Value>(host: string, request: () => Promise<Value>): Promise<Value> => {
    const line = hosts.get(host) ?? pLimit(perHost);
    hosts.set(host, line);
    try {
      return await line(request);
    } finally {
      if (line.activeCount + line.pendingCount === 0) hosts.delete(host);
    }
  };
  const keep = (address: string, outcome: LinkOutcome) => {
    if (outcome.kind === 'not-checked') return;
    known.delete(address);
    known.set(address, { outcome, atMs: Date.now() });
    const oldest = known.size > maxKept ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
  };

  return {
    async check(links, { signal, isAgain = false, maxAgeMs, limitMs = limits.callMs, onSettled }) {
      const beganAtMs = Date.now();
      const ending = new AbortController();
      const end = ending.signal;
      const endNow = () => ending.abort();
      if (signal.aborted) endNow();
      signal.addEventListener('abort', endNow, { once: true });
      const timer = setTimeout(endNow, Math.min(limitMs, limits.callMs));
      const notChecked = (): LinkOutcome => ({
        kind: 'not-checked',
        why: signal.aborted ? 'stopped' : 'no-time',
      });
      const outcomes = new Map<string, LinkOutcome>();
      let settledCount = 0;
      const look = async (address: string): Promise<LinkOutcome> => {
        const before = known.get(address);
        const isYoung = before !== undefined && beganAtMs - before.atMs <= (maxAgeMs ?? Infinity);
        if (isYoung && (!isAgain || before.outcome.kind === 'answers')) return before.outcome;
        if (!isCheckableLink(address)) return { kind: 'no-answer', why: 'private', status: null };
        if (end.aborted) return notChecked();
        const outcome = await visitLink(address, { open, limits, signal: end, inTurn, isOnline });
        return outcome.kind === 'not-checked' && end.aborted ? notChecked() : outcome;
      };
      await Promise.all(
        takeTurns([...new Set(links.map(toAddress))]).map((address) =>
          inLine(async () => {
            const outcome = await look(address);
            if (outcome !== known.get(address)?.outcome) keep(address, outcome);
            outcomes.set(address, outcome);
            settledCount += 1;
            onSettled?.(settledCount);
          }),
        ),
      );
      clearTimeout(timer);
      signal.removeEventListener('abort', endNow);
      return links.map((link) => ({ link, outcome: outcomes.get(toAddress(link)) ?? notChecked() }));
    },
  };
}

/** What is behind `#` never reaches a site, so it makes no other address. */
function toAddress(link: string): string {
  const url = parseUrl(link);
  if (url === null) return link;
  url.hash = '';
  return url.href;
}

/** The first link of each host, then the second of each: a host with many links keeps nobody else waiting. */
function takeTurns(addresses: readonly string[]): string[] {
  const rounds: string[][] = [];
  const counts = new Map<string, number>();
  for (const address of addresses) {
    const host = parseUrl(address)?.host ?? '';
    const round = counts.get(host) ?? 0;
    counts.set(host, round + 1);
    const others = rounds[round];
    if (others === undefined) rounds.push([address]);
    else others.push(address);
  }
  return rounds.flat();
}

/** A network card that leads anywhere; without one a name that is not found says nothing about the name. */
function hasNetwork(): boolean {
  return Object.values(os.networkInterfaces()).some((cards) => cards?.some(({ internal }) => !internal));
}
