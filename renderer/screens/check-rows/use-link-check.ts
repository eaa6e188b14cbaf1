import { useCallback, useEffect, useRef, useState } from 'react';
import { maxLinksPerCheck } from '../../../shared/ipc/contract';
import type { CheckedLink, NotCheckedReason } from '../../../shared/operations/link-outcome';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { useOnline } from '../../components/use-online';
import type { LinkCounts } from '../../worker/session-types';
import { useNewBatch } from '../new-batch/use-new-batch';

interface LinkCheck {
  /** Null while they are counted. */
  readonly counts: LinkCounts | null;
  /** How far a check is; null while none goes on. */
  readonly progress: { readonly settledCount: number; readonly totalCount: number } | null;
  /** Why some were not looked at in the last check. */
  readonly notChecked: NotCheckedReason | null;
  readonly isOffline: boolean;
  readonly failure: BridgeFailure | null;
  readonly start: (isAgain: boolean) => void;
  readonly stop: () => void;
}

/** Then nothing more is asked: it would come to the same for every link. */
const endsCheck: ReadonlySet<NotCheckedReason> = new Set(['stopped', 'offline', 'proxy']);

function firstNotChecked(checked: readonly CheckedLink[]): NotCheckedReason | null {
  for (const { outcome } of checked) if (outcome.kind === 'not-checked') return outcome.why;
  return null;
}

/** Looks at the CV links when asked to, part by part; after that a link that is changed is looked at by itself. */
export function useLinkCheck(revision: number): LinkCheck {
  const { sheet, tell } = useNewBatch();
  const isOffline = useOnline().kind === 'offline';
  const [counts, setCounts] = useState<LinkCounts | null>(null);
  const [progress, setProgress] = useState<LinkCheck['progress']>(null);
  const [notChecked, setNotChecked] = useState<NotCheckedReason | null>(null);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  /** The check that goes on, and whether it was stopped. */
  const going = useRef<{ checkId: string; isStopped: boolean } | null>(null);
  const [isFollowing, setIsFollowing] = useState(false);

  /** Of the newest revision that was counted; an answer about an older one comes too late. */
  const counted = useRef(revision);
  const count = useCallback(
    async (ofRevision: number) => {
      const found = await sheet.ask('linkCounts');
      if (ofRevision < counted.current) return;
      counted.current = ofRevision;
      setCounts(found);
    },
    [sheet],
  );

  const stop = useCallback(() => {
    if (going.current === null) return;
    going.current.isStopped = true;
    bridge.ask('links:stop', { checkId: going.current.checkId }).catch(() => undefined);
  }, []);

  const look = useCallback(
    async (mine: { readonly checkId: string; isStopped: boolean }, isAgain: boolean) => {
      let settledBefore = 0;
      let why: NotCheckedReason | null = null;
      const { toCheck: totalCount } = await sheet.ask('beginLinkCheck', isAgain);
      const endListening = bridge.listen('links:checked', ({ checkId, settledCount }) => {
        if (checkId === mine.checkId)
          setProgress({ settledCount: Math.min(totalCount, settledBefore + settledCount), totalCount });
      });
      try {
        setProgress({ settledCount: 0, totalCount });
        while (!mine.isStopped) {
          const links = await sheet.ask('linksToCheck', maxLinksPerCheck);
          if (links.length === 0 || mine.isStopped) break;
          const { checked } = await bridge.ask('links:check', { checkId: mine.checkId, links, isAgain });
          await sheet.ask('addCheckedLinks', checked);
          settledBefore += links.length;
          setProgress({ settledCount: Math.min(totalCount, settledBefore), totalCount });
          why = firstNotChecked(checked) ?? why;
          if (why !== null && endsCheck.has(why)) break;
        }
        return mine.isStopped ? 'stopped' : why;
      } finally {
        endListening();
        if (settledBefore > 0) tell({ kind: 'checked', check: await sheet.ask('check') });
      }
    },
    [sheet, tell],
  );

  const start = useCallback(
    async (isAgain: boolean) => {
      if (going.current !== null) return;
      const mine = { checkId: String(Date.now()), isStopped: false };
      going.current = mine;
      setFailure(null);
      try {
        const why = await look(mine, isAgain);
        setNotChecked(why);
        setIsFollowing(why === null);
      } catch (thrown) {
        setFailure(toBridgeFailure(thrown));
        setIsFollowing(false);
      } finally {
        going.current = null;
        setProgress(null);
        await count(counted.current).catch(() => undefined);
      }
    },
    [look, count],
  );

  useEffect(() => {
    count(revision).catch(() => undefined);
  }, [count, revision]);

  useEffect(() => {
    if (isFollowing && counts !== null && counts.toCheck > 0 && !isOffline) void start(false);
  }, [isFollowing, counts, isOffline, start]);

  useEffect(() => stop, [stop]);

  return { counts, progress, notChecked, isOffline, failure, start: (isAgain) => void start(isAgain), stop };
}
