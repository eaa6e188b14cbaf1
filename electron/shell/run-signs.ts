// Shows outside the window what its runs do: notifications, the dock or taskbar, the badge; and keeps the computer awake while requests
// leave. Must never show anything of a person.
import { app, Notification, powerSaveBlocker } from 'electron';
import type { QueueView } from '../../shared/batches/ready-batch';
import type { AppSettings } from '../../shared/settings/app-settings';
import { createQueueNews } from '../notices/queue-notice';
import { createNews, toRunNotice } from '../notices/run-notice';
import { goingStates, type SessionRuns } from '../notices/session-runs';
import { toTaskbarProgress } from '../notices/taskbar-progress';
import type { MainWindow } from './main-window';

/** setProgressBar takes a number below 0 for "none". */
const noProgress = -1;

export interface RunSigns {
  /** To be called when something about the queue has changed. */
  queueChanged(view: QueueView): void;
}

/** To be called once, after the app is ready. `queue`: as it stands then. */
export function showRunSigns(
  runs: SessionRuns,
  queue: QueueView,
  window: MainWindow,
  readNotices: () => AppSettings['notices'],
): RunSigns {
  const isNews = createNews();
  /** A notification that nobody holds may be collected before it is pressed. */
  const shown = new Set<Notification>();
  let unseenCount = 0;
  let blockerId: number | null = null;

  const keepAwake = () => {
    const isGoing = runs.unended().some(({ state }) => goingStates.has(state));
    if (isGoing && blockerId === null) blockerId = powerSaveBlocker.start('prevent-app-suspension');
    else if (!isGoing && blockerId !== null) {
      powerSaveBlocker.stop(blockerId);
      blockerId = null;
    }
  };
  const showProgress = () => {
    const progress = toTaskbarProgress(runs.unended());
    const { fraction, mode } = progress ?? { fraction: noProgress, mode: 'none' as const };
    window.browserWindow()?.setProgressBar(fraction, { mode });
  };
  const setUnseen = (count: number) => {
    if (count === unseenCount) return;
    unseenCount = count;
    app.setBadgeCount(count);
  };
  const tell = (title: string, body: string, leadTo: () => void) => {
    setUnseen(unseenCount + 1);
    if (readNotices() === 'off') return;
    const notification = new Notification({ title, body });
    shown.add(notification);
    notification.on('click', () => {
      window.focus();
      leadTo();
    });
    notification.on('close', () => shown.delete(notification));
    notification.show();
  };

  runs.onChange((summary) => {
    keepAwake();
    showProgress();
    if (!isNews(summary) || window.isInFront()) return;
    const notice = toRunNotice(summary, readNotices() === 'with-names');
    if (notice === null) return;
    const { runId, title, body } = notice;
    tell(title, body, () => window.push('app:run-asked', { runId }));
  });
  window.onFocus(() => setUnseen(0));
  const toQueueNotice = createQueueNews(queue);
  return {
    queueChanged: (view) => {
      const notice = toQueueNotice(view, readNotices() === 'with-names');
      if (notice === null || window.isInFront()) return;
      tell(notice.title, notice.body, () => window.push('app:batches-asked', {}));
    },
  };
}
