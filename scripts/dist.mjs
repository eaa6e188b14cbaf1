/**
 * npm run dist [-- --installer]: the packaged app as a folder under release/; with --installer, this system's own
 * installer too (AppImage, DMG or NSIS).
 */
import { packageApp } from './packaging/package-app.mjs';
import { failWith, makeSpeaker } from './setup/say.mjs';
import { setUpEverything } from './setup/set-up.mjs';

async function main() {
  await setUpEverything();
  const speaker = makeSpeaker(process.stdout);
  await speaker.step('dist', async () => {
    const installer = process.argv.includes('--installer');
    const program = await packageApp({ output: 'release', installer }, speaker.say);
    return { kind: 'done', sentence: program };
  });
}

await main().catch((error) => failWith(error));
