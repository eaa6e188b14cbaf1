// Where a snapshot is to be written: looked at before anything is read, so that a long reading does not end without a place for it.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { CliRefusal } from './cli-refusal';
import { checkResultsPlace, needWritableFolder } from './results-place';

/** `csv` is a folder with one file for each table. */
export interface SnapshotPlace {
  /** As it was typed. */
  readonly path: string;
  readonly format: 'xlsx' | 'csv';
}

/** @throws CliRefusal where the ending is neither .xlsx nor .csv, or nothing can be written there. */
export async function checkSnapshotPlace(flag: string, place: string): Promise<SnapshotPlace> {
  const folder = place.replace(/[/\\]+$/, '');
  if (!/\.csv$/i.test(folder)) {
    if (!/\.xlsx$/i.test(place))
      throw new CliRefusal(
        `--${flag} takes a workbook that ends in .xlsx, or a folder that ends in .csv. Nothing was done.`,
      );
    return await checkResultsPlace(flag, place, null);
  }
  const found = await stat(folder).catch(() => null);
  if (found?.isFile())
    throw new CliRefusal(
      `${place} is a file, and a folder of CSV files is to be written. Nothing was done. Name another place for --${flag}.`,
    );
  await needWritableFolder(found === null ? path.dirname(path.resolve(folder)) : folder);
  return { path: place, format: 'csv' };
}
