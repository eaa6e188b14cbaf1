import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DataGrid } from '../../../../renderer/components/data-grid/data-grid';
import type {
  DataGridColumn,
  DataGridProps,
} from '../../../../renderer/components/data-grid/data-grid-types';
import { click, find, press, render, settle } from '../../../helpers/render-window';

interface Line {
  readonly rowNumber: number;
  readonly email: string;
}

const lineAt = (rowIndex: number): Line => ({
  rowNumber: rowIndex + 5,
  email: `person.${rowIndex}@example.com`,
});
const columns: readonly DataGridColumn<Line>[] = [
  { id: 'row', header: 'Row', width: 48, isRowHeader: true, text: ({ rowNumber }) => String(rowNumber) },
  {
    id: 'email',
    header: 'Email',
    width: 200,
    grows: true,
    text: ({ email }) => email,
    canEdit: () => true,
    problem: ({ rowNumber }) => (rowNumber === 7 ? 'Nothing after the @' : null),
  },
];

async function renderGrid(props: Partial<DataGridProps<Line>> = {}) {
  await render(
    <MantineProvider>
      <DataGrid
        label="People"
        kind="sheet"
        columns={columns}
        rowCount={100_000}
        rowAt={lineAt}
        rowHeight={28}
        {...props}
      />
    </MantineProvider>,
  );
}

const focused = () => document.activeElement?.textContent ?? '';
const firstCell = () => find('[role="gridcell"]', 'person.0@example.com');

describe('a grid of 100,000 rows', () => {
  it('draws what fits, and tells how many there are', async () => {
    await renderGrid();
    expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(60);
    expect(find('[role="grid"]', 'People').getAttribute('aria-rowcount')).toBe('100001');
  });

  it('asks for the rows in view, and for the last ones after Ctrl End', async () => {
    const onRangeChange = vi.fn();
    await renderGrid({ onRangeChange });
    expect(onRangeChange).toHaveBeenCalledWith(0, expect.any(Number));
    await click(firstCell());
    await press('End', { ctrlKey: true });
    await settle();
    expect(onRangeChange.mock.lastCall?.[1]).toBe(100_000);
    expect(focused()).toContain('person.99999@example.com');
  });

  it('has one Tab stop, and arrows move it', async () => {
    await renderGrid();
    expect(document.querySelectorAll('[role="grid"] [tabindex="0"]').length).toBe(1);
    await click(firstCell());
    await press('ArrowDown');
    expect(focused()).toContain('person.1@example.com');
    await press('ArrowLeft');
    expect(focused()).toBe('6');
  });

  it('reads a problem with its cell', async () => {
    await renderGrid();
    const cell = find('[role="gridcell"]', /person\.2@/);
    expect(cell.getAttribute('aria-invalid')).toBe('true');
    const description = document.getElementById(cell.getAttribute('aria-describedby') ?? '');
    expect(description?.textContent).toBe('Nothing after the @');
  });

  it('shows grey bars for rows on their way, not empty cells', async () => {
    await renderGrid({ rowAt: () => undefined });
    expect(document.querySelector('[role="gridcell"] span')).not.toBeNull();
  });
});

describe('editing', () => {
  const edited = () => document.querySelector<HTMLInputElement>('[role="grid"] input');

  it('begins by typing, ends by Enter, and goes down', async () => {
    const onEdit = vi.fn();
    await renderGrid({ onEdit });
    await click(firstCell());
    await press('z');
    expect(edited()?.value).toBe('z');
    await press('Enter');
    expect(onEdit).toHaveBeenCalledWith({ rowIndex: 0, columnId: 'email' }, 'z');
    expect(focused()).toContain('person.1@example.com');
  });

  it('leaves the text alone after Esc, and the focus on the cell', async () => {
    const onEdit = vi.fn();
    await renderGrid({ onEdit });
    await click(firstCell());
    await press('F2');
    expect(edited()?.value).toBe('person.0@example.com');
    await press('Escape');
    expect(onEdit).not.toHaveBeenCalled();
    expect(focused()).toContain('person.0@example.com');
  });

  it('does not tell of an edit that changed nothing', async () => {
    const onEdit = vi.fn();
    await renderGrid({ onEdit });
    await click(firstCell());
    await press('F2');
    await press('Enter');
    expect(onEdit).not.toHaveBeenCalled();
  });

  it('is not possible where the column does not allow it', async () => {
    await renderGrid({ onEdit: vi.fn() });
    await click(find('[role="rowheader"]', '5'));
    await press('x');
    expect(edited()).toBeNull();
  });
});

describe('opening a row of a list', () => {
  it('happens by a click and by Enter', async () => {
    const onActivate = vi.fn();
    await renderGrid({ kind: 'list', onActivate });
    await click(firstCell());
    await press('ArrowDown');
    await press('Enter');
    expect(onActivate.mock.calls.map((call) => call[1])).toEqual([0, 1]);
  });
});

describe('a focus that somebody else moves', () => {
  it('is where the keys go on from', async () => {
    await renderGrid();
    act(() => find('[role="gridcell"]', 'person.4@example.com').focus());
    await press('ArrowDown');
    expect(focused()).toContain('person.5@example.com');
  });
});
