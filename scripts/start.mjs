/**
 * npm start: set-up, then the app in a window. Without a display it says so and runs the same app through the main job
 * by itself, on a display that nobody sees. Arguments after -- go to the app.
 */
import { readRuntimeRecord } from './setup/electron-runtime.mjs';
import { inRepo, repoFolder, toolEnv } from './setup/places.mjs';
import { runShown } from './setup/run-program.mjs';
import { failWith } from './setup/say.mjs';
import { setUpEverything } from './setup/set-up.mjs';

async function main() {
  await setUpEverything();
  if (!hasDisplay(process.env)) {
    process.stdout.write(
      '\nThere is no display here, so no window can be shown. The app now does the main job by itself, out of sight.\n\n',
    );
    const { runDemo } = await import('./demo/run-demo.mjs');
    process.exitCode = await runDemo();
    return;
  }
  // Chromium refuses to run as root with its sandbox; only here, never in the app itself.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { ELECTRON_RUN_AS_NODE: _, ...env } = toolEnv();
  process.exitCode = await runShown(
    readRuntimeRecord().executable,
    [...asRoot, repoFolder, ...process.argv.slice(2)],
    { env, cwd: inRepo() },
  );
}

/** macOS and Windows always have one; on Linux the session says so. */
function hasDisplay(env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

await main().catch((error) => failWith(error));
