import { useDebouncedValue } from '@mantine/hooks';
import { useCallback } from 'react';
import type { RequestOutput } from '../../../shared/ipc/contract';
import type { InviteOrder } from '../../../shared/operations/invite-target';
import type { RunSettings } from '../../../shared/runs/run-settings';
import { bridge } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

/** Numbers that are being typed are not asked about one by one. */
const restMs = 300;

interface CheckInput {
  readonly workspaceId: string;
  /** Null where it is not whole: then nothing is asked. */
  readonly order: InviteOrder | null;
  readonly peopleCount: number;
  readonly settings: RunSettings;
  readonly isOffline: boolean;
}

type StartCheck = RequestOutput<'batches:check-start'>;

/** What would be checked at the start, asked when the step opens and whenever the order changes. Null where it is not asked. */
export function useCheckStart({ workspaceId, order, peopleCount, settings, isOffline }: CheckInput): {
  readonly asked: Asked<StartCheck | null>;
  readonly askAgain: () => void;
} {
  const [content] = useDebouncedValue(
    JSON.stringify(
      order === null || isOffline
        ? null
        : { workspaceId, work: { operation: 'invite', order }, peopleCount, settings },
    ),
    restMs,
  );
  return useAsked(
    useCallback(async (): Promise<StartCheck | null> => {
      const input = JSON.parse(content) as Parameters<typeof bridge.ask<'batches:check-start'>>[1] | null;
      return input === null ? null : bridge.ask('batches:check-start', input);
    }, [content]),
  );
}
