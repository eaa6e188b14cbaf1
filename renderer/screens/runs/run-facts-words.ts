import type { RunFacts } from '../../../shared/history/history';
import type { RunSummary } from '../../../shared/runs/progress';
import { formatDay, formatDuration, formatExactTime } from '../../components/format-date';
import { formatCount, formatNumber } from '../../components/format-number';
import { toOperationWord } from '../../components/operation-words';
import { toCountsSentence, toRunStateWords } from '../../components/run-words';
import { environmentLook } from '../../components/shell/environment-look';

interface FactLine {
  readonly name: string;
  readonly value: string;
}

const moment = (ms: number) => `${formatDay(ms)}, ${formatExactTime(ms)}`;

/** Everything that is known of a run, line by line; what is not known has none. */
export function toFactLines(run: RunSummary, facts: RunFacts): FactLine[] {
  const { startedAtMs, finishedAtMs } = run;
  const lines: (FactLine | null)[] = [
    { name: 'Run', value: `${formatNumber(run.runNumber)}, ${toRunStateWords(run).toLowerCase()}` },
    { name: 'Started by', value: toStarter(facts) },
    startedAtMs === null ? null : { name: 'Started', value: moment(startedAtMs) },
    finishedAtMs === null ? null : { name: 'Ended', value: moment(finishedAtMs) },
    startedAtMs === null || finishedAtMs === null
      ? null
      : { name: 'Took', value: formatDuration(finishedAtMs - startedAtMs) },
    {
      name: 'Workspace',
      value: `${environmentLook[run.environment].word}, ${run.workspaceName}${run.organizationId === null ? '' : `, organization ${run.organizationId}`}`,
    },
    { name: 'Work', value: `${toOperationWord(run.operation)}: ${run.targetTitle}` },
    run.operation === 'invite'
      ? { name: 'Email', value: run.sendInvite ? 'Flowmingo was asked to send it' : 'None' }
      : null,
    { name: 'Outcome', value: `${formatCount(run.total, 'row')}: ${toCountsSentence(run.counts)}` },
    { name: 'File', value: run.sheetName === null ? run.fileName : `${run.fileName}, ${run.sheetName}` },
    {
      name: 'Settings',
      value: `${formatCount(facts.concurrency, 'request')} at once, ${formatCount(facts.peoplePerRequest, 'person', 'people')} per request`,
    },
  ];
  return lines.filter((line) => line !== null);
}

function toStarter({ startedBy, startedFrom }: RunFacts): string {
  const place =
    startedFrom === null ? '' : startedFrom === 'window' ? ', in the window' : ', from a terminal';
  return startedBy === null ? `Not noted${place}` : `${startedBy}${place}`;
}
