// How a run sends, from flags. Alike for every command that starts one.
import { type RunSettings, type RunStart, runSettingsSchema } from '../../shared/runs/run-settings';
import { readNumberFlag } from './flag-values';
import type { CommandWords, FlagKind } from './parse-arguments';

/** The flags that say what a batch does, besides where its rows come from. */
export const workFlags: Readonly<Record<string, FlagKind>> = {
  operation: 'value',
  set: 'value',
  project: 'value',
  'job-post': 'value',
  'send-invite': 'value',
  'message-file': 'value',
  template: 'value',
  'name-fallback': 'value',
  stage: 'value',
};

/** The flags of every command that starts a run on a pipeline, where a request is for one person. */
export const pipelineStartFlags: Readonly<Record<string, FlagKind>> = {
  concurrency: 'value',
  first: 'value',
};

/** The flags of every command that may start a run of invitations. */
export const startFlags: Readonly<Record<string, FlagKind>> = {
  ...pipelineStartFlags,
  'people-per-request': 'value',
};

/** Their lines in a command's help. */
export const pipelineStartHelp = `  --first N              send to the first N (1 to 50), then stop with exit 2, or 3; resume sends the rest
  --concurrency N        requests at once, 1 to 16; 4 without it`;
export const startHelp = `${pipelineStartHelp}
  --people-per-request N invitations only: 1 to 50; 1 without it, so that a lost answer leaves one person unknown`;

/** `prepared`: what a batch file says where the flags say nothing. @throws CliRefusal */
export function readRunSettings(words: CommandWords, prepared: RunSettings | null = null): RunSettings {
  return runSettingsSchema.parse({
    concurrency: readNumberFlag(words, 'concurrency', 1, 16) ?? prepared?.concurrency,
    peoplePerRequest: readNumberFlag(words, 'people-per-request', 1, 50) ?? prepared?.peoplePerRequest,
  });
}

/**
 * Nobody holds a finger over Stop in a terminal, so the first request is not held back. `prepared`: what a batch file says; there
 * `--first 0` sends to all at once. @throws CliRefusal
 */
export function readRunStart(words: CommandWords, prepared?: number | null): RunStart {
  const first = readNumberFlag(words, 'first', prepared === undefined ? 1 : 0, 50);
  return { firstRows: first === 0 ? null : (first ?? prepared ?? null), holdSeconds: 0 };
}
