/**
 * npm run build [TARGET...]: builds the page, the main process, the preload, the thread that writes snapshots and the command line into dist/.
 */
import { buildTargets } from './build/build-targets.mjs';
import { BUILD_TARGETS } from './build/targets.mjs';
import { failWith } from './setup/say.mjs';

const named = process.argv.slice(2);
const known = BUILD_TARGETS.map(({ name }) => name);

await buildTargets(named.length > 0 ? named : known, (line) => process.stdout.write(`${line}\n`)).catch(
  (error) => failWith(error),
);
