import type { CliIo } from '../../../../electron/cli/cli-io';

export interface RecordedIo extends CliIo {
  readonly printed: string[];
  readonly said: string[];
  /** As if somebody pressed Ctrl C. */
  askToStop(): void;
}

/** A terminal that only remembers. */
export function makeIo(env: Record<string, string> = {}): RecordedIo {
  const printed: string[] = [];
  const said: string[] = [];
  const listeners = new Set<() => void>();
  return {
    printed,
    said,
    env,
    platform: 'linux',
    homeDir: '/nowhere',
    snapshotWorkerPath: '/nowhere',
    isTerminal: false,
    print: (line) => void printed.push(line),
    say: (line) => void said.push(line),
    showLine: (line) => void said.push(line),
    onStopAsked(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    flush: async () => undefined,
    exitNow: (exitCode) => {
      throw new Error(`exit ${exitCode}`);
    },
    askToStop() {
      for (const listener of listeners) listener();
    },
  };
}
