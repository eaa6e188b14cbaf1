import type { FoundPerson } from '../../../shared/history/history';
import type { AskedWord } from '../../../shared/history/search-words';
import type { DataGridColumn } from '../../components/data-grid/data-grid-types';
import { formatDayOfYear } from '../../components/format-date';
import { formatNumber } from '../../components/format-number';
import { Marked } from '../../components/marked';
import { OutcomeBadge } from '../../components/outcome-badge';

/** "Name not known" where a row has none. */
export function toShownName({ name }: Pick<FoundPerson, 'name'>): string {
  return name === '' ? 'Name not known' : name;
}

/** The list of people that a search has found, with its words marked. In a narrow window without the place. */
export function toPeopleColumns(
  words: readonly AskedWord[],
  isNarrow: boolean,
): readonly DataGridColumn<FoundPerson>[] {
  const columns: readonly DataGridColumn<FoundPerson>[] = [
    {
      id: 'name',
      header: 'Name',
      width: 168,
      grows: true,
      tone: 'strong',
      isRowHeader: true,
      text: toShownName,
      view: (person) => <Marked text={toShownName(person)} words={words} />,
    },
    {
      id: 'email',
      header: 'Email',
      width: 200,
      grows: true,
      tone: 'second',
      text: ({ email }) => email ?? '',
      view: ({ email }) => <Marked text={email ?? ''} words={words} />,
    },
    {
      id: 'ats-id',
      header: 'Your ID',
      width: 84,
      tone: 'second',
      text: ({ atsId }) => atsId ?? '',
      view: ({ atsId }) => <Marked text={atsId ?? ''} words={words} />,
    },
    {
      id: 'outcome',
      header: 'Last outcome',
      width: 124,
      text: ({ outcome }) => outcome,
      view: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
    },
    {
      id: 'in',
      header: 'In',
      width: 180,
      grows: true,
      tone: 'second',
      text: ({ atMs, batchName }) => `${formatDayOfYear(atMs, Date.now())}, ${batchName}`,
    },
    {
      id: 'runs',
      header: 'Runs',
      width: 68,
      align: 'end',
      text: ({ runCount }) => formatNumber(runCount),
    },
  ];
  return isNarrow ? columns.filter(({ id }) => id !== 'ats-id') : columns;
}
