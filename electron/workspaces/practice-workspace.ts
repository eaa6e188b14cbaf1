// The practice workspace: the made-up Flowmingo inside this process, started when it is first needed.
// Its key is made anew at every start and never leaves memory; its world is kept in the data folder.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../shared/errors/app-error';
import { type PracticeServer, startPracticeServer } from '../practice/practice-server';

/** The id of the one practice workspace. */
export const practiceWorkspaceId = 'practice';

export interface PracticeWorkspace {
  /** Starts the practice Flowmingo where it is not running yet. @throws AppError `workspace/practice-unreadable`; the world is left as it is. */
  open(): Promise<{ baseUrl: string; key: string }>;
  close(): Promise<void>;
}

/** Keeps its world in `<dataDir>/practice/world.jsonl`. */
export function createPracticeWorkspace(dataDir: string): PracticeWorkspace {
  let starting: Promise<PracticeServer> | null = null;
  return {
    async open() {
      starting ??= start(path.join(dataDir, 'practice'));
      const server = await starting.catch((error: unknown) => {
        starting = null;
        throw error;
      });
      return { baseUrl: server.url, key: server.keys.full };
    },
    async close() {
      if (starting !== null) await (await starting).close();
      starting = null;
    },
  };
}

async function start(folder: string): Promise<PracticeServer> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const journalFile = path.join(folder, 'world.jsonl');
    return await startPracticeServer({ keys: 'random', journalFile, hasTrainingEndpoints: false });
  } catch (cause) {
    throw new AppError('workspace/practice-unreadable', { folder }, { cause });
  }
}
