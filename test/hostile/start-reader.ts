import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import pLimit from 'p-limit';
import { build, type InlineConfig } from 'vite';
import { nodeConfig } from '../../scripts/build/node-config.mjs';
import { inRepo, node24Path } from '../../scripts/setup/places.mjs';
import type { HostileFile } from './hostile-file';
import type { Reading } from './reading';

/** A hang fails as a hang, also on a machine that is busy with other work. */
const hangMs = 60_000;

/** More at once would only wait for one another, and a second bomb in the making needs memory too. */
const atOnce = 2;

/** Reads files of the corpus, each in a process of its own. */
export interface Reader {
  read(file: HostileFile): Promise<Reading>;
  remove(): void;
}

/** Bundles the program as the command line is bundled. */
export async function startReader(): Promise<Reader> {
  const folder = mkdtempSync(inRepo('node_modules', '.hostile-'));
  const output = 'read-hostile-file.cjs';
  await build(
    nodeConfig(
      { name: 'cli', entry: 'test/hostile/read-hostile-file.ts', folders: [], output },
      folder,
    ) as InlineConfig,
  );
  const limit = pLimit(atOnce);
  let count = 0;
  const read = async (file: HostileFile): Promise<Reading> => {
    count += 1;
    const place = path.join(folder, String(count));
    writeFileSync(place, await file.make());
    try {
      const { stdout } = await promisify(execFile)(
        node24Path,
        [path.join(folder, output), place, file.fileName],
        { timeout: hangMs, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 ** 2 },
      );
      return JSON.parse(stdout) as Reading;
    } finally {
      rmSync(place, { force: true });
    }
  };
  return {
    read: (file) => limit(read, file),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
