import { useCallback, useRef } from 'react';
import type { PersonField } from '../../../shared/operations/field';
import type { GridRow } from '../../worker/session-types';

/** Shows a typed value at once, while the worker still checks what it changes. */
export function useShownEdits(rowAt: (rowIndex: number) => GridRow | undefined): {
  readonly shownRowAt: (rowIndex: number) => GridRow | undefined;
  readonly showEdit: (row: GridRow, field: PersonField, value: string | null) => void;
} {
  const shown = useRef(new Map<number, { readonly before: GridRow; readonly after: GridRow }>());

  const shownRowAt = useCallback(
    (rowIndex: number) => {
      const row = rowAt(rowIndex);
      if (row === undefined) return undefined;
      const edit = shown.current.get(row.rowNumber);
      if (edit === undefined) return row;
      if (edit.before === row) return edit.after;
      // The worker's own answer has come.
      shown.current.delete(row.rowNumber);
      return row;
    },
    [rowAt],
  );

  const showEdit = useCallback((row: GridRow, field: PersonField, value: string | null) => {
    const before = shown.current.get(row.rowNumber)?.before ?? row;
    shown.current.set(row.rowNumber, {
      before,
      after: { ...row, person: { ...row.person, [field]: value } },
    });
  }, []);

  return { shownRowAt, showEdit };
}
