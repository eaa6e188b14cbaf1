// results RUN_ID: writes the results of any run again, as a file of their own or beside the recruiter's rows. Sends nothing and asks no keychain.
import { writeResults } from '../workbooks/write-results';
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { intoCommand } from './into-command';
import type { CommandForm, CommandWords } from './parse-arguments';
import { checkResultsPlace } from './results-place';
import { toRunJson } from './run-words';

export const resultsForm: CommandForm = {
  name: 'results',
  operands: ['RUN_ID'],
  flags: { out: 'value', into: 'value-or-none', json: 'switch' },
};

export const resultsHelp = `results RUN_ID --out OUT.xlsx|OUT.csv [--json]
results RUN_ID --into [FILE] --out COPY [--json]

Writes what happened to each person of a run. Sends nothing.

  --into [FILE]  puts the results as new columns into a copy of FILE: the
                 workbook or text file that the run came from, also sorted,
                 filtered or saved since. Everything else in it stays as it
                 was. Without FILE the app's own copy is taken, where the run
                 was started in the app.`;

/** @throws CliRefusal, AppError `run/not-found`, `run/totals-differ`, `export/failed`, `store/…` */
export async function resultsCommand(words: CommandWords, io: CliIo): Promise<number> {
  const runId = words.operands[0] as string;
  if (words.has('into')) return await intoCommand(runId, words, io);
  const place = await checkResultsPlace('out', words.need('out'), null);
  const context = await openCliContext(io, 'reads-history');
  try {
    const { runs } = context;
    const results = { ...runs.readResults(runId), causes: runs.listCauses(runId) };
    const { rowCount } = await writeResults(place.path, place.format, results);
    if (words.has('json')) io.print(JSON.stringify(toRunJson(results.summary, place.path)));
    else io.print(`${rowCount} rows written to ${place.path}`);
    return 0;
  } finally {
    await context.close();
  }
}
