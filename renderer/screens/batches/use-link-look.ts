import { useCallback, useEffect } from 'react';
import type { LinkLook } from '../../../shared/batches/ready-batch';
import { bridge } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

/** What a look at the CV links of these batches says; nothing where there are none. It ends when others are asked for, and with the dialog. */
export function useLinkLook(batchIds: readonly string[]): Asked<readonly LinkLook[]> {
  const content = JSON.stringify(batchIds);
  const isNothing = batchIds.length === 0;
  const { asked } = useAsked(
    useCallback(async (): Promise<readonly LinkLook[]> => {
      const input = { batchIds: JSON.parse(content) as string[] };
      return input.batchIds.length === 0 ? [] : (await bridge.ask('queue:look-at-links', input)).looks;
    }, [content]),
  );
  useEffect(() => {
    if (content === '[]') return;
    return () => void bridge.ask('queue:stop-links', {}).catch(() => undefined);
  }, [content]);
  return isNothing ? { kind: 'ready', value: [], isReadingAgain: false } : asked;
}
