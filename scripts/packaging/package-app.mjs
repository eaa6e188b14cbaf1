/**
 * Packs the built app with electron-builder and the Electron runtime that set-up laid in; nothing is downloaded.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readRuntimeRecord } from '../setup/electron-runtime.mjs';
import { inRepo, repoFolder } from '../setup/places.mjs';
import { ScriptError } from '../setup/say.mjs';

/** electron-builder's names of the fuses, and the first Electron that has them where that is a newer one. */
const FUSE_SINCE = { grantFileProtocolExtraPrivileges: 27 };

/** Its folder under release/, one for each system that packing runs on. */
const UNPACKED = {
  linux: 'linux-unpacked',
  win32: 'win-unpacked',
  darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}`,
};
const PROGRAM = {
  linux: 'flowmingo-batch',
  win32: 'Flowmingo Batch.exe',
  darwin: join('Flowmingo Batch.app', 'Contents', 'MacOS', 'Flowmingo Batch'),
};

/**
 * Makes the plain folder of the app for this system.
 *
 * @param {{ output: string, fuses?: Record<string, boolean>, installer?: boolean }} options `fuses` differ from
 *   electron-builder.yml only in a copy that tests drive
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the packaged program's path
 */
export async function packageApp({ output, fuses = {}, installer = false }, say) {
  const runtime = readRuntimeRecord();
  if (installer && runtime.source === 'substitute') {
    throw new ScriptError(
      `An installer needs the official Electron; here is ${runtime.electron} out of another package, for tests only. Nothing was packed.`,
    );
  }
  const missing = missingFuses(Number(runtime.electron.split('.')[0]));
  for (const name of missing) {
    say(`fuse ${name}: left out, Electron ${runtime.electron} does not have it (since ${FUSE_SINCE[name]})`);
  }
  rmSync(inRepo(output), { recursive: true, force: true });
  const require = createRequire(inRepo('package.json'));
  const settings = readSettings(require);
  // Handed over as a file: settings handed over as an object are only added to those of electron-builder.yml.
  const settingsPath = inRepo('dist', 'electron-builder.json');
  const complete = {
    ...settings,
    directories: { ...settings.directories, output },
    electronVersion: runtime.electron,
    electronDist: inRepo('node_modules', 'electron', 'dist'),
    electronFuses: withoutNames({ ...settings.electronFuses, ...fuses }, missing),
  };
  writeFileSync(settingsPath, JSON.stringify(complete, null, 2));
  await require('electron-builder').build({
    projectDir: repoFolder,
    dir: !installer,
    publish: 'never',
    config: settingsPath,
  });
  const program = inRepo(output, UNPACKED[process.platform], PROGRAM[process.platform]);
  if (!existsSync(program)) throw new ScriptError(`electron-builder finished, but there is no ${program}.`);
  await refuseFaults(program, [...missing, ...Object.keys(fuses)]);
  return program;
}

/** The fuses of electron-builder.yml that this major version of Electron does not know. */
export function missingFuses(electronMajor) {
  return Object.keys(FUSE_SINCE).filter((name) => electronMajor < FUSE_SINCE[name]);
}

/** Looks at what was made, not at what was asked for. */
async function refuseFaults(program, leftOut) {
  const { findPackageFaults } = await import('./check-package.mjs');
  const faults = await findPackageFaults(
    program,
    leftOut.map((name) => name[0].toUpperCase() + name.slice(1)),
  );
  if (faults.length > 0)
    throw new ScriptError(`The packaged app is not as it must be:\n${faults.join('\n')}`);
}

/** electron-builder.yml, read with the parser that electron-builder itself brings. */
function readSettings(require) {
  const { load } = createRequire(require.resolve('app-builder-lib'))('js-yaml');
  return load(readFileSync(inRepo('electron-builder.yml'), 'utf8'));
}

const withoutNames = (record, names) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
