/**
 * Readers in Chromium's Web Worker, under the app's own content security policy. Each measurement is a browser of its own;
 * the peak is the most memory that one of its renderers has held, as Linux keeps it.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const contentTypes = { '.html': 'text/html', '.js': 'text/javascript' };
/** exceljs takes some seconds for 100,000 rows; beyond this something hangs. */
const timeoutMs = 300_000;

/** @returns {boolean} whether there is a Chromium to measure with */
export function hasChromium() {
  return existsSync(executablePath);
}

/**
 * Builds the page, serves it on loopback while `measureAll` runs, and gives it a function for one measurement.
 * @param {string} root
 * @param {(measure: (reader: string, path: string) => Promise<{ tookMs: number, rowCount: number, peakMb: number }>) => Promise<void>} measureAll
 */
export async function withChromium(root, measureAll) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-page-'));
  const policy = policyOf(root);
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url, 'http://127.0.0.1').pathname);
    if (!existsSync(path)) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': policy,
    });
    return response.end(readFileSync(path));
  });
  try {
    await buildPage(root, folder);
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    const address = `http://127.0.0.1:${server.address().port}/test/perf/read-page.html`;
    await measureAll((reader, path) => measure(address, reader, path));
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function policyOf(root) {
  const source = readFileSync(join(root, 'electron', 'shell', 'app-protocol.ts'), 'utf8');
  const list = /contentSecurityPolicy = \[([^\]]+)\]/.exec(source)?.[1] ?? '';
  return [...list.matchAll(/"([^"]+)"/g)].map(([, directive]) => directive).join('; ');
}

async function buildPage(root, outDir) {
  await build({
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      target: 'chrome108',
      outDir,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 8000,
      rollupOptions: { input: join(root, 'test', 'perf', 'read-page.html') },
    },
  });
}

async function measure(address, reader, path) {
  const server = await chromium.launchServer({ executablePath, args: ['--no-sandbox'] });
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(timeoutMs);
    await page.goto(`${address}#${encodeURIComponent(reader.replaceAll(' ', '-of-'))}`);
    await page.setInputFiles('input', path);
    await page.waitForFunction(() => document.title !== '');
    const answer = JSON.parse(await page.title());
    if (answer.failure !== undefined) throw new Error(`${reader}: ${answer.failure}`);
    return { ...answer, peakMb: Math.max(...renderersOf(server.process().pid).map(peakOf)) };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The process and all that descend from it. */
function renderersOf(rootPid) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [Number(pid), Number(/^PPid:\s*(\d+)/m.exec(statusOf(pid))?.[1] ?? 0)]),
  );
  const isOurs = (pid) => pid === rootPid || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter((pid) => isOurs(pid) && commandOf(pid).includes('--type=renderer'));
}

function statusOf(pid) {
  return readOr(`/proc/${pid}/status`);
}

function commandOf(pid) {
  return readOr(`/proc/${pid}/cmdline`);
}

/** A process may end while it is looked at. */
function readOr(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function peakOf(pid) {
  return Number(/^VmHWM:\s*(\d+)/m.exec(statusOf(pid))?.[1] ?? 0) / 1024;
}
