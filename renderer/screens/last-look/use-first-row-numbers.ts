import { useEffect, useState } from 'react';
import { useNewBatch } from '../new-batch/use-new-batch';
import { firstRowsCount } from './last-look-words';

/** The rows, as Excel numbers them, that are sent to first; empty until they are known. `revision` is that of the check. */
export function useFirstRowNumbers(revision: number): readonly number[] {
  const { sheet } = useNewBatch();
  const [known, setKnown] = useState<{ readonly revision: number; readonly rows: readonly number[] } | null>(
    null,
  );
  useEffect(() => {
    let isWanted = true;
    sheet.ask('firstSentRowNumbers', firstRowsCount).then(
      (rows) => isWanted && setKnown({ revision, rows }),
      // Without the numbers the sentence says "the first 3".
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [sheet, revision]);
  return known?.revision === revision ? known.rows : [];
}
