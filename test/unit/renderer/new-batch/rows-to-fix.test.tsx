import { MantineProvider } from '@mantine/core';
import { describe, expect, it } from 'vitest';
import { RowsToFix } from '../../../../renderer/screens/pipeline-sheet/parts/rows-to-fix';
import { fixableFields } from '../../../../renderer/screens/pipeline-sheet/rows-to-fix-columns';
import type { PipelineSheetRow } from '../../../../shared/pipeline/pipeline-sheet';
import type { PreparedPipeline } from '../../../../shared/pipeline/prepared-pipeline';
import { button, click, find, pageText, render } from '../../../helpers/render-window';

const row: PipelineSheetRow = {
  rowNumber: 7,
  cells: [],
  email: 'ana@example.com',
  firstname: 'Ana',
  lastname: 'Silva',
  atsCandidateId: null,
  candidateId: null,
  applicationId: null,
  project: null,
  jobPost: null,
  stage: 'Fianl',
  stageBefore: null,
};
const prepared: PreparedPipeline = {
  batchId: 'batch-1',
  operation: 'move',
  title: 'Move: people.csv',
  sendable: 2,
  groups: [],
  conflicts: [
    {
      rowNumber: 7,
      name: 'Ana Silva',
      sentence: 'There is no stage of Sales called “Fianl”',
      choice: { field: 'stage', options: [{ value: 'Final', label: 'Final' }] },
    },
  ],
  conflictCount: 1,
  asksForNumber: false,
};

async function show(changes: Partial<PreparedPipeline> = {}, undoes: string | null = null) {
  const changed: unknown[] = [];
  await render(
    <MantineProvider>
      <RowsToFix
        prepared={{ ...prepared, ...changes }}
        rows={[row]}
        fields={fixableFields(false, { email: 0, stage: 1 })}
        isChanging={false}
        undoes={undoes}
        redoes={null}
        onChange={(...change) => changed.push(change)}
        onStep={(way) => changed.push(way)}
      />
    </MantineProvider>,
  );
  return changed;
}

describe('rows that are left out of work on a pipeline', () => {
  it('say why, and one click on a title under the cell mends the row', async () => {
    const changed = await show();
    expect(pageText()).toContain('1 person is left out');
    expect(pageText()).toContain('There is no stage of Sales called “Fianl”.');
    await click(find('[role="gridcell"]', /^Fianl/));
    await click(button('Final'));
    expect(changed).toEqual([[7, 'stage', 'Final']]);
  });

  it('can be changed in the fields that have a column alone; of an exported pipeline in the stage alone', () => {
    expect(fixableFields(false, { fullname: 0, stage: 1, application_id: 2 })).toEqual([
      'application_id',
      'stage',
    ]);
    expect(fixableFields(true, {})).toEqual(['stage']);
  });

  it('are gone when all are mended, and the last change can be taken back', async () => {
    const changed = await show({ conflicts: [], conflictCount: 0 }, 'Changed the stage in row 7');
    expect(pageText()).toContain('Nobody is left out any more');
    await click(button('Undo: Changed the stage in row 7'));
    expect(changed).toEqual(['undo']);
  });

  it('are not spoken of where nobody is left out and nothing was changed', async () => {
    await show({ conflicts: [], conflictCount: 0 });
    expect(pageText()).toBe('');
  });
});
