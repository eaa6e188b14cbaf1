// The terminal as commands see it: answers go to stdout, everything else to stderr, so that a program can read the answer.
import os from 'node:os';
import { escapeControls } from './escape-controls';

/** What a command may use of the process. */
export interface CliIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homeDir: string;
  /** The built program of the thread that writes snapshots. */
  readonly snapshotWorkerPath: string;
  /** Whether a person is looking at stderr. */
  readonly isTerminal: boolean;
  /** A line of the answer, on stdout. */
  print(line: string): void;
  /** A line for people, on stderr. */
  say(line: string): void;
  /** A line on stderr that the next one takes the place of; only where `isTerminal`. */
  showLine(line: string): void;
  /** Ctrl C and the like; answers the function that ends listening. While nobody listens, they end the process. */
  onStopAsked(listener: () => void): () => void;
  /** Resolves when everything printed has left the process. */
  flush(): Promise<void>;
  /** Ends the process at once. */
  exitNow(exitCode: number): never;
}

/** Windows knows SIGINT only, and its SIGTERM never arrives. */
const stopSignals = ['SIGINT', 'SIGTERM'] as const;
/** Back to the first column, and the rest of the line empty (ECMA-48). */
const clearLine = '\r\u001b[K';

/** The process's own terminal. */
export function createProcessIo(snapshotWorkerPath: string): CliIo {
  let hasShownLine = false;
  const endShownLine = () => {
    if (hasShownLine) process.stderr.write(clearLine);
    hasShownLine = false;
  };
  // A reader that has gone away (`| head`) must not turn a run into a crash.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  return {
    env: process.env,
    platform: process.platform,
    homeDir: os.homedir(),
    snapshotWorkerPath,
    isTerminal: process.stderr.isTTY === true,
    print(line) {
      endShownLine();
      process.stdout.write(`${escapeControls(line)}\n`);
    },
    say(line) {
      endShownLine();
      process.stderr.write(`${escapeControls(line)}\n`);
    },
    showLine(line) {
      process.stderr.write(clearLine + escapeControls(line));
      hasShownLine = true;
    },
    onStopAsked(listener) {
      for (const signal of stopSignals) process.on(signal, listener);
      return () => {
        for (const signal of stopSignals) process.off(signal, listener);
      };
    },
    async flush() {
      endShownLine();
      for (const stream of [process.stdout, process.stderr]) {
        if (stream.writable) await new Promise<void>((resolve) => stream.write('', () => resolve()));
      }
    },
    exitNow: (exitCode) => process.exit(exitCode),
  };
}
