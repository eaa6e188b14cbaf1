import { useCallback } from 'react';
import type { Inspection } from '../../../shared/batches/ready-batch';
import { bridge } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

/** What a look at the world says about these batches now; asked when it is opened, and again where links are to be looked at. */
export function useInspections(
  batchIds: readonly string[],
  looksAtLinks: boolean,
): { readonly asked: Asked<readonly Inspection[]>; readonly askAgain: () => void } {
  const content = JSON.stringify({ batchIds, looksAtLinks });
  return useAsked(
    useCallback(async (): Promise<readonly Inspection[]> => {
      const input = JSON.parse(content) as { batchIds: string[]; looksAtLinks: boolean };
      return (await bridge.ask('queue:inspect', input)).inspections;
    }, [content]),
  );
}
