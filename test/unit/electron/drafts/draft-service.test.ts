import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDraftService, type DraftService } from '../../../../electron/drafts/draft-service';
import { maxPieceLength } from '../../../../shared/drafts/draft';
import { makeDraftState } from '../../../helpers/make-draft-state';
import { makeDataDir, openTestLedger } from '../runs/engine-bench';

const bytes = Uint8Array.from({ length: 2_500_001 }, (_, index) => (index * 7) % 251);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const source = { fileName: 'Graduate fair.xlsx', sizeBytes: bytes.length, sha256 };

function makeDrafts(dataDir = makeDataDir()) {
  const ledger = openTestLedger(dataDir);
  return {
    dataDir,
    ledger,
    service: createDraftService(ledger.drafts, dataDir),
    folder: join(dataDir, 'drafts'),
  };
}

/** Sends the bytes as the window does; answers in how many pieces. */
async function send({ files }: DraftService, sent: Uint8Array = bytes, name = sha256): Promise<number> {
  let held = await files.begin(name, sent.length);
  let pieces = 0;
  while (held < sent.length) {
    held = await files.add(name, held, sent.subarray(held, held + maxPieceLength));
    pieces++;
  }
  return pieces;
}

async function readAll(service: DraftService, draftId: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const piece = await service.readBytes(draftId, offset);
    expect(piece.length).toBeLessThanOrEqual(maxPieceLength);
    pieces.push(piece);
    offset += piece.length;
  }
  return Buffer.concat(pieces);
}

describe('the bytes of a draft', () => {
  test('come back as they were, lie under their hash for this user only, and are sent once', async () => {
    const { service, folder } = makeDrafts();
    expect(await send(service)).toBe(3);
    const { draftId } = await service.create({ name: 'Fair', source, state: makeDraftState() });
    expect(readdirSync(folder)).toEqual([sha256]);
    expect((await readAll(service, draftId)).equals(Buffer.from(bytes))).toBe(true);
    expect((await service.open(draftId)).fileState).toBe('whole');
    if (process.platform !== 'win32') {
      expect(statSync(join(folder, sha256)).mode & 0o777).toBe(0o600);
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
    expect(await send(service)).toBe(0);
  });

  test('that are not the announced ones are refused, and nothing is left of them', async () => {
    const { service, folder } = makeDrafts();
    await expect(
      send(
        service,
        bytes.map((byte) => byte ^ 1),
      ),
    ).rejects.toMatchObject({
      code: 'draft/not-kept',
    });
    expect(readdirSync(folder)).toEqual([]);
    await expect(service.create({ name: 'Fair', source, state: makeDraftState() })).rejects.toMatchObject({
      code: 'draft/not-kept',
    });
    expect(service.store.list()).toEqual([]);
  });

  test('are taken in their order alone, and never more than announced', async () => {
    const { service } = makeDrafts();
    await service.files.begin(sha256, 4);
    await service.files.add(sha256, 0, bytes.subarray(0, 2));
    await expect(service.files.add(sha256, 0, bytes.subarray(0, 2))).rejects.toThrow('order');
    await expect(service.files.add(sha256, 3, bytes.subarray(3, 4))).rejects.toThrow('order');
    await expect(service.files.add(sha256, 2, bytes.subarray(2, 5))).rejects.toThrow('order');
    await expect(service.files.add('cd'.repeat(32), 0, bytes.subarray(0, 2))).rejects.toThrow('order');
    await service.close();
  });

  test('that were damaged or taken away are named, and put right by the same file; the draft stays', async () => {
    const { service, folder } = makeDrafts();
    await send(service);
    const { draftId } = await service.create({ name: 'Fair', source, state: makeDraftState() });
    const file = join(folder, sha256);
    const changed = readFileSync(file);
    changed[1_234_567] = 255 - (changed[1_234_567] ?? 0);
    writeFileSync(file, changed);
    expect(await service.open(draftId)).toMatchObject({ fileState: 'damaged', state: makeDraftState() });
    truncateSync(file, 1000);
    expect((await service.open(draftId)).fileState).toBe('damaged');
    expect(await send(service)).toBe(3);
    expect((await service.open(draftId)).fileState).toBe('whole');
    truncateSync(file, 0);
    service.purge();
    expect(service.store.list()).toHaveLength(1);
  });

  test('that cannot be written say why in words', async () => {
    const dataDir = makeDataDir();
    const { ledger } = makeDrafts(dataDir);
    writeFileSync(join(dataDir, 'drafts'), 'a file where the folder should be');
    const service = createDraftService(ledger.drafts, dataDir);
    await expect(send(service)).rejects.toMatchObject({ code: 'draft/not-kept' });
  });
});

describe('clearing away', () => {
  test('takes the file with its last draft, half-written ones, and nothing else', async () => {
    const { service, folder } = makeDrafts();
    await send(service);
    const draft = await service.create({ name: 'Fair', source, state: makeDraftState() });
    const copy = service.copy(draft.draftId);
    expect(copy.name).toBe('Fair (copy)');
    writeFileSync(join(folder, `${'cd'.repeat(32)}.part`), 'half');
    writeFileSync(join(folder, 'readme.txt'), 'not ours');
    service.delete(draft.draftId);
    service.purge();
    expect(readdirSync(folder).sort()).toEqual([sha256, 'readme.txt'].sort());
    expect((await service.open(copy.draftId)).fileState).toBe('whole');
    service.delete(copy.draftId);
    expect(service.bringBack(copy.draftId).draftId).toBe(copy.draftId);
    expect((await service.open(copy.draftId)).fileState).toBe('whole');
    service.delete(copy.draftId);
    service.purge();
    expect(existsSync(join(folder, sha256))).toBe(false);
    expect(readdirSync(folder)).toEqual(['readme.txt']);
  });
});
