import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HandlerContext } from '../../../../electron/handlers/handler-context';
import { addCopyBytes, listWriteBackRows, saveCopy } from '../../../../electron/handlers/write-back-handlers';
import { maxRowsPerPage } from '../../../../shared/write-back/write-back-channels';
import { invited, makeApi, makeRows, makeService, openTestLedger, storeBatch } from '../runs/engine-bench';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'write-back-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const copy = new TextEncoder().encode('a copy that comes in two pieces');
const own = new TextEncoder().encode('the file itself');

function saveAt(filePath: string | null, sha256 = hashOf(copy)) {
  const proposed: string[] = [];
  const context = {
    documentsFolder: folder,
    filePicker: {
      pickSavePath: async (suggested: string) => {
        proposed.push(path.basename(suggested));
        return filePath;
      },
      showInFolder: () => undefined,
    },
  } as unknown as HandlerContext;
  addCopyBytes({ copyId: 'copy-1', offset: 0, bytes: copy.slice(0, 10) });
  addCopyBytes({ copyId: 'copy-1', offset: 10, bytes: copy.slice(10) });
  const saved = saveCopy(context, {
    copyId: 'copy-1',
    sha256,
    sourceSha256: hashOf(own),
    fileName: 'Fair with results.xlsm',
    format: 'xlsm',
    rowCount: 3,
  });
  return { saved, proposed };
}

describe('the rows for the copy', () => {
  it.each([maxRowsPerPage, maxRowsPerPage + 1])(
    'come page by page, each of %i once, and no page counts the whole run again',
    async (count) => {
      const ledger = openTestLedger();
      const service = makeService(ledger, makeApi(invited));
      const batchId = storeBatch(ledger, makeRows(count));
      const { runId } = await service.startRun(batchId, { concurrency: 16, peoplePerRequest: 50 });
      await service.whenAtRest(runId);
      const countsNothing = {
        ...service,
        readResults: () => {
          throw new Error('The run was counted.');
        },
      };
      const rowNumbers: number[] = [];
      for (let fromOrdinal: number | null = 0; fromOrdinal !== null; ) {
        const page = listWriteBackRows({ runs: countsNothing }, { runId, fromOrdinal });
        rowNumbers.push(...page.rows.map(({ rowNumber }) => rowNumber));
        fromOrdinal = page.nextOrdinal;
      }
      expect(rowNumbers).toEqual(makeRows(count).map(({ rowNumber }) => rowNumber));
    },
  );
});

describe('saving the copy', () => {
  it('writes it where the person says, under the name that it has', async () => {
    const filePath = path.join(folder, 'copy.xlsm');
    const { saved, proposed } = saveAt(filePath);
    expect(await saved).toMatchObject({ kind: 'saved', fileName: 'copy.xlsm', rowCount: 3 });
    expect(proposed).toEqual(['Fair with results.xlsm']);
    expect(new Uint8Array(readFileSync(filePath))).toEqual(copy);
  });

  it('never writes over the file that it was made from, wherever that lies', async () => {
    const filePath = path.join(folder, 'Fair.xlsm');
    writeFileSync(filePath, own);
    await expect(saveAt(filePath).saved).rejects.toMatchObject({ code: 'export/own-file' });
    expect(new Uint8Array(readFileSync(filePath))).toEqual(own);
  });

  it('writes nothing where the dialog is closed, or where other bytes came than were made', async () => {
    expect(await saveAt(null).saved).toEqual({ kind: 'cancelled' });
    const filePath = path.join(folder, 'copy.xlsm');
    await expect(saveAt(filePath, hashOf(own)).saved).rejects.toThrow('did not arrive');
    expect(existsSync(filePath)).toBe(false);
  });

  it('takes pieces in their order only', () => {
    addCopyBytes({ copyId: 'copy-2', offset: 0, bytes: copy });
    expect(() => addCopyBytes({ copyId: 'copy-2', offset: 5, bytes: copy })).toThrow('out of its order');
    expect(() => addCopyBytes({ copyId: 'copy-3', offset: copy.length, bytes: copy })).toThrow();
  });
});
