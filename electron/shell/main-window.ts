// The one window: sandboxed, isolated, without Node, showing app://flowmingo/ only.
import path from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import type { PushChannel, PushPayload } from '../../shared/ipc/contract';
import { pageLostMark } from '../../shared/ipc/page-lost';
import { appOrigin } from './app-protocol';
import { type CloseQuestion, createCloseQuestion } from './close-question';

/** The screens are drawn for 1280×800 and hold down to 1024×700. */
const size = { width: 1280, height: 800, minWidth: 1024, minHeight: 700 };

export interface MainWindow {
  readonly contentsId: () => number | null;
  open(): void;
  focus(): void;
  push<Channel extends PushChannel>(channel: Channel, payload: PushPayload<Channel>): void;
  browserWindow(): BrowserWindow | null;
  /** Whether somebody is at it now. */
  isInFront(): boolean;
  onFocus(listener: () => void): void;
  /** Windows logs off or shuts down. */
  onSessionEnd(listener: () => void): void;
  /** Resolves when the page has kept what it holds, or has had its time for that. */
  settle(): Promise<void>;
  /** The page's answer to that. */
  letClose(): void;
  /** From now on it closes when it is asked to. */
  letGo(): void;
}

/**
 * A window that is made when `open` is called. Closing it is the wish to end the app, which is told to `onCloseAsked`; it stays until
 * it is let go.
 */
export function createMainWindow(preloadFile: string, onCloseAsked: () => void): MainWindow {
  let window: BrowserWindow | null = null;
  let question: CloseQuestion | null = null;
  let mayClose = false;
  const focusListeners: (() => void)[] = [];
  const sessionEndListeners: (() => void)[] = [];
  return {
    contentsId: () => window?.webContents.id ?? null,
    browserWindow: () => window,
    open() {
      if (window !== null) return;
      window = new BrowserWindow({
        ...size,
        show: false,
        title: 'Flowmingo Batch',
        backgroundColor: nativeTheme.shouldUseDarkColors ? '#17191E' : '#FFFFFF',
        autoHideMenuBar: true,
        webPreferences: {
          preload: path.resolve(preloadFile),
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          webSecurity: true,
          webviewTag: false,
          spellcheck: false,
          navigateOnDragDrop: false,
        },
      });
      window.once('ready-to-show', () => window?.show());
      const opened = window;
      question = createCloseQuestion(() => {
        const { webContents } = opened;
        if (opened.isDestroyed() || webContents.isCrashed() || webContents.isLoading()) return false;
        webContents.send('app:close-asked', {});
        return true;
      });
      window.on('close', (event) => {
        if (mayClose) return;
        event.preventDefault();
        onCloseAsked();
      });
      window.on('focus', () => {
        for (const listener of focusListeners) listener();
      });
      window.on('session-end', () => {
        for (const listener of sessionEndListeners) listener();
      });
      window.on('closed', () => {
        window = null;
        question = null;
      });
      loadAgainWhenLost(window);
      void window.loadURL(`${appOrigin}/`);
    },
    focus() {
      if (window === null) return this.open();
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    async settle() {
      await question?.settle();
    },
    letClose() {
      question?.answer();
    },
    letGo() {
      mayClose = true;
    },
    isInFront: () => window?.isFocused() ?? false,
    onFocus: (listener) => void focusListeners.push(listener),
    onSessionEnd: (listener) => void sessionEndListeners.push(listener),
    push(channel, payload) {
      if (window !== null && !window.webContents.isDestroyed()) window.webContents.send(channel, payload);
    },
  };
}

/** A page that ends so soon after the last one would only end again. */
const leastLifeMs = 10_000;

/** Runs are in this process and go on; without a new page the window would stay empty. */
function loadAgainWhenLost(window: BrowserWindow): void {
  let loadedAtMs = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const nowMs = performance.now();
    if (reason === 'clean-exit' || window.isDestroyed() || nowMs - loadedAtMs < leastLifeMs) return;
    loadedAtMs = nowMs;
    void window.loadURL(`${appOrigin}/${pageLostMark}`);
  });
}
