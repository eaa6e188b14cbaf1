import { describe, expect, it } from 'vitest';
import { button, click, find, pageText, press, renderWindow } from '../../../helpers/render-window';

const screen = { kind: 'runs' } as const;

describe('all runs', () => {
  it('lists them with state, rows and outcome, and sums what was sent', async () => {
    await renderWindow({ screen });
    const row = find('[role="row"]', /^Warehouse Ostrava/);
    expect(row.textContent).toContain('Needs a new key');
    expect(row.textContent).toContain('31 done, 9 not sent');
    expect(pageText()).toContain('9 runs, 935 people');
  });

  it('shows the unfinished ones alone', async () => {
    await renderWindow({ screen });
    await click(find('label', /^Unfinished/));
    expect(find('[role="grid"]', 'Runs').getAttribute('aria-rowcount')).toBe('5');
    expect(pageText()).not.toContain('Warehouse shift leads');
  });

  it('opens a run by keyboard', async () => {
    await renderWindow({ screen });
    document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();
    await press('ArrowDown');
    await press('Enter');
    expect(document.querySelector('[role="grid"][aria-label="Runs"]')).toBeNull();
    expect(button('Runs').getAttribute('aria-current')).toBe('page');
  });

  it('says what will be here before the first run', async () => {
    await renderWindow({ scenario: 'no-runs', screen });
    expect(pageText()).toContain('No runs yet');
    await renderWindow({ scenario: 'failing', screen });
    expect(pageText()).toContain('cannot be read');
  });
});
