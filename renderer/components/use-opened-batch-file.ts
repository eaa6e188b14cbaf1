import { useEffect } from 'react';
import { bridge } from '../bridge';
import type { Screen } from './screen';

/** Opens the batch file that somebody has double-clicked, at the start and later. What is in hand then is kept as a draft. */
export function useOpenedBatchFile(navigate: (screen: Screen) => void): void {
  useEffect(() => {
    const take = () => {
      bridge.ask('handover:take-opened', {}).then(
        ({ file }) => {
          if (file !== null) navigate({ kind: 'new-batch', opens: file });
        },
        // Whoever double-clicks again is answered again.
        () => undefined,
      );
    };
    take();
    return bridge.listen('handover:opened', take);
  }, [navigate]);
}
