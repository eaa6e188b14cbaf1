// Takes pictures of the window, small, and only where something has changed that anybody would see.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repoFolder } from '../../scripts/setup/places.mjs';
import type { LaunchedApp } from '../helpers/launch-app';
import { readPng, toDifferentShare, toSmallPng } from './small-png';

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

/** A clock's seconds, a speed and a time left differ from one taking to the next, and are no reason for a new picture. */
const leastShare = 0.004;

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
      keep(path.join(folder, `${name}${view.end}.png`), await take(view));
    }
    await show(plain);
  };
}

function keep(file: string, taken: Buffer): void {
  const pixels = readPng(taken);
  if (existsSync(file) && toDifferentShare(readPng(readFileSync(file)), pixels) < leastShare) return;
  writeFileSync(file, toSmallPng(pixels));
  process.stdout.write(`  picture: ${path.basename(file)}\n`);
}
