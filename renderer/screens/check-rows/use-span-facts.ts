import { useEffect, useState } from 'react';
import type { CellRange } from '../../components/data-grid/data-grid-types';
import type { SpanFacts } from '../../worker/cell-span';
import { useNewBatch } from '../new-batch/use-new-batch';
import { toSpan } from './use-grid-edits';

/** While cells are being chosen nothing is counted. */
const countAfterMs = 150;

/** Whether more than a single cell is chosen. */
export function isManyCells({ fromRow, toRow, columnIds }: CellRange): boolean {
  return toRow - fromRow > 1 || columnIds.length > 1;
}

/** What could be done to the chosen rows; null until it is known. */
export function useSpanFacts(range: CellRange | null, revision: number): SpanFacts | null {
  const { sheet } = useNewBatch();
  const [known, setKnown] = useState<{ readonly range: CellRange; readonly facts: SpanFacts } | null>(null);

  useEffect(() => {
    if (range === null) return;
    let isOver = false;
    // A change counts too: the same cells may offer something else then.
    void revision;
    const timer = setTimeout(() => {
      sheet.ask('spanFacts', toSpan(range)).then(
        (facts) => {
          if (!isOver) setKnown({ range, facts });
        },
        () => undefined,
      );
    }, countAfterMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [sheet, range, revision]);

  return range !== null && known?.range === range ? known.facts : null;
}
