/**
 * Everything that has to be there before the app, the tests or the command line can run. Each step says in one line
 * what it did; a second time they all find their work done. Starts on plain Node 20 with nothing installed.
 */
import { mkdirSync } from 'node:fs';
import { setUpBuild } from '../build/set-up-build.mjs';
import { setUpDependencies } from './dependencies.mjs';
import { setUpElectronRuntime } from './electron-runtime.mjs';
import { setUpNode24 } from './node-24.mjs';
import { inRepo } from './places.mjs';
import { makeSpeaker, ScriptError } from './say.mjs';
import { setUpSystemLibraries } from './system-libraries.mjs';

/** Vite needs this; older ones fail with errors that say nothing. */
const OLDEST_NODE = [20, 19];

/** For the app and all tests: dependencies, Node 24, system libraries, Electron, build. */
export async function setUpEverything() {
  const speaker = makeSpeaker(process.stdout);
  refuseOldNode();
  await speaker.step('set-up: dependencies', setUpDependencies);
  await speaker.step('set-up: Node 24', setUpNode24);
  await speaker.step('set-up: system libraries', setUpSystemLibraries);
  await speaker.step('set-up: Electron', setUpElectronRuntime);
  mkdirSync(inRepo('dist'), { recursive: true });
  await speaker.step('set-up: build', () => setUpBuild());
}

/** For checks that need no Electron: dependencies and Node 24. */
export async function setUpTools() {
  const speaker = makeSpeaker(process.stdout);
  refuseOldNode();
  await speaker.step('set-up: dependencies', setUpDependencies);
  await speaker.step('set-up: Node 24', setUpNode24);
}

/** For the command line: no Electron; lines only when there was work, and on stderr, since stdout is the command's. */
export async function setUpCommandLine() {
  const speaker = makeSpeaker(process.stderr, { quietWhenDone: true });
  refuseOldNode();
  await speaker.step('set-up: dependencies', setUpDependencies);
  if (!process.versions.node.startsWith('24.')) await speaker.step('set-up: Node 24', setUpNode24);
  await speaker.step('set-up: build', () => setUpBuild(['cli', 'snapshot-worker']));
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new ScriptError(
      `This needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`,
    );
  }
}
