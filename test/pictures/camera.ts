// Takes pictures of the window, small, and only where something has changed that anybody would see.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repoFolder } from '../../scripts/setup/places.mjs';
import type { LaunchedApp } from '../helpers/launch-app';
import { type Pixels, readPng, toDifferentShare, toSmallPng } from './small-png';

/** Takes a picture under a name; with `dark` also a second one, NAME-dark. */
export type TakePicture = (name: string, options?: { readonly dark?: boolean }) => Promise<void>;

interface View {
  readonly end: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

const plain: View = { end: '', colorScheme: 'light', width: 1280, height: 800, zoom: 1 };
const dark: View = { ...plain, end: '-dark', colorScheme: 'dark' };
/** What a screen is looked at in before it is called good. */
const everyView: readonly View[] = [
  plain,
  dark,
  { ...plain, end: '-1024', width: 1024, height: 700 },
  { ...plain, end: '-large', zoom: 2 },
];

/** With the same words, a clock's seconds and ids differ in fewer pixels than this from one taking to the next. */
const leastShare = 0.004;

/** Times, seconds and shortened ids: what is another each time, and no reason for a new picture. */
const passing = /\d+:\d\d(:\d\d)?|\b\d+ s\b|\b[0-9a-f]{4,}…\s*[0-9a-f]{4,}/g;

/** Where they go; `FLOWMINGO_PICTURES` takes another folder, and every view of each. */
const elsewhere = process.env.FLOWMINGO_PICTURES;
const folder = elsewhere ?? path.join(repoFolder, 'docs', 'pictures');

/** A camera for this window. It leaves the window in light colours at 1280×800. */
export function createCamera({ app, window }: Pick<LaunchedApp, 'app' | 'window'>): TakePicture {
  const show = async ({ colorScheme, width, height, zoom }: View) => {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        for (const one of BrowserWindow.getAllWindows()) {
          one.setContentSize(size.width, size.height);
          one.webContents.setZoomFactor(size.zoom);
        }
      },
      { width, height, zoom },
    );
    await window.waitForFunction(
      ([scheme, innerWidth]) =>
        document.documentElement.dataset.mantineColorScheme === scheme &&
        Math.abs(globalThis.innerWidth - Number(innerWidth)) <= 1,
      [colorScheme, width / zoom] as const,
    );
    await window.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
  };
  const take = async ({ zoom }: View): Promise<Buffer> => {
    if (zoom === 1) return window.screenshot({ animations: 'disabled' });
    // Playwright measures in the page's pixels, so it would take a part of a page that is zoomed.
    const taken = await app.evaluate(async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
    );
    return Buffer.from(taken ?? '', 'base64');
  };
  return async (name, options = {}) => {
    // Nothing is shown as lying under the pointer.
    await window.mouse.move(700, 2);
    mkdirSync(folder, { recursive: true });
    const views = elsewhere !== undefined ? everyView : options.dark ? [plain, dark] : [plain];
    for (const view of views) {
      await show(view);
      const words = (await window.locator('body').allInnerTexts()).join('');
      const note = createHash('sha256').update(words.replace(passing, '')).digest('hex').slice(0, 16);
      keep(path.join(folder, `${name}${view.end}.png`), { ...readPng(await take(view)), note });
    }
    await show(plain);
  };
}

/** Replaces the picture where its words or its look have changed. */
function keep(file: string, taken: Pixels): void {
  if (existsSync(file)) {
    const before = readPng(readFileSync(file));
    if (before.note === taken.note && toDifferentShare(before, taken) < leastShare) return;
  }
  writeFileSync(file, toSmallPng(taken));
  process.stdout.write(`  picture: ${path.basename(file)}\n`);
}
