// Follows one link to its end: HEAD first, a GET for the first bytes where that does not tell, every redirect judged like a link of its own.
// Never goes to an address without https, nor to one that is not public.
import type { LinkOutcome } from '../../shared/operations/link-outcome';
import { publicHostOf } from '../../shared/operations/public-host';
import { judgeAnswer, judgeFailure, judgeHead, judgeRedirect, redirectOf } from './judge-answer';
import type { OpenLinkConnection } from './link-connection';
import { askLink, type LinkAnswer, type LinkFailure, type LinkRequest } from './link-request';

export interface VisitLimits {
  /** For one link with all its redirects; waits for a turn at a host do not count. */
  readonly linkMs: number;
  /** Of that for the answer to one HEAD: some sites never answer one. */
  readonly headMs: number;
  readonly maxRedirects: number;
}

/** 10 s: Flowmingo itself would hardly wait longer. Five redirects: a short link and a share need three. */
export const visitLimits: VisitLimits = { linkMs: 10_000, headMs: 5_000, maxRedirects: 5 };

export interface Visit {
  readonly open: OpenLinkConnection;
  readonly limits: VisitLimits;
  readonly signal: AbortSignal;
  /** Runs the request when its host has room for one more. */
  readonly inTurn: <Value>(host: string, request: () => Promise<Value>) => Promise<Value>;
  /** Whether this computer has a network at all. */
  readonly isOnline: () => boolean;
}

/** What a link comes to. Never rejects. */
export async function visitLink(link: string, visit: Visit): Promise<LinkOutcome> {
  let leftMs = visit.limits.linkMs;
  const ask = (method: LinkRequest['method'], url: URL) =>
    visit.inTurn(url.hostname, async () => {
      const startedAtMs = performance.now();
      const limitMs = Math.max(1, leftMs);
      const answerMs = method === 'HEAD' ? Math.min(limitMs, visit.limits.headMs) : limitMs;
      const answer = await askLink(visit.open, { method, url, limitMs, answerMs, signal: visit.signal });
      leftMs -= performance.now() - startedAtMs;
      return answer;
    });

  let url = new URL(link);
  for (let redirects = 0; redirects <= visit.limits.maxRedirects; redirects++) {
    if (url.protocol !== 'https:') return { kind: 'no-answer', why: 'not-https', status: null };
    if (publicHostOf(url.href) === null) return { kind: 'no-answer', why: 'private', status: null };
    const step = await takeStep(url, ask, visit);
    if (step.kind !== 'redirect') return step;
    url = step.to;
  }
  return { kind: 'no-answer', why: 'too-many-redirects', status: null };
}

type Ask = (method: LinkRequest['method'], url: URL) => Promise<LinkAnswer | LinkFailure>;

/** Asks one address: what the link comes to there, or where it leads on to. */
async function takeStep(
  url: URL,
  ask: Ask,
  { isOnline }: Visit,
): Promise<LinkOutcome | { readonly kind: 'redirect'; readonly to: URL }> {
  for (const method of ['HEAD', 'GET'] as const) {
    const answer = await ask(method, url);
    if (answer.kind === 'failed') {
      if (method === 'HEAD' && !answer.isBefore && answer.why !== 'stopped') continue;
      return judgeFailure(answer, isOnline());
    }
    const to = redirectOf(answer, url);
    if (to !== null) return judgeRedirect(to) ?? { kind: 'redirect', to };
    const outcome = method === 'HEAD' ? judgeHead(answer) : judgeAnswer(answer, url);
    if (outcome !== null) return outcome;
  }
  return { kind: 'no-answer', why: 'cut-off', status: null };
}
