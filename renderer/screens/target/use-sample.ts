import { useEffect, useState } from 'react';
import type { SampleFilter, SamplePerson } from '../../worker/session-types';
import { useNewBatch } from '../new-batch/use-new-batch';

/** The person at a place among those of a filter; null while it is asked for, and where there is nobody. */
export function useSample(filter: SampleFilter, index: number): SamplePerson | null {
  const { sheet } = useNewBatch();
  const [sample, setSample] = useState<SamplePerson | null>(null);
  useEffect(() => {
    let isWanted = true;
    sheet.ask('samplePerson', filter, index).then(
      (found) => isWanted && setSample(found),
      () => isWanted && setSample(null),
    );
    return () => {
      isWanted = false;
    };
  }, [sheet, filter, index]);
  return sample;
}
