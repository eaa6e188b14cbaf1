/**
 * The Debian packages that Electron, the invisible display, the keychain and the tests need. Installs what is missing where this
 * user may; says what to type where not.
 */
import { runQuietly } from './run-program.mjs';

/** One entry per package; `a|b` where newer releases renamed it. */
export const DEBIAN_PACKAGES = [
  'xvfb',
  'xauth',
  'libgtk-3-0|libgtk-3-0t64',
  'libnss3',
  'libasound2|libasound2t64',
  'libgbm1',
  'dbus',
  'dbus-x11',
  'gnome-keyring',
  'libsecret-tools',
  'fonts-liberation',
  'chromium',
  'openssl',
  'strace',
];

/** apt on a slow mirror; a hang is worse than a sentence. */
const APT_TIMEOUT_MS = 600_000;

/** @returns {Promise<import('./say.mjs').StepOutcome>} */
export async function setUpSystemLibraries() {
  if (process.platform !== 'linux') return { kind: 'nothing-to-do', sentence: 'none needed on this system' };
  const names = DEBIAN_PACKAGES.flatMap((entry) => entry.split('|'));
  const query = await runQuietly('dpkg-query', ['-W', '-f', '${Package}\t${Status}\n', ...names]);
  if (query.code === null) {
    return {
      kind: 'could-not',
      sentence: `this is not a Debian system, so nothing was installed; the tests need what Debian calls ${plainNames(DEBIAN_PACKAGES)}`,
    };
  }
  const missing = missingPackages(query.stdout);
  if (missing.length === 0) return { kind: 'nothing-to-do', sentence: 'already there' };

  const asRoot = await rootPrefix();
  if (!asRoot) {
    return {
      kind: 'could-not',
      sentence: `missing, and this user may not install them; type: sudo apt-get install ${plainNames(missing)}`,
    };
  }
  const installed = await aptInstall(asRoot, missing);
  if (installed.code === 0) return { kind: 'done', sentence: `installed ${plainNames(missing)}` };
  return {
    kind: 'could-not',
    sentence: `apt-get could not install ${plainNames(missing)}: ${installed.output.trim().split('\n').at(-1)}`,
  };
}

/**
 * Which entries of DEBIAN_PACKAGES are not installed.
 *
 * @param {string} queryOutput lines of `package<TAB>status` as dpkg-query prints them
 */
export function missingPackages(queryOutput) {
  const installed = new Set(
    queryOutput
      .split('\n')
      .filter((line) => line.endsWith('\tinstall ok installed'))
      .map((line) => line.split('\t')[0].split(':')[0]),
  );
  return DEBIAN_PACKAGES.filter((entry) => !entry.split('|').some((name) => installed.has(name)));
}

const plainNames = (entries) => entries.map((entry) => entry.split('|')[0]).join(' ');

async function rootPrefix() {
  if (process.getuid?.() === 0) return ['env'];
  return (await runQuietly('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n', 'env'] : undefined;
}

async function aptInstall([program, ...prefix], missing) {
  const apt = (...args) =>
    runQuietly(program, [...prefix, 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args], {
      timeoutMs: APT_TIMEOUT_MS,
    });
  const install = () =>
    apt('install', '-y', '--no-install-recommends', ...missing.map((entry) => entry.split('|')[0]));
  const first = await install();
  if (first.code === 0) return first;
  await apt('update');
  return install();
}
