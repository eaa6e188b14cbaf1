// Every sample sheet opened in the real window: read by the worker of the real Chromium, or explained.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { repoFolder } from '../../scripts/setup/places.mjs';
import { test } from './fixtures';

interface Expected {
  readonly file: string;
  readonly dataRows: number;
  readonly outcome: 'read' | 'explain' | 'read-or-explain';
  readonly columns: Readonly<Record<string, string | null>>;
}

const folder = path.join(repoFolder, 'test/fixtures/samples');
const samples = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Expected[];

test('all samples are read as a careful human reads them, or explained', async ({ launch }) => {
  const { window, pageErrors } = await launch();
  for (const { file, dataRows, outcome, columns } of samples) {
    await test.step(file, async () => {
      await window
        .getByRole('navigation', { name: 'Main' })
        .getByRole('button', { name: 'New batch' })
        .click();
      await window.locator('input[type=file]').setInputFiles(path.join(folder, file));
      const use = window.getByRole('button', { name: /^Use (these|this)/ });
      const another = window.getByRole('button', { name: 'Open another file' });
      if (outcome === 'explain') {
        await expect(window.getByRole('alert')).toBeVisible();
      } else {
        await expect(use).toHaveText(new RegExp(`\\b${dataRows} rows?\\b`));
        await use.click();
        for (const header of Object.values(columns)) {
          if (header !== null) await expect(window.getByText(header, { exact: true }).first()).toBeVisible();
        }
        await window.getByRole('button', { name: 'Back' }).click();
      }
      await another.click();
    });
  }
  expect(pageErrors).toEqual([]);
});
