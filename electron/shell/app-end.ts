// The end of the app: asks where a run is going on, lets the window keep what it holds, pauses, waits for answers on their way, closes the
// ledger, and only then lets go. Must never end by itself while somebody may still say "keep running".
import { app, powerMonitor } from 'electron';
import { longestRequestMs } from '../../shared/settings/app-settings';
import type { AppContext } from '../context/app-context';
import type { AppLog } from '../log/app-log';
import type { SessionRuns } from '../notices/session-runs';
import type { MainWindow } from './main-window';
import { askToQuit } from './quit-question';

/** For writing down what came last, after the longest that a request takes. */
const graceMs = 1000;
/** The window counts whole seconds down; answers that come between are seen soon enough. */
const tellEveryMs = 250;

interface AppEndParts {
  readonly context: Pick<AppContext, 'ledger' | 'runs'>;
  /** Lets go of what is open, the ledger last; asked once, when nothing runs any more. */
  readonly closeParts: () => Promise<void>;
  readonly window: MainWindow;
  readonly runs: SessionRuns;
  readonly log: AppLog;
}

export interface AppEnd {
  /** Ends without a question: the system or somebody with a terminal wants it so. */
  quitWithoutAsking(): void;
  /** Closes everything, and starts the app again. */
  restart(): void;
}

/** Takes over the app's `before-quit`. */
export function guardAppEnd({ context, closeParts, window, runs, log }: AppEndParts): AppEnd {
  let state: 'open' | 'asking' | 'closing' | 'closed' = 'open';
  let isAskedFor = true;

  const waitLimitMs = () => longestRequestMs(context.ledger.settings.get()) + graceMs;
  const close = async () => {
    state = 'closing';
    const waitMs = waitLimitMs();
    const untilMs = Date.now() + waitMs;
    const atRest = context.runs.shutdown(waitMs);
    const tell = () => {
      const awaitedCount = runs.going().reduce((sum, { inFlight }) => sum + inFlight, 0);
      if (awaitedCount > 0) window.push('app:answers-awaited', { awaitedCount, untilMs });
    };
    tell();
    const telling = setInterval(tell, tellEveryMs);
    await Promise.all([window.settle(), atRest]).finally(() => clearInterval(telling));
    await closeParts();
  };
  const end = async () => {
    const going = runs.going();
    if (going.length > 0 && isAskedFor) {
      state = 'asking';
      const mayQuit = await askToQuit(window, going, waitLimitMs());
      // Asked without a question meanwhile, it ends whatever was answered.
      if (!mayQuit && isAskedFor) {
        state = 'open';
        return;
      }
    }
    if (state === 'closing' || state === 'closed') return;
    await close().catch((error: unknown) => log.failure('close', error));
    state = 'closed';
    window.letGo();
    app.quit();
  };

  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'open' || (state === 'asking' && !isAskedFor)) void end();
  });
  const quitWithoutAsking = () => {
    isAskedFor = false;
    app.quit();
  };
  process.on('SIGTERM', quitWithoutAsking);
  process.on('SIGINT', quitWithoutAsking);
  powerMonitor.on('shutdown', (event?: { preventDefault(): void }) => {
    // macOS and Linux wait for an app that asks for it.
    event?.preventDefault();
    quitWithoutAsking();
  });
  window.onSessionEnd(quitWithoutAsking);
  return {
    quitWithoutAsking,
    restart: () => {
      app.relaunch();
      quitWithoutAsking();
    },
  };
}
