// A sheet in hand as a batch: the pipeline is read for it once, and every change of a row is looked at against that, unless it names
// a project that was not read. Sends nothing.
import { type PreparedSheet, prepareAgainst, readWorldOf, type SheetParts, toIsAsked } from './prepare-sheet';
import type { SheetInHand } from './sheets-in-hand';

/** What was prepared of it before is dropped, unless something came of it. @throws AppError where the pipeline cannot be read. */
export async function prepareInHand(parts: SheetParts, inHand: SheetInHand): Promise<PreparedSheet> {
  const { sheet, rows } = inHand;
  const isAsked = toIsAsked(rows, sheet.defaults.projectId);
  const wasRead = inHand.world?.titles.every(
    (project) => !isAsked(project) || inHand.world?.projects.has(project.id),
  );
  const world = inHand.world !== null && wasRead ? inHand.world : await readWorldOf(parts, sheet, rows);
  inHand.world = world;
  const prepared = await prepareAgainst(parts, sheet, rows, world);
  if (inHand.batchId !== null) parts.batches.drop(inHand.batchId);
  inHand.batchId = prepared.batchId;
  return prepared;
}
