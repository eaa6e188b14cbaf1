// From the first screen to the results in the recruiter's own workbook: the way of 250 people out of a file.
import path from 'node:path';
import { repoFolder } from '../../scripts/setup/places.mjs';
import { checkKey } from '../e2e/pages/connect-page';
import { openFile, pressSend } from '../e2e/pages/new-batch-page';
import { answerSaveDialogs } from '../helpers/launch-app';
import { goTo, test } from './fixtures';

const sampleFile = path.join(repoFolder, 'renderer', 'public', 'samples', 'graduate-fair.xlsx');

/** A file as old programs write it: its letters can be read in more than one way. */
const oldText = {
  name: 'Bewerbungen Messe.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Vorname;Nachname;E-Mail;ID;Stelle;Bemerkung',
      'Jürgen;Müller;juergen.mueller@example.com;0071;Lagerleiter;ruft zurück',
      'Søren;Østergaard;soeren.oestergaard@example.com;0072;Schichtleiterin;',
      'Zoë;Lefèvre;zoe.lefevre@example.com;0073;Disponentin;ab 1. Mai',
      'Inês;Gonçalves;ines.goncalves@example.com;0074;Lagerleiter;',
      'José;Ibáñez;jose.ibanez@example.com;0075;Schichtleiter;ruft zurück',
      'Åsa;Lindqvist;asa.lindqvist@example.com;0076;Disponentin;',
      'François;Béranger;francois.beranger@example.com;0077;Lagerleiter;ab 1. Mai',
      'Björk;Jónsdóttir;bjoerk.jonsdottir@example.com;0078;Schichtleiterin;',
      'Chloé;Dubois;chloe.dubois@example.com;0079;Disponentin;',
    ].join('\r\n'),
    'latin1',
  ),
};

test('from a file to its results', async ({ open, practise, folder }) => {
  const server = await practise({ candidates: 0, faults: { latencyMs: 20, refusedShare: 0.03 } });
  const { app, window, picture } = await open({ env: { FLOWMINGO_BASE_URL: server.url } });
  const press = (name: string | RegExp) => window.getByRole('button', { name }).first().click();
  await picture('01-first-screen');

  await press('Paste a key');
  await checkKey(window, server.keys.production);
  await window.getByLabel('Your name for it').fill('Nordwind Talent');
  await picture('02-connect');
  await press('Save this workspace');
  await window
    .getByRole('button', { name: /Nordwind Talent/ })
    .first()
    .waitFor();
  await goTo(window, 'New batch');
  await window.getByRole('heading', { name: 'Open a spreadsheet' }).waitFor();
  await picture('03-open-file');

  await openFile(window, oldText);
  await picture('05-file-text');
  await press('Open another file');
  await openFile(window, sampleFile);
  await picture('04-file-workbook');
  await press(/^Use these|^Use this/);
  await window.getByRole('button', { name: /^Check [\d,.\s]+ rows?$/ }).waitFor();
  await picture('06-columns');

  await press(/^Check [\d,.\s]+ rows?$/);
  const leaveOut = window.getByRole('button', { name: /^Leave out the/ });
  await leaveOut.waitFor();
  await picture('07-rows', { dark: true });
  await press(/^Show the next of/);
  await picture('08-rows-a-problem');
  await window.keyboard.press('Escape');
  await leaveOut.click();
  await press(/^Go on with/);
  await window.getByRole('heading', { name: 'What are they invited to?' }).waitFor();
  await picture('09-target');
  const field = window
    .getByRole('textbox', { name: 'Interview set' })
    .or(window.getByRole('combobox', { name: 'Interview set' }))
    .first();
  await field.fill('Graduate');
  await window.getByRole('option', { name: 'Graduate Programme 2026' }).click();
  await window.getByText('Yes, send the invitation').click();
  await window.getByText('Preview 1 of').waitFor();
  await picture('10-message', { dark: true });
  await press('Link');
  await picture('11-message-link');
  await window.keyboard.press('Escape');
  await press('Messages you keep');
  await picture('12-messages-you-keep');
  await window.keyboard.press('Escape');

  await press('Last look');
  await window.getByRole('heading', { level: 1, name: /will get/ }).waitFor();
  const type = window.getByRole('textbox', { name: /^Type .* to send in production/ });
  await type.waitFor();
  await picture('13-last-look', { dark: true });
  const number = /\d+/.exec((await window.getByText(/^Type /).textContent()) ?? '')?.[0] ?? '';
  await pressSend(window, number);
  await picture('14-hold');
  await window.getByRole('button', { name: /^Send the other / }).waitFor();
  await picture('15-first-three');

  server.setFaults({
    latencyMs: 20,
    refusedShare: 0.03,
    storm: { afterRequests: 120, count: 40, retryAfterSeconds: 30 },
  });
  await press(/^Send the other /);
  await window.getByText(/^Flowmingo asked us to wait/).waitFor();
  await window
    .getByRole('gridcell', { name: /^Told to wait/ })
    .first()
    .waitFor();
  await picture('16-running', { dark: true });
  server.setFaults({ latencyMs: 20, refusedShare: 0.03 });
  await press('Pause');
  await window.getByText('The run is paused.').first().waitFor();
  await picture('17-paused');
  await press(/^(Go on|Send|Resume)/);
  await window
    .getByText(/^Finished at/)
    .first()
    .waitFor({ timeout: 120_000 });
  await picture('18-results', { dark: true });

  await answerSaveDialogs(app, path.join(folder, 'Graduate fair with results.xlsx'));
  await press('Put into my workbook');
  await window.getByText(/rows written into the copy/).waitFor();
  await picture('19-own-workbook');
});
