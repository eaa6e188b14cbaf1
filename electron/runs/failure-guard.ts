// Sees when a run is going wrong as a whole, so that it stops before it has burnt through a file.
import type { RowResult } from '../operations/operation';

/** So many requests without a clear answer, one after another, are no accident. */
const unknownInARow = 5;
/** So many people refused for one reason, before anybody was accepted, say that the order is wrong and not the people. */
const refusedFromTheStart = 10;

export interface FailureGuard {
  /**
   * Notes what one request came to; answers why the run should pause, or null. `saysNothingNew`: it left before the last failure
   * was known, so that it is part of the same trouble.
   */
  note(
    results: readonly Pick<RowResult, 'event' | 'causeCode' | 'sentence'>[],
    saysNothingNew: boolean,
  ): string | null;
}

/** `isFirstStart`: nothing of this run was answered before, so the refusals from the start are counted. */
export function createFailureGuard(isFirstStart: boolean): FailureGuard {
  let unknownCount = 0;
  let isCountingRefusals = isFirstStart;
  let refusedCount = 0;
  let refusedCause: string | null = null;

  const noteRefusals = (results: Parameters<FailureGuard['note']>[0]): string | null => {
    if (!isCountingRefusals) return null;
    refusedCause ??= results[0]?.causeCode ?? null;
    isCountingRefusals = results.every(
      ({ event, causeCode }) => event === 'answered-refused' && causeCode === refusedCause,
    );
    if (!isCountingRefusals) return null;
    refusedCount += results.length;
    if (refusedCount < refusedFromTheStart) return null;
    isCountingRefusals = false;
    return `The first ${refusedCount} people were all refused for the same reason. ${results[0]?.sentence ?? ''}`.trim();
  };

  return {
    note: (results, saysNothingNew) => {
      const isUnknown = results.every(({ event }) => event === 'answer-lost');
      if (!isUnknown) unknownCount = 0;
      else if (!saysNothingNew) unknownCount += 1;
      if (unknownCount >= unknownInARow) {
        unknownCount = 0;
        return `${unknownInARow} requests in a row came back without a clear answer. ${results[0]?.sentence ?? ''}`.trim();
      }
      return noteRefusals(results);
    },
  };
}
