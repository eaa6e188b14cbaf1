/**
 * Runs the house rules over every file that git knows or would add, and prints each violation on a line.
 */
import { existsSync, readFileSync } from 'node:fs';
import { inRepo } from '../setup/places.mjs';
import { runOrThrow } from '../setup/run-program.mjs';
import { failWith, ScriptError } from '../setup/say.mjs';
import { findHouseRuleFaults } from './house-rules.mjs';
import { toSourceFile } from './source-file.mjs';

const FOLDERS = ['electron', 'renderer', 'shared', 'scripts', 'test'];

async function main() {
  const { stdout } = await runOrThrow('Listing the files', 'git', [
    ...['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--'],
    ...FOLDERS,
  ]);
  const paths = stdout
    .split('\0')
    .filter((path) => /\.(tsx?|[cm]?js)$/.test(path) && existsSync(inRepo(path)));
  if (paths.length === 0) throw new ScriptError('The house rules found no file to look at.');
  const faults = findHouseRuleFaults(
    paths.map((path) => toSourceFile(path, readFileSync(inRepo(path), 'utf8'))),
  );
  if (faults.length > 0)
    throw new ScriptError(`${faults.join('\n')}\n\n${faults.length} violations of the house rules.`);
  process.stdout.write(`The house rules hold in ${paths.length} files.\n`);
}

await main().catch((error) => failWith(error));
