// Where results are to be written: looked at before anything is sent, so that a run does not end without a place for them.
import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { formatOfFileName, type ResultsFormat } from '../workbooks/write-results';
import { CliRefusal } from './cli-refusal';

export interface ResultsPlace {
  /** As it was typed. */
  readonly path: string;
  readonly format: ResultsFormat;
}

/** @throws CliRefusal where the ending is no format, the folder cannot be written, or the place is the recruiter's own file. */
export async function checkResultsPlace(
  flag: string,
  filePath: string,
  sourcePath: string | null,
): Promise<ResultsPlace> {
  const format = formatOfFileName(filePath);
  if (format === null)
    throw new CliRefusal(`--${flag} takes a file that ends in .xlsx or .csv. Nothing was done.`);
  await needWritableFolder(path.dirname(path.resolve(filePath)));
  if (await isFolder(filePath))
    throw new CliRefusal(`${filePath} is a folder. Nothing was done. Name a file for --${flag}.`);
  if (sourcePath !== null && (await isSameFile(filePath, sourcePath))) {
    throw new CliRefusal(
      `--${flag} names the file with the people itself. Nothing was done. Choose another name, so that your file stays as it is.`,
    );
  }
  return { path: filePath, format };
}

/** The place for a copy of `sourcePath`; null where that is the app's own. @throws CliRefusal as above, but any ending will do. */
export async function checkCopyPlace(filePath: string, sourcePath: string | null): Promise<void> {
  await needWritableFolder(path.dirname(path.resolve(filePath)));
  if (await isFolder(filePath))
    throw new CliRefusal(`${filePath} is a folder. Nothing was done. Name a file for --out.`);
  if (sourcePath !== null && (await isSameFile(filePath, sourcePath)))
    throw new CliRefusal(
      '--out and --into name the same file. Nothing was done. Choose another name, so that your file stays as it is.',
    );
}

/** @throws CliRefusal where the folder is not there or takes no files. */
export async function needWritableFolder(folder: string): Promise<void> {
  await access(folder, constants.W_OK).catch(() => {
    throw new CliRefusal(
      `Results cannot be written to ${folder}: the folder is not there, or writing is not allowed. Nothing was done.`,
    );
  });
}

async function isFolder(filePath: string): Promise<boolean> {
  return await stat(filePath).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [oneReal, otherReal] = await Promise.all(
    [one, other].map((filePath) => realpath(filePath).catch(() => null)),
  );
  return oneReal !== null && oneReal === otherReal;
}
