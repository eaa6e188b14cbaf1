/**
 * npm run test:packaged: the e2e suite against the packaged app. A packaged app refuses to be debugged, and so to be
 * driven: tests drive a second copy, packed from the same build, that differs in that one fuse. The copy as it is
 * shipped is named to the tests as FLOWMINGO_PACKAGED_EXECUTABLE. Stories whose servers are trusted by NODE_EXTRA_CA_CERTS
 * are left out: what people install does not heed it.
 */
import { withInvisibleDesktop } from './desktop/invisible-desktop.mjs';
import { packageApp } from './packaging/package-app.mjs';
import { toolEnv } from './setup/places.mjs';
import { failWith, makeSpeaker, ScriptError } from './setup/say.mjs';
import { setUpEverything } from './setup/set-up.mjs';
import { runSuite } from './testing/run-suite.mjs';

async function main() {
  await setUpEverything();
  const speaker = makeSpeaker(process.stdout);
  const shipped = await packageApp({ output: 'release' }, speaker.say);
  const drivable = await packageApp(
    { output: 'test-results/packaged', fuses: { enableNodeCliInspectArguments: true } },
    speaker.say,
  );
  speaker.say(`The shipped copy: ${shipped}\nThe copy that tests drive: ${drivable}`);
  const fault = await withInvisibleDesktop(
    { ...toolEnv(), FLOWMINGO_E2E_EXECUTABLE: drivable, FLOWMINGO_PACKAGED_EXECUTABLE: shipped },
    (env) => runSuite('e2e', env, ['--grep-invert', '@further-root', ...process.argv.slice(2)]),
  );
  if (fault) throw new ScriptError(fault);
}

await main().catch((error) => failWith(error));
