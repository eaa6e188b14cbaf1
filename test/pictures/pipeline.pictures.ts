// The pipeline: read, compared, changed, edited in Excel, and taken back.
import path from 'node:path';
import type { PracticeServer } from '../../electron/practice/practice-server';
import { connect } from '../e2e/pages/connect-page';
import { choosePeople, moveTo, readPipeline, stageBar } from '../e2e/pages/pipeline-page';
import { chooseFile, readReview } from '../e2e/pages/pipeline-sheet-page';
import { answerSaveDialogs } from '../helpers/launch-app';
import { editStages, readApplicationIds, readTitles } from '../helpers/pipeline-workbook';
import { goTo, test } from './fixtures';

/** Names for most of the people, as a recruiter's own sheet has them. */
function namesFile(server: PracticeServer) {
  const rows = server.record
    .people()
    .filter((_, index) => index % 5 !== 3)
    .map(({ id, firstname, lastname, email }) => [id, firstname, lastname, email].join(';'));
  return {
    name: 'Candidates.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Candidate ID;First name;Last name;Email', ...rows].join('\n')),
  };
}

test('the pipeline', async ({ open, practise, folder }) => {
  const server = await practise({ candidates: 530 });
  const { app, window, picture } = await open({ env: { FLOWMINGO_BASE_URL: server.url } });
  const press = (name: string | RegExp) => window.getByRole('button', { name }).first().click();
  await connect(window, server.keys.full, 'Nordwind Talent');
  await goTo(window, 'Pipeline');
  await window.getByRole('button', { name: 'Read the pipeline' }).waitFor();
  await picture('34-pipeline-not-read');
  await readPipeline(window);
  await window
    .getByRole('textbox', { name: 'Project' })
    .or(window.getByRole('combobox', { name: 'Project' }))
    .first()
    .click();
  await window.getByRole('option', { name: /^Graduate Programme 2026/ }).click();
  await stageBar(window, 'AI interview').waitFor();
  await press(/^Add names/);
  await window.getByRole('dialog').locator('input[type=file]').setInputFiles(namesFile(server));
  await window.getByText(/names added/).waitFor();
  await picture('35-names-added');
  await window.keyboard.press('Escape');

  // A move, which is then a change since the last reading.
  await stageBar(window, 'AI interview').press('Enter');
  await choosePeople(window, 6);
  const review = await moveTo(window, 'Offer');
  await review.getByRole('button', { name: 'Move 6 people' }).waitFor();
  await picture('37-look-before-a-move', { dark: true });
  await review.getByRole('button', { name: 'Move 6 people' }).click();
  await window
    .getByText(/^Finished [^:]/)
    .first()
    .waitFor({ timeout: 60_000 });
  await picture('39-moved');
  await press('Undo this run');
  await window.getByRole('dialog').getByRole('button', { name: 'Move 6 people' }).waitFor();
  await picture('40-undo');
  await window.keyboard.press('Escape');
  await readPipeline(window);
  await window.getByRole('button', { name: 'Read again' }).last().click();
  await window.getByText(/^Since /).waitFor();
  await choosePeople(window, 4);
  await picture('36-pipeline', { dark: true });
  await press('Reject…');
  await window
    .getByRole('dialog')
    .getByText(/can’t be taken back/)
    .waitFor();
  await picture('38-look-before-a-rejection');
  await window.keyboard.press('Escape');

  // The export, edited as in Excel.
  const file = path.join(folder, 'Pipeline.xlsx');
  await answerSaveDialogs(app, file);
  await press('Export XLSX');
  await window
    .getByText(/^Saved/)
    .first()
    .waitFor();
  const ids = await readApplicationIds(file);
  const titles = await readTitles(server);
  const applications = new Map(server.record.applications().map((one) => [one.id, one]));
  const edits = ids.slice(0, 6).flatMap((id) => {
    const one = applications.get(id);
    const stage = titles.stages
      .get(one?.projectId ?? '')
      ?.filter(({ id: stageId }) => stageId !== one?.stageId);
    return stage?.at(-1) === undefined ? [] : [[id, stage.at(-1)?.name ?? ''] as const];
  });
  await editStages(file, new Map([...edits, [ids[7] ?? '', 'reject']]));
  await chooseFile(window, file);
  await readReview(window);
  await picture('41-edited-in-excel');
});
