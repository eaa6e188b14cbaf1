import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { hasPopUp } from '../../../../renderer/screens/check-rows/parts/cell-pop-up';
import { checkColumns, problemAt } from '../../../../renderer/screens/check-rows/person-cells';
import type { GridProblem, GridRow } from '../../../../renderer/worker/session-types';

const makeProblem = (change: Partial<GridProblem>): GridProblem => ({
  field: 'email',
  kind: 'email-invalid',
  blocking: true,
  message: 'This address has nothing after the @, so it cannot get email.',
  fixes: [],
  run: null,
  ...change,
});
const makeRow = (change: Partial<GridRow>): GridRow => ({
  rowNumber: 7,
  person: { email: 'ada@', firstname: 'Ada', lastname: 'Kern', cv_link: null, ats_candidate_id: null },
  status: 'needs-you',
  problems: [],
  editedFields: [],
  leftOutWhy: null,
  inShort: '',
  ...change,
});
const columnOf = (id: string) => checkColumns('wide', 99).find((column) => column.id === id);

describe('the columns of the check', () => {
  it('give a row’s number room for all its digits', () => {
    const widthOf = (width: 'wide' | 'narrow', lastRowNumber: number) =>
      checkColumns(width, lastRowNumber)[0]?.width ?? 0;
    expect(widthOf('wide', 1_048_576) - widthOf('wide', 99_999)).toBe(16);
    expect(widthOf('narrow', 100_001) - widthOf('narrow', 9_999)).toBe(16);
  });

  it('keep an ID whole for whoever hears or copies it, and cut it at its start for the eye', () => {
    const row = makeRow({ person: { ...makeRow({}).person, ats_candidate_id: 'R-1042/C-00017' } });
    const column = columnOf('ats_candidate_id');
    expect(column?.text(row)).toBe('R-1042/C-00017');
    const drawn = renderToStaticMarkup(column?.view?.(row));
    expect(drawn).toContain('<bdi>R-1042/C-00017</bdi>');
    expect(drawn).toContain('title="R-1042/C-00017"');
  });
});

describe('the cells of the check', () => {
  it('tie the sentence of a problem to its own cell, the blocking one first', () => {
    const row = makeRow({
      problems: [
        makeProblem({ kind: 'email-unicode', blocking: false, message: 'unusual' }),
        makeProblem({}),
      ],
    });
    expect(columnOf('email')?.problem?.(row)).toContain('nothing after the @');
    expect(columnOf('firstname')?.problem?.(row)).toBeNull();
    expect(columnOf('email')?.tint?.(row)).toBe('refused');
  });

  it('speak of a missing contact at the email and at the CV link, since either would mend it', () => {
    const row = makeRow({ problems: [makeProblem({ field: null, kind: 'no-contact' })] });
    expect(problemAt(row, 'email')?.kind).toBe('no-contact');
    expect(problemAt(row, 'cv_link')?.kind).toBe('no-contact');
    expect(problemAt(row, 'lastname')).toBeNull();
  });

  it('offer a left-out row to be taken in, without red or amber on it', () => {
    const row = makeRow({
      status: 'left-out',
      leftOutWhy: 'duplicate-in-file',
      problems: [makeProblem({ kind: 'duplicate-in-file' })],
    });
    expect(hasPopUp(row, 'wrong')).toBe(true);
    expect(hasPopUp(row, 'row')).toBe(false);
    expect(columnOf('email')?.tint?.(row)).toBeNull();
  });

  it('mark a value that the recruiter has changed', () => {
    const row = makeRow({ status: 'fine', editedFields: ['email'] });
    expect(columnOf('email')?.tint?.(row)).toBe('soft');
    expect(columnOf('lastname')?.tint?.(row)).toBeNull();
  });

  it('copy and edit the whole link, while only its end is drawn', () => {
    const row = makeRow({
      person: { ...makeRow({}).person, cv_link: 'https://cv.example.com/people/000417?download=1' },
    });
    expect(columnOf('cv_link')?.text(row)).toBe('https://cv.example.com/people/000417?download=1');
    expect(renderToStaticMarkup(columnOf('cv_link')?.view?.(row))).toContain('>…/000417<');
  });
});
