import { bridge } from '../../bridge';
import { type SaveFile, useSaveFile } from '../../components/use-save-file';

export type SaveResults = SaveFile<[format: 'xlsx' | 'csv']>;

/** Saves the results of a run. */
export function useSaveResults(runId: string): SaveResults {
  return useSaveFile((format) => bridge.ask('results:save', { runId, format }));
}
