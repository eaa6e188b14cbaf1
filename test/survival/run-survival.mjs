/**
 * The survival experiments: what becomes of a run when everything around it dies, as a table of bars and measurements.
 *
 *     node test/survival/run-survival.mjs [--size small|full] [EXPERIMENT...]
 *
 * Each module in experiments/ is one; its file is called like the experiment. They need the built app and command line
 * (`npm run build`) and a display; `npm run test:survival` and `npm run survival` see to both.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { inRepo } from '../../scripts/setup/places.mjs';
import { failWith, ScriptError } from '../../scripts/setup/say.mjs';
import { toSurvivalTable } from './parts/survival-table.mjs';

/**
 * @typedef {'small' | 'full'} Size
 * @typedef {{ size: Size, folder: string, say: (line: string) => void }} Stage `folder` is empty and its own
 * @typedef {{ measured: string, ok: boolean, details?: string[] }} Measured `details`: what was not as it must be
 * @typedef {{ name: string, bar: string, mostlyWaits?: boolean, run: (stage: Stage) => Promise<Measured> }} Experiment
 *   `mostlyWaits`: for time to pass, so that at CI's size it goes side by side with others of its kind
 * @typedef {Measured & { name: string, bar: string, tookMs: number }} Finding
 */

const experimentsFolder = join(import.meta.dirname, 'experiments');
const reportPath = inRepo('test-results', 'survival.json');

async function main() {
  const names = readdirSync(experimentsFolder)
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => basename(file, '.mjs'))
    .sort();
  const { size, wanted } = readArguments(process.argv.slice(2), names);
  /** @type {Finding[]} */
  const findings = [];
  const note = async (name) => {
    findings.push(await perform(name, size));
    // After each one, so that a run that is ended early leaves what it found.
    writeReport(size, findings, wanted.length);
  };
  const waiting = size === 'small' ? await findWaiting(wanted) : [];
  for (const name of wanted) if (!waiting.includes(name)) await note(name);
  await Promise.all(waiting.map(note));
  process.stdout.write(`\n${toSurvivalTable(size, findings)}`);
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
}

function readArguments(args, names) {
  let size = 'small';
  const wanted = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '--size') {
      index += 1;
      size = args[index];
    } else wanted.push(arg);
  }
  if (size !== 'small' && size !== 'full') throw new ScriptError('--size takes small or full.');
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new ScriptError(
      `There is no experiment called ${unknown.join(', ')}; there are ${names.join(', ')}.`,
    );
  return { size, wanted: wanted.length > 0 ? names.filter((name) => wanted.includes(name)) : names };
}

async function findWaiting(names) {
  const waits = await Promise.all(
    names.map(async (name) => {
      const { experiment } = await import(join(experimentsFolder, `${name}.mjs`));
      return experiment.mostlyWaits === true;
    }),
  );
  return names.filter((_, index) => waits[index]);
}

/** @returns {Promise<Finding>} a thrown error is a finding too; the folder is kept where something is not ok */
async function perform(name, size) {
  const { experiment } = await import(join(experimentsFolder, `${name}.mjs`));
  const folder = mkdtempSync(join(tmpdir(), `survival-${name}-`));
  const say = (line) => process.stdout.write(`  ${name}: ${line}\n`);
  const startedAtMs = performance.now();
  /** @type {Measured} */
  const measured = await experiment.run({ size, folder, say }).catch((error) => ({
    measured: `broke off: ${error?.message?.split('\n')[0] ?? error}`,
    ok: false,
    details: [String(error?.stack ?? error)],
  }));
  const tookMs = performance.now() - startedAtMs;
  if (measured.ok) rmSync(folder, { recursive: true, force: true });
  const details = measured.ok ? measured.details : [...(measured.details ?? []), `Kept: ${folder}`];
  const finding = { name: experiment.name, bar: experiment.bar, ...measured, details, tookMs };
  say(`${finding.ok ? 'ok' : 'NOT'} after ${(tookMs / 1000).toFixed(0)} s: ${finding.measured}`);
  return finding;
}

/** Counts what was not performed as failed, so that a report of a broken run is never a good one. */
function writeReport(size, findings, wantedCount) {
  const passed = findings.filter(({ ok }) => ok).length;
  mkdirSync(inRepo('test-results'), { recursive: true });
  const report = { size, passed, failed: wantedCount - passed, experiments: findings };
  writeFileSync(reportPath, `${JSON.stringify(report, null, 2)}\n`);
}

// Told to end, it ends through exit, where the processes that it started are ended too.
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(1));

await main().catch((error) => failWith(error));
