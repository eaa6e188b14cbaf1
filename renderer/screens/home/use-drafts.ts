import { useCallback, useEffect } from 'react';
import type { DraftSummary } from '../../../shared/drafts/draft';
import { bridge } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

const readDrafts = async (): Promise<readonly DraftSummary[]> => (await bridge.ask('drafts:list', {})).drafts;

/** The drafts, newest first, kept up to date while they are worked on. */
export function useDrafts(): {
  readonly asked: Asked<readonly DraftSummary[]>;
  readonly askAgain: () => void;
} {
  const { asked, askAgain } = useAsked(useCallback(readDrafts, []));
  useEffect(() => bridge.listen('drafts:changed', askAgain), [askAgain]);
  return { asked, askAgain };
}
