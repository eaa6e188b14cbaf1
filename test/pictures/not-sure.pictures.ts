// People whose answer got lost, and the decision about them.
import { expect } from '@playwright/test';
import { inviteByColleague } from '../e2e/colleague';
import { connect } from '../e2e/pages/connect-page';
import {
  acceptColumns,
  acceptRows,
  chooseTarget,
  openFile,
  pressSend,
  startWithAll,
} from '../e2e/pages/new-batch-page';
import { openUnsure } from '../e2e/pages/unsure-page';
import { test } from './fixtures';
import { csvOf, makePicturePeople } from './people';

const setTitle = 'Sales Assessment';

test('not sure about 3 people', async ({ open, practise }) => {
  const server = await practise();
  const { window, picture } = await open({ env: { FLOWMINGO_BASE_URL: server.url } });
  await connect(window, server.keys.production, 'Nordwind Talent');
  await openFile(window, csvOf('Graduate fair.csv', makePicturePeople(12)));
  await acceptColumns(window);
  await acceptRows(window);
  await chooseTarget(window, setTitle, true);
  server.setFaults({
    latencyMs: 100,
    failures: [
      { kind: 'reset', moment: 'after', requestNumbers: [4, 7] },
      { kind: 'reset', moment: 'before', requestNumbers: [9] },
    ],
  });
  await startWithAll(window);
  await pressSend(window, '12');
  const lostCount = () => server.record.requests.filter(({ fault }) => fault !== null).length;
  await expect.poll(lostCount).toBe(3);
  server.setFaults({});
  await inviteByColleague(server, setTitle);
  await inviteByColleague(server, setTitle);
  await window.getByText('Not sure about 3 people.').waitFor({ timeout: 60_000 });
  await picture('20-unknown-in-results');
  await openUnsure(window);
  await picture('21-not-sure', { dark: true });
  await window
    .getByRole('radio', { name: /^Send again/ })
    .first()
    .check();
  await window.getByRole('button', { name: 'Leave 2 alone, send 1 again', exact: true }).click();
  await window.getByRole('dialog').getByText('They may get two emails.').waitFor();
  await picture('22-send-again');
});
