// Where the command line starts when plain Node runs it. The exit code is set, not forced, so that all output is written.
import { runCli } from '../../electron/cli/cli';

void runCli(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
