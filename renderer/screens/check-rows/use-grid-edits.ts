import type { CellRange } from '../../components/data-grid/data-grid-types';
import type { CellSpan, RowsDone } from '../../worker/cell-span';
import { isGridField } from '../../worker/grid-fields';
import type { CopiedColumn } from '../../worker/grid-session';
import type { CheckSummary } from '../../worker/session-types';
import { useNewBatch } from '../new-batch/use-new-batch';
import { copyData } from './copy-data';

interface GridEdits {
  readonly copy: (range: CellRange) => Promise<void>;
  readonly cut: (range: CellRange) => Promise<void>;
  readonly paste: (
    range: CellRange,
    pasted: { readonly text: string; readonly html: string },
  ) => Promise<void>;
  /** Pastes what is on the clipboard where the focus is, as Ctrl V does. */
  readonly pasteHere: () => void;
  /** One text in every cell. */
  readonly fill: (range: CellRange, text: string) => Promise<void>;
  readonly fillDown: (range: CellRange) => Promise<void>;
  readonly clear: (range: CellRange) => Promise<void>;
  readonly fix: (range: CellRange) => Promise<void>;
  readonly leaveOut: (range: CellRange) => Promise<void>;
  readonly takeIn: (range: CellRange) => Promise<void>;
  /** Leaves the rows out, or takes them in again where all of them are left out. */
  readonly toggleRows: (range: CellRange) => Promise<void>;
}

/** The chosen cells as the worker names them. */
export function toSpan({ fromRow, toRow, columnIds }: CellRange): CellSpan {
  return { fromRow, toRow, fields: columnIds.filter(isGridField) };
}

const hasText = (columnId: string): columnId is CopiedColumn => columnId !== 'sign';

/** What is done to the chosen cells. */
export function useGridEdits(
  act: (done: Promise<CheckSummary | RowsDone>) => Promise<void>,
  say: (words: string) => void,
): GridEdits {
  const { sheet } = useNewBatch();
  const copy = async ({ fromRow, toRow, columnIds }: CellRange) => {
    const cells = await sheet.ask('copyCells', fromRow, toRow, columnIds.filter(hasText));
    const isCopied = copyData(cells);
    if (!isCopied) say('The cells could not be copied. Nothing was changed. Copy again.');
    return isCopied;
  };
  /** Does something to the values of the range, or says that it holds none. */
  const change = async (range: CellRange, what: (span: CellSpan) => Promise<RowsDone>) => {
    const span = toSpan(range);
    if (span.fields.length > 0) await act(what(span));
    else say('Nothing was changed. Go to a cell from “First name” to “Your ID” first.');
  };
  const clear = (range: CellRange) => change(range, (span) => sheet.ask('clearCells', span));
  const leaveOut = ({ fromRow, toRow }: CellRange) => act(sheet.ask('leaveOutIn', fromRow, toRow));
  const takeIn = ({ fromRow, toRow }: CellRange) => act(sheet.ask('takeInIn', fromRow, toRow));
  const paste = async (range: CellRange, pasted: { readonly text: string; readonly html: string }) => {
    if (pasted.text === '') say('Nothing was pasted: what was copied holds no text.');
    else await change(range, (span) => sheet.ask('paste', span, pasted));
  };
  return {
    copy: async (range) => void (await copy(range)),
    cut: async (range) => {
      if (await copy(range)) await clear(range);
    },
    paste,
    // The window may ask for no permissions, so it pastes as a person does, and the grid takes what comes.
    pasteHere: () => {
      if (!document.execCommand('paste')) say('Nothing was pasted. Press the keys for it instead.');
    },
    // A cell that is quoted holds tabs as they are.
    fill: (range, text) => paste(range, { text: `"${text.replaceAll('"', '""')}"`, html: '' }),
    fillDown: (range) => change(range, (span) => sheet.ask('fillDown', span)),
    clear,
    fix: (range) => act(sheet.ask('fixIn', toSpan(range))),
    leaveOut,
    takeIn,
    toggleRows: async (range) => {
      const { canLeaveOut } = await sheet.ask('spanFacts', toSpan(range));
      await (canLeaveOut > 0 ? leaveOut(range) : takeIn(range));
    },
  };
}
