import type { FileSummary } from '../../worker/session-types';

/** "Graduate fair Hanoi 2026" of "Graduate fair Hanoi 2026.xlsx". */
export function toBatchName(fileName: string): string {
  return (
    fileName
      .replace(/\.[^.]{1,5}$/, '')
      .trim()
      .slice(0, 200)
      .trim() || 'Batch'
  );
}

/** What a batch of this file is called: a prepared one has its name already. */
export function batchNameOf({ fileName, handedOver }: Pick<FileSummary, 'fileName' | 'handedOver'>): string {
  return handedOver?.batchName ?? toBatchName(fileName);
}
