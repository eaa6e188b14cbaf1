// What was sent to whom, over all runs.
import type { Page } from 'playwright';
import { connect } from '../e2e/pages/connect-page';
import {
  acceptColumns,
  acceptRows,
  chooseTarget,
  openFile,
  pressSend,
  startWithAll,
} from '../e2e/pages/new-batch-page';
import type { MadePerson } from '../e2e/people-files';
import { goTo, test } from './fixtures';
import { csvOf, makePicturePeople } from './people';

const people = makePicturePeople(90);

async function invite(
  window: Page,
  name: string,
  invited: readonly MadePerson[],
  setTitle: string,
): Promise<void> {
  await openFile(window, csvOf(name, invited));
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, setTitle, true);
  if (invited.length > 3) await startWithAll(window);
  await pressSend(window, String(invited.length));
  await window
    .getByText(/^Finished at/)
    .first()
    .waitFor({ timeout: 60_000 });
}

test('the history', async ({ open, practise }) => {
  const server = await practise({ faults: { latencyMs: 5, refusedShare: 0.04 } });
  const { window, picture } = await open({ env: { FLOWMINGO_BASE_URL: server.url } });
  await goTo(window, 'Runs');
  await window.getByRole('heading', { level: 1 }).first().waitFor();
  await picture('30-runs-none');
  await goTo(window, 'First screen');
  await connect(window, server.keys.production, 'Nordwind Talent');
  await invite(window, 'Graduate fair Hanoi.csv', people.slice(0, 60), 'Graduate Programme 2026');
  await invite(window, 'Sales Madrid, week 12.csv', people.slice(20, 44), 'Sales Assessment');
  await invite(
    window,
    'Customer care, evening shift.csv',
    people.slice(60, 90),
    'Customer Care (English and Spanish)',
  );
  await invite(window, 'Walk-in.csv', people.slice(28, 31), 'Warehouse Shift Lead');
  await goTo(window, 'Runs');
  const field = window.getByRole('textbox', { name: 'Find a person in every run' });
  await field.waitFor();
  await picture('31-runs');
  await field.fill('nguyen');
  await window.getByText(/^People, \d/).waitFor();
  await field.focus();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  const story = window.getByRole('complementary', { name: 'One person' }).or(window.getByRole('dialog'));
  await story
    .getByText(/^Invited to/)
    .first()
    .waitFor();
  await picture('32-one-person', { dark: true });
  await story
    .getByRole('button', { name: /^Run \d+/ })
    .first()
    .click();
  await window.getByRole('button', { name: 'About this run' }).click();
  await window.getByRole('dialog').waitFor();
  await picture('33-about-a-run');
});
