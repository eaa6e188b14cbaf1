// practice: serves the made-up Flowmingo on this computer until it is told to stop. Nobody gets mail.
import { startPracticeServer } from '../practice/practice-server';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { readNumberFlag } from './flag-values';
import type { CommandForm, CommandWords } from './parse-arguments';

export const practiceForm: CommandForm = {
  name: 'practice',
  operands: [],
  flags: { port: 'value', seed: 'value', candidates: 'value', json: 'switch' },
};

export const practiceHelp = `practice [--port N] [--seed N] [--candidates N] [--json]

Serves the practice Flowmingo on 127.0.0.1 until Ctrl C. Nobody gets mail.
  --port N        the port; without it, any free one
  --seed N        decides the made-up world and its keys; 1 without it
  --candidates N  how many people are in its pipelines; 120 without it
Prints one line of JSON at once, with --json or without: {"url": ..., "keys": {...}}. Use the url as FLOWMINGO_BASE_URL and keys.full as FLOWMINGO_API_KEY.`;

/** Ports that need no special rights, and 0 for any free one. */
const lastPort = 65_535;
const largestSeed = 999_999_999;
/** More people than this take seconds to make up. */
const mostCandidates = 200_000;

/** Resolves when it was told to stop. @throws CliRefusal */
export async function practiceCommand(words: CommandWords, io: CliIo): Promise<number> {
  const port = readNumberFlag(words, 'port', 0, lastPort) ?? 0;
  const seed = readNumberFlag(words, 'seed', 0, largestSeed);
  const candidates = readNumberFlag(words, 'candidates', 0, mostCandidates);
  const server = await startPracticeServer({
    port,
    ...(seed === null ? {} : { seed }),
    ...(candidates === null ? {} : { candidates }),
  }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE')
      throw new CliRefusal(
        `Port ${port} is taken. Nothing was started. Choose another --port, or leave it out.`,
      );
    if (code === 'EACCES')
      throw new CliRefusal(`Port ${port} is not allowed. Nothing was started. Choose one above 1023.`);
    throw error;
  });
  const stopped = new Promise<void>((resolve) => {
    const stopListening = io.onStopAsked(() => {
      stopListening();
      resolve();
    });
  });
  io.print(JSON.stringify({ url: server.url, keys: server.keys }));
  io.say('The practice Flowmingo is running. Ctrl C ends it.');
  await stopped;
  await server.close();
  return 0;
}
