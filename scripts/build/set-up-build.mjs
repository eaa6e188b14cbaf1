/**
 * The build as a step of set-up: on Node 24 in a process of its own, and only when a source changed. Needs no
 * dependency itself, so that a look at an unchanged build costs milliseconds.
 */
import { inRepo, node24Path, repoFolder } from '../setup/places.mjs';
import { runOrThrow } from '../setup/run-program.mjs';
import { isFresh } from './fingerprint.mjs';
import { BUILD_TARGETS } from './targets.mjs';

/** All six build in about ten seconds on two cores. */
const BUILD_TIMEOUT_MS = 300_000;

/** @returns {Promise<import('../setup/say.mjs').StepOutcome>} */
export async function setUpBuild(names = BUILD_TARGETS.map(({ name }) => name)) {
  const targets = BUILD_TARGETS.filter(({ name }) => names.includes(name));
  const changed = targets.filter((target) => !isFresh(repoFolder, target)).map(({ name }) => name);
  if (changed.length === 0) return { kind: 'nothing-to-do', sentence: 'unchanged' };
  await runOrThrow('The build', node24Path, [inRepo('scripts', 'build.mjs'), ...changed], {
    timeoutMs: BUILD_TIMEOUT_MS,
  });
  return { kind: 'done', sentence: `built ${changed.join(', ')}` };
}
