// The practice workspace: the made-up Flowmingo inside this process, started when it is first needed.
// Its key is made anew at every start and never leaves memory; its world is kept in the data folder.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type PracticeServer, startPracticeServer } from '../practice/practice-server';

/** The id of the one practice workspace. */
export const practiceWorkspaceId = 'practice';

export interface PracticeWorkspace {
  /** Starts the practice Flowmingo where it is not running yet. */
  open(): Promise<{ baseUrl: string; key: string }>;
  close(): Promise<void>;
}

/** Keeps its world in `<dataDir>/practice/world.jsonl`. */
export function createPracticeWorkspace(dataDir: string): PracticeWorkspace {
  let starting: Promise<PracticeServer> | null = null;
  return {
    async open() {
      if (starting === null) {
        const folder = path.join(dataDir, 'practice');
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        starting = startPracticeServer({
          keys: 'random',
          journalFile: path.join(folder, 'world.jsonl'),
          hasTrainingEndpoints: false,
        });
      }
      const server = await starting;
      return { baseUrl: server.url, key: server.keys.full };
    },
    async close() {
      if (starting !== null) await (await starting).close();
      starting = null;
    },
  };
}
