import { MantineProvider } from '@mantine/core';
import { expect, test } from 'vitest';
import { CellPopUp } from '../../../../renderer/screens/check-rows/parts/cell-pop-up';
import type { GridRow } from '../../../../renderer/worker/session-types';
import { button, click, pageText, render } from '../../../helpers/render-window';

const message = 'Invited to this set 9 days ago by run 12 (20 November 2026), so this row is left out.';
const row: GridRow = {
  rowNumber: 7,
  person: {
    email: 'ana@example.com',
    firstname: 'Ana',
    lastname: 'Silva',
    cv_link: null,
    ats_candidate_id: null,
  },
  status: 'left-out',
  problems: [
    {
      field: 'email',
      kind: 'already-invited',
      blocking: false,
      message,
      fixes: [],
      run: { runId: 'run-12', runNumber: 12 },
    },
  ],
  editedFields: [],
  leftOutWhy: 'already-invited',
  inShort: 'Already invited to this set',
};

test('somebody invited before: the sentence, the way in again, and the run to open', async () => {
  const done: string[] = [];
  await render(
    <MantineProvider>
      <CellPopUp
        alike={null}
        row={row}
        columnId="email"
        onFix={() => done.push('fixed')}
        onLeaveOut={() => done.push('left out')}
        onTakeIn={() => done.push('taken in')}
        onOpenRun={(runId) => done.push(`opened ${runId}`)}
      />
    </MantineProvider>,
  );
  expect(pageText()).toContain(message);
  await click(button('Open run 12'));
  await click(button('Take it in again'));
  expect(done).toEqual(['opened run-12', 'taken in']);
});
