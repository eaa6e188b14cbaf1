// The border between the app and the system, with a sink in place of what would be shown there. Nothing else of the app is replaced.
import type { ElectronApplication } from 'playwright';

interface Sink {
  questions: { message: string; detail: string; buttons: string[] }[];
  answer: number;
  notices: { title: string; body: string }[];
  pressLastNotice: () => void;
  progress: { fraction: number; mode: string }[];
  blockers: Set<number>;
  relaunches: number;
}

type Holder = typeof globalThis & { border: Sink };

/** What the app has asked and shown so far. */
export type SeenAtBorder = Omit<Sink, 'blockers' | 'pressLastNotice' | 'answer'> & { blockerCount: number };

/** Puts the sinks in. To be called once, when the window is there. */
export async function watchBorder(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: electronApp, dialog, Notification, powerSaveBlocker, BrowserWindow }) => {
    const sink: Sink = {
      questions: [],
      answer: 0,
      notices: [],
      pressLastNotice: () => undefined,
      progress: [],
      blockers: new Set(),
      relaunches: 0,
    };
    (globalThis as Holder).border = sink;
    dialog.showMessageBox = (async (...args: unknown[]) => {
      const { message, detail, buttons } = args.at(-1) as Sink['questions'][number];
      sink.questions.push({ message, detail, buttons });
      return { response: sink.answer, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
    // Electron gives each notification a `show` of its own, so it is replaced when the app begins to listen.
    const { prototype } = Notification;
    const listen = prototype.on;
    prototype.on = function on(this: Electron.Notification, ...args: Parameters<typeof listen>) {
      this.show = () => {
        sink.notices.push({ title: this.title, body: this.body });
        sink.pressLastNotice = () => void this.emit('click');
      };
      return listen.apply(this, args);
    } as typeof listen;
    let lastId = 0;
    powerSaveBlocker.start = () => {
      lastId += 1;
      sink.blockers.add(lastId);
      return lastId;
    };
    powerSaveBlocker.stop = (id: number) => sink.blockers.delete(id);
    electronApp.relaunch = () => {
      sink.relaunches += 1;
    };
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('There is no window.');
    window.setProgressBar = (fraction, options) =>
      void sink.progress.push({ fraction, mode: options?.mode ?? 'none' });
  });
}

export async function seenAtBorder(app: ElectronApplication): Promise<SeenAtBorder> {
  return app.evaluate(() => {
    const { questions, notices, progress, blockers, relaunches } = (globalThis as Holder).border;
    return { questions, notices, progress, relaunches, blockerCount: blockers.size };
  });
}

/** From now on a question is answered with its first button (0) or its second (1). */
export async function answerQuestions(app: ElectronApplication, button: 0 | 1): Promise<void> {
  await app.evaluate((_, answer) => {
    (globalThis as Holder).border.answer = answer;
  }, button);
}

export async function pressLastNotice(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => (globalThis as Holder).border.pressLastNotice());
}

/** Whether the window counts as the one that somebody is at. */
export async function setInFront(app: ElectronApplication, isInFront: boolean): Promise<void> {
  await app.evaluate(({ BrowserWindow }, isFocused) => {
    for (const window of BrowserWindow.getAllWindows()) window.isFocused = () => isFocused;
  }, isInFront);
}

/** Presses the cross of the window. */
export async function pressCross(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  });
}

/** Resolves when the process is gone. */
export function whenGone(app: ElectronApplication): Promise<void> {
  return new Promise((resolve) => app.process().once('exit', () => resolve()));
}
