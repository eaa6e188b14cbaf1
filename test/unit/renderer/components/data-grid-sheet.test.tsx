import { MantineProvider } from '@mantine/core';
import { act, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DataGrid } from '../../../../renderer/components/data-grid/data-grid';
import type {
  CellPlace,
  CellRange,
  DataGridColumn,
  DataGridProps,
} from '../../../../renderer/components/data-grid/data-grid-types';
import { click, find, press, render, settle } from '../../../helpers/render-window';

interface Line {
  readonly rowNumber: number;
  readonly cells: Readonly<Record<string, string>>;
}

const lineAt = (rowIndex: number): Line => ({
  rowNumber: rowIndex + 5,
  cells: { a: `a${rowIndex}`, b: rowIndex === 3 ? '' : `b${rowIndex}`, c: `c${rowIndex}` },
});
const fieldColumn = (id: string): DataGridColumn<Line> => ({
  id,
  header: id.toUpperCase(),
  width: 100,
  text: ({ cells }) => cells[id] ?? '',
  canEdit: () => true,
});
const columns: readonly DataGridColumn<Line>[] = [
  { id: 'row', header: 'Row', width: 48, isRowHeader: true, text: ({ rowNumber }) => String(rowNumber) },
  fieldColumn('a'),
  fieldColumn('b'),
  fieldColumn('c'),
  { id: 'note', header: 'Note', width: 100, text: () => 'fine' },
];

async function renderSheet(props: Partial<DataGridProps<Line>> = {}) {
  const onSelectionChange = vi.fn<(range: CellRange | null) => void>();
  await render(
    <MantineProvider>
      <button type="button">Before</button>
      <DataGrid
        label="Rows"
        kind="sheet"
        columns={columns}
        rowCount={100_000}
        rowAt={lineAt}
        rowHeight={28}
        onEdit={() => {}}
        onSelectionChange={onSelectionChange}
        {...props}
      />
      <button type="button">After</button>
    </MantineProvider>,
  );
  return { chosen: () => onSelectionChange.mock.lastCall?.[0] };
}

const cell = (text: string) => find('[role="gridcell"], [role="rowheader"]', text);
const focused = () => document.activeElement?.textContent ?? '';
const editor = () => document.querySelector<HTMLInputElement>('[role="grid"] input');

async function paste(data: Readonly<Record<string, string>>) {
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
    clipboardData: { getData: (kind: string) => data[kind] ?? '' },
  });
  act(() => void document.body.dispatchEvent(event));
  await settle();
}

describe('the place under the rows', () => {
  it('is no way out: keys go on at the cell', async () => {
    await renderSheet({ rowCount: 3 });
    await click(cell('a1'));
    const blank = document.querySelector<HTMLElement>('[data-sheet]');
    const pressed = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    act(() => void blank?.dispatchEvent(pressed));
    expect(pressed.defaultPrevented).toBe(true);
    await press('ArrowDown');
    expect(focused()).toBe('a2');
  });
});

