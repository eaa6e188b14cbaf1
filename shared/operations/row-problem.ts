// Puts a problem together, so that what stops a row is decided in one place: the catalogue.
import type { PersonField } from './field';
import { type EarlierRun, type ProblemKind, problemCatalogue, type RowProblem } from './problem';

/** A problem of one row; it is blocking where the catalogue says that it needs the recruiter. */
export function rowProblem(
  rowNumber: number,
  field: PersonField | null,
  kind: ProblemKind,
  message: string,
  more: {
    readonly suggestion?: string | null;
    readonly of?: number;
    readonly run?: EarlierRun;
    readonly note?: string;
  } = {},
): RowProblem {
  const blocking = problemCatalogue[kind].weight === 'needs-you';
  return {
    rowNumber,
    field,
    kind,
    blocking,
    message,
    ...(more.suggestion ? { suggestion: more.suggestion } : {}),
    ...(more.of === undefined ? {} : { of: more.of }),
    ...(more.run === undefined ? {} : { run: more.run }),
    ...(more.note === undefined ? {} : { note: more.note }),
  };
}
