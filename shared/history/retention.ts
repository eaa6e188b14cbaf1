// How long runs are kept, and what is gone with them. A run that has not ended is never among them.
import { z } from 'zod';

/** In months; null for ever. */
export const keptMonths = [24, 12, 6, 3] as const;
export const keepMonthsSchema = z.union(keptMonths.map((months) => z.literal(months))).nullable();
export type KeepMonths = z.infer<typeof keepMonthsSchema>;

export const runsToDeleteSchema = z.strictObject({
  /** The oldest first. */
  runs: z.array(z.strictObject({ runId: z.string(), runNumber: z.number().int() })),
  /** Rows of their batches. */
  people: z.number().int(),
  /** Unknown people about whom nobody has decided. */
  undecided: z.number().int(),
});
export type RunsToDelete = z.infer<typeof runsToDeleteSchema>;

/** The moment before which runs are not kept: as many calendar months ago, by this computer's clock. */
export function toKeptSinceMs(months: NonNullable<KeepMonths>, nowMs: number): number {
  const since = new Date(nowMs);
  const day = since.getDate();
  since.setMonth(since.getMonth() - months);
  // 31 August less six months would be 3 March: the last day of February is meant.
  if (since.getDate() !== day) since.setDate(0);
  return since.getTime();
}
