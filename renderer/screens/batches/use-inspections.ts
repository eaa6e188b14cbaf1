import { useCallback } from 'react';
import type { Inspection } from '../../../shared/batches/ready-batch';
import { bridge } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

/** What a look at the world says about these batches now; asked when it is opened. */
export function useInspections(batchIds: readonly string[]): {
  readonly asked: Asked<readonly Inspection[]>;
  readonly askAgain: () => void;
} {
  const content = JSON.stringify(batchIds);
  return useAsked(
    useCallback(async (): Promise<readonly Inspection[]> => {
      const input = { batchIds: JSON.parse(content) as string[] };
      return (await bridge.ask('queue:inspect', input)).inspections;
    }, [content]),
  );
}
