/**
 * npm run screenshots: plays the main job as `npm start` does without a display, and keeps its pictures for the docs.
 */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runDemo } from './demo/run-demo.mjs';
import { inRepo } from './setup/places.mjs';
import { failWith, ScriptError } from './setup/say.mjs';
import { setUpEverything } from './setup/set-up.mjs';

async function main() {
  await setUpEverything();
  if ((await runDemo()) !== 0)
    throw new ScriptError('The main job did not reach its end, so docs/pictures/ stays as it was.');
  const pictures = inRepo('docs', 'pictures');
  mkdirSync(pictures, { recursive: true });
  const names = readdirSync(inRepo('demo-output')).filter((name) => name.endsWith('.png'));
  for (const name of names) copyFileSync(inRepo('demo-output', name), join(pictures, name));
  process.stdout.write(`${names.length} pictures are in docs/pictures/.\n`);
}

await main().catch((error) => failWith(error));
