// The built command line in a process of its own, against a practice server in this one.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type PracticeOptions,
  type PracticeServer,
  startPracticeServer,
} from '../../../electron/practice/practice-server';
import type { RunCause } from '../../../shared/runs/progress';
import type { Outcome } from '../../../shared/runs/row-state';
import type { UnsurePerson } from '../../../shared/runs/unsure';

const root = resolve(import.meta.dirname, '../../..');
export const builtCli = join(root, 'dist', 'cli', 'cli.cjs');
export const samples = join(root, 'test', 'fixtures', 'samples');

/** Builds the command line, and the thread that writes its snapshots, where their sources have changed. */
export function buildCli(): void {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'cli', 'snapshot-worker'], {
    cwd: root,
  });
}

/** What a run looks like in an answer. */
export interface RunAnswer {
  readonly runId: string;
  readonly state: string;
  readonly total: number;
  readonly counts: Record<Outcome, number>;
  readonly pauseReason: string | null;
  readonly undecided: number;
  readonly results: string | null;
}

/** The fields of all answers together: each command gives some of them. */
export interface CliAnswer extends RunAnswer {
  readonly runs: readonly RunAnswer[];
  readonly problems: readonly object[];
  readonly sample: readonly object[];
  readonly people: readonly (Omit<UnsurePerson, 'ordinal'> & { readonly explained: readonly string[] })[];
  readonly causes: readonly RunCause[];
  readonly links: Readonly<Record<string, number>>;
}

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The last line of stdout, as programs read it. */
  readonly answer: CliAnswer;
}

export interface Workplace {
  readonly server: PracticeServer;
  readonly setId: string;
  readonly folder: string;
  readonly dataDir: string;
  readonly env: Record<string, string>;
  /** Starts a command and leaves it running. */
  start(
    words: readonly string[],
    env?: Record<string, string>,
  ): { child: ChildProcess; ended: Promise<CliResult> };
  cli(words: readonly string[], env?: Record<string, string>): Promise<CliResult>;
  /** A CSV of people who exist nowhere. */
  writePeople(name: string, count: number): string;
}

/** A practice server, a folder with a ledger of its own, and the key in the environment. All gone after the test. */
export async function setUpWorkplace(options: PracticeOptions = {}): Promise<Workplace> {
  const server = await startPracticeServer({ seed: 11, candidates: 5, ...options });
  onTestFinished(() => server.close());
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'data');
  const env = {
    FLOWMINGO_BASE_URL: server.url,
    FLOWMINGO_API_KEY: server.keys.full,
    FLOWMINGO_DATA_DIR: dataDir,
  };
  const answer = await fetch(`${server.url}/integration/hiring/interview-sets/v1`, {
    headers: { 'x-api-key': server.keys.full },
  });
  const { data } = (await answer.json()) as { data: { id: string }[] };

  const start: Workplace['start'] = (words, extra = {}) => {
    const child = spawn(process.execPath, [builtCli, ...words], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, ...env, ...extra },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise<CliResult>((resolveEnd) => {
      child.on('close', (exitCode) =>
        resolveEnd({
          exitCode,
          stdout,
          stderr,
          get answer() {
            return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
          },
        }),
      );
    });
    return { child, ended };
  };
  return {
    server,
    setId: data[0]?.id ?? '',
    folder,
    dataDir,
    env,
    start,
    cli: (words, extra) => start(words, extra).ended,
    writePeople(name, count) {
      const path = join(folder, name);
      const lines = Array.from(
        { length: count },
        (_, index) => `Ana ${index},Silva,person${index}@example.com,A-${index}`,
      );
      writeFileSync(path, `First name,Last name,Email,Candidate ID\r\n${lines.join('\r\n')}\r\n`);
      return path;
    },
  };
}

/** How many invite requests have arrived. */
export function countInvites(server: PracticeServer): number {
  return server.record.requests.filter(({ method }) => method === 'POST').length;
}

/** Emails by the server's own record, each with how often it was accepted. */
export function timesInvited(server: PracticeServer): Map<string, number> {
  return new Map(
    [...server.record.invitesByEmail()].map(([email, tallies]) => [
      email,
      tallies.reduce((sum, { times }) => sum + times, 0),
    ]),
  );
}

/** Waits until the server has accepted so many people. */
export async function untilInvited(server: PracticeServer, count: number): Promise<void> {
  while (timesInvited(server).size < count) await new Promise((resolveWait) => setTimeout(resolveWait, 5));
}

/** Every file below a folder, as bytes. */
export function readAllFiles(folder: string): Buffer[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? readAllFiles(path) : [readFileSync(path)];
  });
}