describe('choosing cells', () => {
  it('by Shift and arrows keeps the focus where it was, and tells which', async () => {
    const { chosen } = await renderSheet();
    expect(chosen()).toBeUndefined();
    await click(cell('a1'));
    await press('ArrowRight', { shiftKey: true });
    await press('ArrowDown', { shiftKey: true });
    await press('ArrowDown', { shiftKey: true });
    expect(chosen()).toEqual({ fromRow: 1, toRow: 4, columnIds: ['a', 'b'] });
    expect(focused()).toBe('a1');
    expect(cell('b2').getAttribute('aria-selected')).toBe('true');
    expect(cell('c2').getAttribute('aria-selected')).toBe('false');
    await press('ArrowDown');
    expect(chosen()).toEqual({ fromRow: 2, toRow: 3, columnIds: ['a'] });
  });

  it('of 100,000 rows is as quick as of one: Ctrl A, Ctrl Space, Ctrl Shift End', async () => {
    const { chosen } = await renderSheet();
    await click(cell('b1'));
    await press(' ', { ctrlKey: true });
    expect(chosen()).toEqual({ fromRow: 0, toRow: 100_000, columnIds: ['b'] });
    await press('a', { metaKey: true });
    expect(chosen()).toEqual({ fromRow: 0, toRow: 100_000, columnIds: ['a', 'b', 'c', 'note'] });
    expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(80);
    await press('Escape');
    expect(chosen()?.toRow).toBe(2);
    await click(cell('6'));
    await press('a', { ctrlKey: true });
    expect(chosen()?.toRow).toBe(100_000);
    await click(cell('b1'));
    await press('End', { ctrlKey: true, shiftKey: true });
    expect(chosen()).toEqual({ fromRow: 1, toRow: 100_000, columnIds: ['b', 'c', 'note'] });
  });

  it('by a click on a row’s number takes the whole row, with Shift as far as the next click', async () => {
    const { chosen } = await renderSheet();
    await click(cell('6'));
    expect(chosen()).toEqual({ fromRow: 1, toRow: 2, columnIds: ['row', 'a', 'b', 'c', 'note'] });
    act(() => void cell('9').dispatchEvent(new MouseEvent('mousedown', { bubbles: true, shiftKey: true })));
    await settle();
    expect(chosen()).toMatchObject({ fromRow: 1, toRow: 5 });
  });

  it('by dragging ends where the button is let go', async () => {
    const { chosen } = await renderSheet();
    const mouse = (type: string, target: EventTarget, clientX: number, clientY: number) =>
      act(() => void target.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, clientY })));
    mouse('mousedown', cell('a0'), 60, 40);
    // Row 3 begins 28 (header) + 3 × 28 pixels down; column C 48 + 200 pixels to the right.
    mouse('mousemove', document, 260, 28 + 3 * 28 + 5);
    await settle();
    expect(chosen()).toEqual({ fromRow: 0, toRow: 4, columnIds: ['a', 'b', 'c'] });
    mouse('mouseup', document, 260, 120);
    mouse('mousemove', document, 60, 28 + 5);
    await settle();
    expect(chosen()).toMatchObject({ toRow: 4 });
  });

  it('is forgotten in another list, whose top it begins with, and the focus stays in the grid', async () => {
    const onSelectionChange = vi.fn<(range: CellRange | null) => void>();
    // As a screen does that keeps the place itself: in another list nothing is in focus yet.
    const places = new Map<string, CellPlace>();
    let again: (node: ReactNode) => void = () => {};
    const sheet = (listKey: string, rowCount: number) => (
      <MantineProvider>
        <DataGrid
          label="Rows"
          kind="sheet"
          columns={columns}
          rowCount={rowCount}
          rowAt={lineAt}
          rowHeight={28}
          listKey={listKey}
          place={places.get(listKey) ?? null}
          onPlaceChange={(place) => {
            places.set(listKey, place);
            again(sheet(listKey, rowCount));
          }}
          onSelectionChange={onSelectionChange}
        />
      </MantineProvider>
    );
    again = await render(sheet('one', 100));
    await click(cell('b9'));
    await press('ArrowDown', { shiftKey: true });
    act(() => again(sheet('two', 4)));
    await settle();
    expect(focused()).toBe('b0');
    expect(onSelectionChange.mock.lastCall?.[0]).toEqual({ fromRow: 0, toRow: 1, columnIds: ['b'] });
  });
});

describe('keys of a spreadsheet', () => {
  it('go on by Tab over the ends of rows, and by Enter to where the first Tab was', async () => {
    await renderSheet();
    await click(cell('b1'));
    await press('Tab');
    expect(focused()).toBe('c1');
    await press('Tab');
    expect(focused()).toBe('a2');
    await press('Tab', { shiftKey: true });
    expect(focused()).toBe('c1');
    await press('Enter');
    expect(focused()).toBe('b2');
    await press('Enter', { shiftKey: true });
    expect(focused()).toBe('b1');
  });

  it('go round inside what is chosen', async () => {
    const { chosen } = await renderSheet();
    await click(cell('a1'));
    await press('ArrowRight', { shiftKey: true });
    await press('ArrowDown', { shiftKey: true });
    const visited = [];
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Enter']) {
      await press(key);
      visited.push(focused());
    }
    expect(visited).toEqual(['b1', 'a2', 'b2', 'a1', 'a2']);
    expect(chosen()).toEqual({ fromRow: 1, toRow: 3, columnIds: ['a', 'b'] });
  });

  it('lead to the first cell that can be changed by Home, and along what is filled by Ctrl and arrows', async () => {
    const edgeFrom = vi.fn(async () => 42);
    await renderSheet({ edgeFrom });
    await click(cell('c3'));
    await press('ArrowLeft', { ctrlKey: true });
    expect(focused()).toBe('a3');
    await press('End');
    await press('Home');
    expect(focused()).toBe('a3');
    await press('ArrowDown', { ctrlKey: true });
    expect(edgeFrom).toHaveBeenCalledWith({ rowIndex: 3, columnId: 'a' }, 'down');
    await settle();
    expect(focused()).toBe('a42');
  });

  it('leave the grid by F6, since Tab does not', async () => {
    await renderSheet();
    Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
      configurable: true,
      get: () => document.body,
    });
    await click(cell('a1'));
    await press('F6');
    expect(focused()).toBe('After');
    await click(cell('a1'));
    await press('F6', { shiftKey: true });
    expect(focused()).toBe('Before');
  });

  it('clear one cell or all that are chosen', async () => {
    const onEdit = vi.fn();
    const onClear = vi.fn();
    await renderSheet({ onEdit, onClear });
    await click(cell('a1'));
    await press('Backspace');
    expect(onEdit).toHaveBeenCalledWith({ rowIndex: 1, columnId: 'a' }, '');
    await press('ArrowDown', { shiftKey: true });
    await press('Delete');
    expect(onClear).toHaveBeenCalledWith({ fromRow: 1, toRow: 3, columnIds: ['a'] });
    expect(onEdit).toHaveBeenCalledTimes(1);
  });
});

