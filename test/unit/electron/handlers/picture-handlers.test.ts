import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { savePicture } from '../../../../electron/handlers/picture-handlers';

/** A PNG of one point. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'picture-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const saveWith = (chosen: string | null, pngBase64: string) => {
  const proposed: string[] = [];
  const saved = savePicture(
    {
      documentsFolder: folder,
      filePicker: {
        pickSavePath: async (suggested) => {
          proposed.push(path.basename(suggested));
          return chosen;
        },
        pickOpenPath: async () => null,
        showInFolder: () => undefined,
      },
    },
    { title: 'People by stage: A/B', pngParts: [pngBase64.slice(0, 10), pngBase64.slice(10)] },
  );
  return { saved, proposed };
};

describe('saving a chart', () => {
  it('writes the picture where the person says, under a name that every system takes', async () => {
    const filePath = path.join(folder, 'chart.png');
    const { saved, proposed } = saveWith(filePath, png);
    expect(await saved).toEqual({ kind: 'saved', fileName: 'chart.png' });
    expect(proposed).toEqual(['People by stage A B.png']);
    expect(readFileSync(filePath).toString('base64')).toBe(png);
  });

  it('writes nothing where the dialog is closed, and nothing that is no picture', async () => {
    expect(await saveWith(null, png).saved).toEqual({ kind: 'cancelled' });
    const filePath = path.join(folder, 'not.png');
    const script = Buffer.from('#!/bin/sh').toString('base64');
    await expect(saveWith(filePath, script).saved).rejects.toMatchObject({ code: 'ipc/bad-request' });
    expect(existsSync(filePath)).toBe(false);
  });

  it('says why a picture could not be written', async () => {
    const nowhere = path.join(folder, 'gone', 'chart.png');
    await expect(saveWith(nowhere, png).saved).rejects.toMatchObject({ code: 'export/failed' });
  });
});
