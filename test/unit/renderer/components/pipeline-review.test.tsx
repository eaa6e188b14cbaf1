import { MantineProvider } from '@mantine/core';
import { describe, expect, test } from 'vitest';
import { PipelineReview } from '../../../../renderer/components/pipeline-review/pipeline-review';
import type { PreparedPipeline } from '../../../../shared/pipeline/prepared-pipeline';
import { button, click, field, fill, find, pageText, render } from '../../../helpers/render-window';

const fourteen: PreparedPipeline = {
  batchId: 'batch-1',
  operation: 'changes',
  title: 'Changes: Pipeline.xlsx',
  sendable: 14,
  groups: [
    { kind: 'move', fromTitle: 'Screening', toTitle: 'Final', count: 11 },
    { kind: 'reject', fromTitle: null, toTitle: null, count: 3 },
  ],
  conflicts: [
    { rowNumber: 12, name: 'Ana Silva', sentence: 'Somebody moved this person to Offer', choice: null },
  ],
  conflictCount: 1,
  asksForNumber: false,
};

async function review(changes: Partial<PreparedPipeline> = {}, unchangedCount?: number) {
  const starts: (string | null)[] = [];
  await render(
    <MantineProvider>
      <PipelineReview
        prepared={{ ...fourteen, ...changes }}
        workspace={{ name: 'Practice', environment: 'practice' }}
        from="sheet"
        {...(unchangedCount === undefined ? {} : { unchangedCount })}
        onStart={(typed) => starts.push(typed)}
        onCancel={() => undefined}
        onKeepReady={() => undefined}
      />
    </MantineProvider>,
  );
  return starts;
}

describe('the review of work on a pipeline', () => {
  test('says what happens, what stays as it was and what is left out, and starts once it is asked to', async () => {
    const starts = await review({}, 516);
    expect(find('h1', '14 changes, 516 rows as they were')).toBeTruthy();
    expect(pageText()).toContain('Move from Screening to Final');
    expect(pageText()).toContain('Reject, now in no stage');
    expect(pageText()).toContain('Somebody moved this person to Offer.');
    expect(pageText()).toContain('A rejection can’t be taken back.');
    expect(starts).toEqual([]);
    await click(button('Make 14 changes'));
    expect(starts).toEqual([null]);
  });

  test('where the number is asked for, only the right one starts it', async () => {
    const starts = await review({ operation: 'reject', sendable: 1204, asksForNumber: true });
    const start = button('Reject 1,204 people');
    expect(start.disabled).toBe(true);
    await fill(field('Type 1,204 to reject these people'), '1203');
    expect(start.disabled).toBe(true);
    await fill(field('Type 1,204 to reject these people'), '1204');
    await click(start);
    expect(starts).toEqual(['1204']);
  });

  test('with nothing to do there is nothing to press', async () => {
    await review({ batchId: null, sendable: 0, groups: [], conflicts: [], conflictCount: 0 }, 530);
    expect(find('h1', 'Nothing to do: no row asks for a change')).toBeTruthy();
    expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['Back']);
  });
});
