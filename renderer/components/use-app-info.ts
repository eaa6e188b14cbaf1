import { useCallback } from 'react';
import type { RequestOutput } from '../../shared/ipc/contract';
import { bridge } from '../bridge';
import { useAsked } from './use-asked';

type AppInfo = RequestOutput<'app:get-info'>;

/** Version, keychain and start-up notices; null until they are read. Nothing on a screen waits for them. */
export function useAppInfo(): AppInfo | null {
  const { asked } = useAsked(useCallback(() => bridge.ask('app:get-info', {}), []));
  return asked.kind === 'ready' ? asked.value : null;
}