describe('editing as in a spreadsheet', () => {
  it('ends by an arrow after typing over a cell, not after F2', async () => {
    const onEdit = vi.fn();
    await renderSheet({ onEdit });
    await click(cell('a1'));
    await press('x');
    await press('ArrowRight');
    expect(onEdit).toHaveBeenCalledWith({ rowIndex: 1, columnId: 'a' }, 'x');
    expect(focused()).toBe('b1');
    await press('F2');
    await press('ArrowRight');
    expect(editor()).not.toBeNull();
  });

  it('puts the text into all chosen cells by Ctrl Enter', async () => {
    const onFill = vi.fn();
    const onEdit = vi.fn();
    await renderSheet({ onFill, onEdit });
    await click(cell('a1'));
    await press('ArrowDown', { shiftKey: true });
    await press('x');
    await press('Enter', { ctrlKey: true });
    expect(onFill).toHaveBeenCalledWith({ fromRow: 1, toRow: 3, columnIds: ['a'] }, 'x');
    expect(onEdit).not.toHaveBeenCalled();
    expect(focused()).toBe('a1');
  });

  it('leaves a text of several lines as it is where nothing was typed', async () => {
    const onEdit = vi.fn();
    await renderSheet({ onEdit, rowAt: (row) => ({ ...lineAt(row), cells: { a: 'two\nlines' } }) });
    await click(find('[data-row="1"][data-column="1"]', /two/));
    await press('F2');
    expect(editor()?.value).toBe('two lines');
    await press('Enter');
    expect(onEdit).not.toHaveBeenCalled();
  });
});

describe('the clipboard', () => {
  it('is told which cells, though the browser tells only the document of it', async () => {
    const onCopy = vi.fn();
    const onPaste = vi.fn();
    await renderSheet({ onCopy, onPaste });
    await click(cell('a1'));
    await press('ArrowDown', { shiftKey: true });
    act(() => void document.body.dispatchEvent(new Event('copy', { bubbles: true, cancelable: true })));
    act(() => void document.body.dispatchEvent(new Event('cut', { bubbles: true, cancelable: true })));
    await paste({ 'text/plain': 'x\ty', 'text/html': '<table>' });
    const range = { fromRow: 1, toRow: 3, columnIds: ['a'] };
    expect(onCopy.mock.calls).toEqual([
      [range, false],
      [range, true],
    ]);
    expect(onPaste).toHaveBeenCalledWith(range, { text: 'x\ty', html: '<table>' });
  });

  it('stays with the field in which one types', async () => {
    const onPaste = vi.fn();
    await renderSheet({ onPaste });
    await paste({ 'text/plain': 'x' });
    await click(cell('a1'));
    await press('F2');
    await paste({ 'text/plain': 'x' });
    expect(onPaste).not.toHaveBeenCalled();
  });
});

describe('the menu', () => {
  it('is of what is chosen, and of the cell under the pointer elsewhere', async () => {
    const onMenu = vi.fn();
    await renderSheet({ onMenu });
    await click(cell('a1'));
    await press('ArrowDown', { shiftKey: true });
    const ask = (text: string) =>
      act(
        () =>
          void cell(text).dispatchEvent(
            new MouseEvent('contextmenu', { bubbles: true, clientX: 7, clientY: 9 }),
          ),
      );
    await press('F10', { shiftKey: true });
    expect(onMenu).toHaveBeenLastCalledWith({ fromRow: 1, toRow: 3, columnIds: ['a'] }, { x: 0, y: 0 });
    ask('a2');
    expect(onMenu).toHaveBeenLastCalledWith({ fromRow: 1, toRow: 3, columnIds: ['a'] }, { x: 7, y: 9 });
    ask('c5');
    expect(onMenu).toHaveBeenLastCalledWith({ fromRow: 5, toRow: 6, columnIds: ['c'] }, { x: 7, y: 9 });
  });
});
