/**
 * node test/gallery/take-pictures.mjs OUT_FOLDER "screen=home&scenario=production" [more queries…]
 * Builds the gallery, opens it in the installed Chromium under the app's own content security policy, and takes a PNG of
 * each query: 1280×800 light and dark, and with --narrow 1024×700 too; with --large at twice the text's size. `press=NAME` in a
 * query presses what is called that first, several one after another; `fill=LABEL:TEXT` types before that. Prints what the page says on its console.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build } from 'vite';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'";
const contentTypes = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};
/** Longer than the 200 ms before grey rows and the 160 ms of a pop-up. */
const settleMs = 500;
const say = (line) => process.stdout.write(`${line}\n`);
const here = dirname(fileURLToPath(import.meta.url));
const [outFolder, ...rest] = process.argv.slice(2);
const isNarrow = rest.includes('--narrow');
const isLarge = rest.includes('--large');
const queries = rest.filter((word) => !word.startsWith('--'));

const builtFolder = await mkdtemp(join(tmpdir(), 'gallery-'));
await build({
  configFile: false,
  root: here,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'chrome108',
    cssTarget: 'chrome108',
    outDir: builtFolder,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    minify: false,
    chunkSizeWarningLimit: 8000,
  },
});
await mkdir(outFolder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const views = [
  { width: 1280, height: 800, colorScheme: 'light', name: '' },
  { width: 1280, height: 800, colorScheme: 'dark', name: '-dark' },
  ...(isNarrow ? [{ width: 1024, height: 700, colorScheme: 'light', name: '-1024' }] : []),
  // Twice the text in the same window leaves half the room.
  ...(isLarge ? [{ width: 640, height: 400, colorScheme: 'light', name: '-large', scale: 2 }] : []),
];
for (const view of views) {
  const page = await browser.newPage({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.colorScheme,
    deviceScaleFactor: view.scale ?? 1,
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  await page.clock.setFixedTime(new Date('2026-03-21T14:52:23Z'));
  page.on('console', (message) => say(`[page] ${message.text()}`));
  page.on('pageerror', (error) => say(`[page error] ${error.message}`));
  await page.route('**/*', async (route) => {
    const path = join(builtFolder, new URL(route.request().url()).pathname);
    const body = await readFile(path).catch(() => null);
    if (body === null) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({
      body,
      headers: {
        'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': policy,
      },
    });
  });
  for (const query of queries) {
    await page.goto(`https://gallery.example/index.html?${query}`);
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate((settleMs) => new Promise((settled) => setTimeout(settled, settleMs)), settleMs);
    for (const words of new URLSearchParams(query).getAll('fill')) {
      const [label = '', text = ''] = words.split(':');
      await page.getByRole('textbox', { name: label }).fill(text);
      await page.evaluate((settleMs) => new Promise((settled) => setTimeout(settled, settleMs)), settleMs);
    }
    for (const name of new URLSearchParams(query).getAll('press')) {
      const pressed = page
        .getByRole('button', { name })
        .or(page.getByRole('radio', { name }))
        .or(page.getByRole('menuitem', { name }))
        .or(page.getByRole('row', { name }))
        .first();
      // A radio button lies under its label.
      await pressed.click({ force: true });
      await page.evaluate((settleMs) => new Promise((settled) => setTimeout(settled, settleMs)), settleMs);
    }
    const file = join(outFolder, `${query.replace(/[^a-z0-9]+/gi, '-')}${view.name}.png`);
    await page.screenshot({ path: file });
    say(file);
  }
  await page.close();
}
await browser.close();
await rm(builtFolder, { recursive: true, force: true });
