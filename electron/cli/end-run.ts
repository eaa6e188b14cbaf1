// The end of run, resume and again: the file is written, then the answer is given. A file that cannot be written loses nothing.
import { AppError } from '../../shared/errors/app-error';
import { toSentence } from '../../shared/errors/codes';
import type { RunSummary } from '../../shared/runs/progress';
import type { RunService } from '../runs/run-service';
import { writeResults } from '../workbooks/write-results';
import type { CliIo } from './cli-io';
import type { ResultsPlace } from './results-place';
import { toEndText, toExitCode, toRunJson } from './run-words';

export interface RunEnd {
  readonly runs: RunService;
  readonly summary: RunSummary;
  /** Null where no results were asked for. */
  readonly place: ResultsPlace | null;
  readonly isJson: boolean;
}

/** Writes the results, says what became of the run, and answers the exit code. */
export async function endRun({ runs, summary, place, isJson }: RunEnd, io: CliIo): Promise<number> {
  const say = isJson ? io.say : io.print;
  say(toEndText(summary));
  const written = place === null ? null : await writeRunResults(runs, summary.runId, place, io);
  if (written !== null) say(`Results: ${written}`);
  if (summary.state === 'paused')
    say(`Go on with: resume ${summary.runId}${place === null ? '' : ` --results ${place.path}`}`);
  if (isJson) io.print(JSON.stringify(toRunJson(summary, written)));
  const exitCode = toExitCode(summary);
  // Somebody who waits for the file must not take its absence for success.
  return exitCode === 0 && place !== null && written === null ? 2 : exitCode;
}

async function writeRunResults(
  runs: RunService,
  runId: string,
  place: ResultsPlace,
  io: CliIo,
): Promise<string | null> {
  try {
    await writeResults(place.path, place.format, {
      ...runs.readResults(runId),
      causes: runs.listCauses(runId),
    });
    return place.path;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    io.say(`${toSentence(error.code, error.params)} Write them later with: results ${runId} --out FILE`);
    return null;
  }
}
