import { useState } from 'react';
import type { RequestOutput } from '../../shared/ipc/contract';
import { type BridgeFailure, bridge } from '../bridge';
import { useAttempt } from './use-attempt';

type Answer = RequestOutput<'results:save'>;

export interface SaveFile<Choices extends readonly unknown[]> {
  readonly isAtWork: boolean;
  /** What was saved last. */
  readonly saved: Extract<Answer, { kind: 'saved' }> | null;
  readonly failure: BridgeFailure | null;
  readonly save: (...choices: Choices) => Promise<void>;
  readonly showInFolder: () => Promise<void>;
  readonly close: () => void;
}

/** Saves a file where the recruiter says; the path stays in the main process, which `ask` asks. */
export function useSaveFile<Choices extends readonly unknown[]>(
  ask: (...choices: Choices) => Promise<Answer>,
): SaveFile<Choices> {
  const { isAtWork, failure, clearFailure, attempt } = useAttempt();
  const [saved, setSaved] = useState<SaveFile<Choices>['saved']>(null);
  return {
    isAtWork,
    saved,
    failure,
    save: (...choices) =>
      attempt(async () => {
        setSaved(null);
        const answer = await ask(...choices);
        if (answer.kind === 'saved') setSaved(answer);
      }),
    showInFolder: () =>
      attempt(async () => {
        if (saved !== null) await bridge.ask('results:show-in-folder', { savedId: saved.savedId });
      }),
    close: () => {
      setSaved(null);
      clearFailure();
    },
  };
}
