// Asks, in a dialog of the system, whether the app may end in the middle of a run. It works where the page does not.
import { dialog } from 'electron';
import type { RunSummary } from '../../shared/runs/progress';
import type { MainWindow } from './main-window';

const buttons = ['Keep running', 'Pause and quit'];
const keepRunning = 0;

/** Whether the app may end. `waitMs`: how long the answers on their way are waited for at most. */
export async function askToQuit(
  window: MainWindow,
  going: readonly RunSummary[],
  waitMs: number,
): Promise<boolean> {
  const owner = window.browserWindow();
  const options = {
    type: 'question' as const,
    ...toQuitQuestion(going, waitMs),
    buttons,
    defaultId: keepRunning,
    cancelId: keepRunning,
    noLink: true,
  };
  const { response } = await (owner === null
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(owner, options));
  return response !== keepRunning;
}

function toQuitQuestion(
  going: readonly RunSummary[],
  waitMs: number,
): { readonly message: string; readonly detail: string } {
  const [first] = going;
  const number = (value: number) => value.toLocaleString('en-GB');
  const leftCount = going.reduce((sum, { counts }) => sum + counts.notSent, 0);
  return {
    message:
      going.length === 1 && first !== undefined
        ? `“${first.batchName}” is still running.`
        : `${going.length} runs are still going on.`,
    detail:
      `${number(leftCount)} ${leftCount === 1 ? 'person is' : 'people are'} not sent to yet. If you quit, nothing more leaves, and answers on their way ` +
      `are waited for, ${Math.ceil(waitMs / 1000)} seconds at most. Next time you go on from there, and nobody is sent to twice.`,
  };
}
