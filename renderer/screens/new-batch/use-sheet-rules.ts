import { useLayoutEffect } from 'react';
import { useSettings } from '../../components/use-settings';
import type { WorkerClient } from '../../worker/worker-client';

/** Tells the worker what is set for all sheets, before anything is opened in it, and again where that changes. */
export function useSheetRules(sheet: WorkerClient): void {
  const { settings } = useSettings();
  const nameOrder = settings?.nameOrder;
  const invitedAgainAfterDays = settings?.invitedAgainAfterDays;
  useLayoutEffect(() => {
    if (nameOrder === undefined || invitedAgainAfterDays === undefined) return;
    sheet.takeRules({ nameOrder, invitedAgainAfterDays });
  }, [sheet, nameOrder, invitedAgainAfterDays]);
}
