// The window's checks of links: one at a time, told about while it goes on, stopped when asked. Starting another stops the one before.
import type { CheckedLink } from '../../shared/operations/link-outcome';
import type { LinkChecker } from './link-checker';

/** Four times a second: what an eye can follow. */
const tellEveryMs = 250;

export interface LinkCheckRequest {
  readonly checkId: string;
  readonly links: readonly string[];
  readonly isAgain: boolean;
}

export interface LinkChecks {
  /** `onProgress`: how many different addresses are settled. The end is the answer itself. */
  check(request: LinkCheckRequest, onProgress: (settledCount: number) => void): Promise<CheckedLink[]>;
  /** Ends that check at once; what it has found is its answer. Nothing where it has ended, or was never begun. */
  stop(checkId: string): void;
  close(): void;
}

export function createLinkChecks(checker: LinkChecker): LinkChecks {
  let going: { readonly checkId: string; readonly end: AbortController } | null = null;
  return {
    async check({ checkId, links, isAgain }, onProgress) {
      going?.end.abort();
      const mine = { checkId, end: new AbortController() };
      going = mine;
      let toldAtMs = 0;
      try {
        return await checker.check(links, {
          signal: mine.end.signal,
          isAgain,
          onSettled: (settledCount) => {
            const nowMs = Date.now();
            if (nowMs - toldAtMs < tellEveryMs || mine.end.signal.aborted) return;
            toldAtMs = nowMs;
            onProgress(settledCount);
          },
        });
      } finally {
        if (going === mine) going = null;
      }
    },
    stop(checkId) {
      if (going?.checkId === checkId) going.end.abort();
    },
    close: () => going?.end.abort(),
  };
}
