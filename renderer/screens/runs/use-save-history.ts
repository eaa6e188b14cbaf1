import type { HistoryFilter, PersonRef } from '../../../shared/history/history';
import { bridge } from '../../bridge';
import { type SaveFile, useSaveFile } from '../../components/use-save-file';

export type SaveHistory = SaveFile<[format: 'xlsx' | 'csv', filter: HistoryFilter, person: PersonRef | null]>;

/** Saves the history, or one person's. */
export function useSaveHistory(): SaveHistory {
  return useSaveFile((format, filter, person) => bridge.ask('history:export', { format, filter, person }));
}
