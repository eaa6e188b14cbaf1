// history: what was ever sent to somebody, over all runs. Sends nothing and asks no keychain.
import type { FoundPerson, HistoryFilter, Story } from '../../shared/history/history';
import { toWorkText } from '../../shared/operations/pipeline-work';
import { outcomeLabels } from '../../shared/runs/row-state';
import { readHistoryExport } from '../history/history-export';
import { writeHistory } from '../workbooks/write-history';
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { counted } from './counted';
import type { CommandForm, CommandWords } from './parse-arguments';
import { checkResultsPlace } from './results-place';

export const historyForm: CommandForm = {
  name: 'history',
  operands: [],
  flags: { search: 'value', out: 'value', json: 'switch' },
};

export const historyHelp = `history --search TEXT [--json]
history --out OUT.xlsx|OUT.csv [--json]

Finds people by name, address or your own ID, in every run, and says what was done for them.
--out writes all runs and their people (CSV: the people). Sends nothing.`;

const everything: HistoryFilter = {
  workspaceId: null,
  operation: null,
  outcome: null,
  fromMs: null,
  toMs: null,
};

/** @throws CliRefusal, AppError `export/failed`, `run/totals-differ`, `store/…` */
export async function historyCommand(words: CommandWords, io: CliIo): Promise<number> {
  const text = words.value('search');
  const out = words.value('out');
  if ((text === null) === (out === null))
    throw new CliRefusal('history takes --search or --out, one of them. Nothing was done.');
  const place = out === null ? null : await checkResultsPlace('out', out, null);
  const context = await openCliContext(io, 'reads-history');
  try {
    const { history } = context;
    if (place !== null) {
      const exported = readHistoryExport(context, { filter: everything, person: null });
      const rowCount = await writeHistory(place.path, place.format, exported);
      io.print(
        words.has('json')
          ? JSON.stringify({ rowCount, out: place.path })
          : `${rowCount} rows written to ${place.path}`,
      );
      return 0;
    }
    await history.whenPrepared();
    const found = history.search(text ?? '', everything);
    const stories = found.people.map((person) => ({ person, story: history.readStory(person.person) }));
    if (words.has('json')) io.print(JSON.stringify({ people: stories.map(toJson), isCut: found.isCut }));
    else for (const line of toLines(stories, found.isCut)) io.print(line);
    return 0;
  } finally {
    await context.close();
  }
}

interface FoundStory {
  readonly person: FoundPerson;
  readonly story: Story;
}

function toJson({ person, story }: FoundStory) {
  return {
    name: person.name,
    email: person.email,
    yourIds: story.atsIds,
    candidateIds: story.candidateIds,
    steps: story.steps.map((step) => ({
      at: new Date(step.atMs).toISOString(),
      run: step.runNumber,
      runId: step.runId,
      row: step.rowNumber,
      batch: step.batchName,
      workspace: step.workspaceName,
      environment: step.environment,
      work: step.work === null ? `Invite to ${step.targetTitle}` : toWorkText(step.work),
      emailAsked: step.work === null && step.sendInvite,
      outcome: step.outcome,
      cause: step.causeCode,
      sentence: step.sentence,
    })),
  };
}

function* toLines(stories: readonly FoundStory[], isCut: boolean): Iterable<string> {
  if (stories.length === 0) yield 'Nobody found.';
  for (const { person, story } of stories) {
    yield [person.name || 'Name not known', person.email, ...story.atsIds].filter(Boolean).join(', ');
    for (const step of story.steps) {
      const at = new Date(step.atMs).toLocaleString('en-GB');
      const work = step.work === null ? `Invite to ${step.targetTitle}` : toWorkText(step.work);
      yield `  ${at}  ${outcomeLabels[step.outcome]}: ${work} (run ${step.runNumber}, ${step.batchName}, row ${step.rowNumber}, ${step.environment.toUpperCase()})`;
    }
  }
  if (isCut) yield `The latest ${counted(stories.length, 'person', 'people')}. More letters find the others.`;
}
