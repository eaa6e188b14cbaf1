/**
 * Builds the targets that changed. Each is built beside its place and moved there whole, so that a failed build leaves
 * the last good one, and two builds at once cannot mix.
 */
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { inRepo, repoFolder } from '../setup/places.mjs';
import { ScriptError } from '../setup/say.mjs';
import { fingerprint, isFresh, writeStamp } from './fingerprint.mjs';
import { nodeConfig } from './node-config.mjs';
import { rendererConfig } from './renderer-config.mjs';
import { BUILD_TARGETS } from './targets.mjs';
import { writeLicenses } from './write-licenses.mjs';

/**
 * Builds every named target, also when one of them fails.
 *
 * @param {string[]} names of targets
 * @param {(line: string) => void} say
 * @throws {ScriptError} with the first fault of each target that could not be built
 */
export async function buildTargets(names, say) {
  const faults = [];
  for (const target of BUILD_TARGETS.filter(({ name }) => names.includes(name))) {
    if (isFresh(repoFolder, target)) say(`build: ${target.name}: unchanged`);
    else await buildTarget(target, say).catch((error) => faults.push(`${target.name}: ${error.message}`));
  }
  say(`build: licenses of ${writeLicenses()} packages`);
  if (faults.length > 0) throw new ScriptError(`Not everything could be built.\n\n${faults.join('\n\n')}`);
}

async function buildTarget(target, say) {
  const startedAtMs = performance.now();
  const print = fingerprint(repoFolder, target.folders);
  await mkdir(inRepo('dist'), { recursive: true });
  const fresh = await mkdtemp(inRepo('dist', `.${target.name}-`));
  try {
    await build(target.name === 'renderer' ? rendererConfig(fresh) : nodeConfig(target, fresh));
    if (target.name === 'renderer') await moveFolder(fresh, inRepo(target.output));
    else await moveOnlyFile(fresh, target);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  writeStamp(repoFolder, target, print);
  say(`build: ${target.name}: ${target.output} (${((performance.now() - startedAtMs) / 1000).toFixed(1)} s)`);
}

async function moveFolder(from, to) {
  const old = `${from}-old`;
  await mkdir(from, { recursive: true });
  if (existsSync(to)) await rename(to, old);
  await rename(from, to);
  await rm(old, { recursive: true, force: true });
}

async function moveOnlyFile(folder, target) {
  const files = readdirSync(folder);
  if (files.length !== 1) {
    throw new ScriptError(`${target.entry} must become one file; the build made ${files.join(', ')}.`);
  }
  await mkdir(dirname(inRepo(target.output)), { recursive: true });
  await rename(join(folder, files[0]), inRepo(target.output));
}
