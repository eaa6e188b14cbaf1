import { IconAlertCircleFilled, IconAlertTriangleFilled, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PersonField } from '../../../shared/operations/field';
import type { CellTint, DataGridColumn } from '../../components/data-grid/data-grid-types';
import { oneLine } from '../../components/one-line';
import { gridFields, isGridField } from '../../worker/grid-fields';
import type { GridProblem, GridRow, RowStatus } from '../../worker/session-types';
import styles from './person-cells.module.css';

const signWords: Readonly<Record<RowStatus, string>> = {
  'needs-you': 'Needs you',
  'worth-a-look': 'Worth a look',
  'left-out': 'Left out',
  fine: '',
};

/** Pixels, so that all of them and a scroll bar fit: in a wide window, and in one that is at most 1100 wide, where what is wrong must still be seen. */
type Width = 'wide' | 'narrow';
const widths: Readonly<Record<'row' | 'sign' | 'wrong' | PersonField, Readonly<Record<Width, number>>>> = {
  row: { wide: 56, narrow: 48 },
  sign: { wide: 30, narrow: 28 },
  firstname: { wide: 104, narrow: 88 },
  lastname: { wide: 112, narrow: 92 },
  email: { wide: 212, narrow: 168 },
  cv_link: { wide: 100, narrow: 76 },
  ats_candidate_id: { wide: 104, narrow: 68 },
  wrong: { wide: 200, narrow: 156 },
};

const fieldHeaders: Readonly<Record<PersonField, string>> = {
  firstname: 'First name',
  lastname: 'Last name',
  email: 'Email',
  cv_link: 'CV link',
  ats_candidate_id: 'Your ID',
};

/** A digit of the row's number, 11 px and tabular, at its widest. */
const digitWidth = 8;
/** How many digits a row's number has room for in the widths above. */
const rowDigits: Readonly<Record<Width, number>> = { wide: 5, narrow: 4 };

/**
 * The columns of the check: row number, sign, the person, and what is wrong in a few words.
 * `lastRowNumber`: the largest number, which is to be seen whole.
 */
export function checkColumns(width: Width, lastRowNumber: number): DataGridColumn<GridRow>[] {
  const moreDigits = Math.max(0, String(lastRowNumber).length - rowDigits[width]);
  return [
    {
      id: 'row',
      header: 'Row',
      width: widths.row[width] + moreDigits * digitWidth,
      isRowHeader: true,
      align: 'end',
      text: (row) => String(row.rowNumber),
    },
    {
      id: 'sign',
      header: 'State',
      headerView: '',
      width: widths.sign[width],
      align: 'center',
      text: (row) => signWords[row.status],
      view: (row) => <RowSign status={row.status} />,
    },
    ...gridFields.map(
      (field): DataGridColumn<GridRow> => ({
        id: field,
        header: fieldHeaders[field],
        width: widths[field][width],
        grows: field === 'email',
        text: (row) => row.person[field] ?? '',
        canEdit: () => true,
        tint: (row) => tintOf(row, field),
        problem: (row) => problemAt(row, field)?.message ?? null,
        ...(cellViews[field] ? { view: cellViews[field] } : {}),
      }),
    ),
    {
      id: 'wrong',
      header: 'What is wrong',
      width: widths.wrong[width],
      grows: true,
      text: (row) => row.inShort,
      view: (row) => <CutText text={row.inShort} full={row.inShort} tone={wrongTones[row.status]} />,
    },
  ];
}

/** What is drawn where the plain text would hide what tells one person from another: links and IDs often begin alike. */
const cellViews: Readonly<Partial<Record<PersonField, (row: GridRow) => ReactNode>>> = {
  cv_link: ({ person }) => <CutText text={shortLink(person.cv_link)} full={person.cv_link} />,
  ats_candidate_id: ({ person: { ats_candidate_id: id } }) => id !== null && <CutStart text={oneLine(id)} />,
};

const wrongTones: Readonly<Record<RowStatus, string>> = {
  'needs-you': 'tone-refused',
  'worth-a-look': 'tone-warning',
  'left-out': 'text-2',
  fine: 'text-2',
};

/** The problem to speak of at a cell: a blocking one first; of the whole row at its sign, its words and the cells that could mend it. */
export function problemAt(row: GridRow, columnId: string): GridProblem | null {
  const own = isGridField(columnId)
    ? row.problems.filter(
        ({ field, kind }) =>
          field === columnId || (kind === 'no-contact' && (columnId === 'email' || columnId === 'cv_link')),
      )
    : columnId === 'row'
      ? []
      : row.problems;
  return own.find(({ blocking }) => blocking) ?? own[0] ?? null;
}

/** Red and amber for problems; the accent's soft ground for what the recruiter has changed. */
function tintOf(row: GridRow, field: PersonField): CellTint | null {
  if (row.status === 'left-out') return null;
  const problem = problemAt(row, field);
  if (problem === null || (problem.field === null && field !== 'email'))
    return row.editedFields.includes(field) ? 'soft' : null;
  return problem.blocking ? 'refused' : 'warning';
}

/** The end of an address says which CV it is: `…/000417`. */
function shortLink(link: string | null): string {
  if (link === null || !/^https?:\/\//i.test(link)) return link ?? '';
  const end =
    link
      .replace(/[?#].*$/, '')
      .replace(/\/$/, '')
      .split('/')
      .at(-1) ?? '';
  return end === '' || link.length < 24 ? link : `…/${end}`;
}

function CutText({
  text,
  full,
  tone = '',
}: {
  readonly text: string;
  readonly full: string | null;
  readonly tone?: string;
}) {
  return (
    <span className={`${styles.cut} ${tone}`} title={full === null || full.length <= 8 ? undefined : full}>
      {text}
    </span>
  );
}

/** A text that is cut at its start where it does not fit: the last signs of an ID are the ones that differ. */
function CutStart({ text }: { readonly text: string }) {
  return (
    <span className={styles.cutStart} title={text.length <= 8 ? undefined : text}>
      <bdi>{text}</bdi>
    </span>
  );
}

function RowSign({ status }: { readonly status: RowStatus }) {
  switch (status) {
    case 'needs-you':
      return (
        <IconAlertCircleFilled size={14} className="tone-refused" role="img" aria-label={signWords[status]} />
      );
    case 'worth-a-look':
      return (
        <IconAlertTriangleFilled
          size={14}
          className="tone-warning"
          role="img"
          aria-label={signWords[status]}
        />
      );
    case 'left-out':
      return <IconMinus size={14} role="img" aria-label={signWords[status]} />;
    case 'fine':
      return null;
  }
}
