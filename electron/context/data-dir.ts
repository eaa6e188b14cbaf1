// Where the app keeps its ledger, logs and the practice world. The same folder for the window and the command line.
import path from 'node:path';

export interface DataDirSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homeDir: string;
}

/** FLOWMINGO_DATA_DIR, or the platform's own place for the data of an app. Always absolute. */
export function toDataDir({ env, platform, homeDir }: DataDirSource): string {
  const chosen = env.FLOWMINGO_DATA_DIR;
  if (chosen !== undefined && chosen !== '') return path.resolve(chosen);
  if (platform === 'darwin') return path.join(homeDir, 'Library', 'Application Support', 'Flowmingo Batch');
  if (platform === 'win32')
    return path.join(env.APPDATA ?? path.join(homeDir, 'AppData', 'Roaming'), 'Flowmingo Batch');
  return path.join(env.XDG_CONFIG_HOME ?? path.join(homeDir, '.config'), 'Flowmingo Batch');
}
