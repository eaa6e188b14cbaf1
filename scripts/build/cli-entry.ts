// Where the command line starts when plain Node runs it. The exit code is set, not forced, so that all output is written.
import { join } from 'node:path';
import { runCli } from '../../electron/cli/cli';
import { createProcessIo } from '../../electron/cli/cli-io';

/** As the targets of the build lie in dist/. */
const snapshotWorkerPath = join(__dirname, '..', 'electron', 'snapshot-worker.cjs');

void runCli(process.argv.slice(2), createProcessIo(snapshotWorkerPath)).then((exitCode) => {
  process.exitCode = exitCode;
});
