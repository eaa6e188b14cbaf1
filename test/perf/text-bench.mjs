/**
 * A text file of a million rows: our reader from the bytes to rows, with the encoding, the delimiter and every damage looked
 * for, beside papaparse on text that was decoded before. In Node and in Chromium's worker; each reading is a process of its
 * own, the readers take turns, medians are compared. Five short columns keep the file under the 100 MB that are opened. Once
 * with names from everywhere, whose letters take two bytes each in memory, and once with those of Western Europe, which take one.
 */
import { execFileSync } from 'node:child_process';
import {
  createReadStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { median, printTable } from './tables.mjs';

const readers = ['papaparse', 'papaparse-of-bytes', 'ours'];
const titles = {
  papaparse: 'papaparse, from decoded text',
  'papaparse-of-bytes': 'papaparse, told the encoding, from bytes',
  ours: 'Flowmingo Batch, from bytes',
};
/** papaparse takes about 1 GB for such a file. */
const heapMb = 3072;

/** @param {{ root: string, rowCount: number, rounds: number }} options */
export async function benchText({ root, rowCount, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-text-'));
  try {
    await buildPrograms(root, folder);
    for (const [about, names] of Object.entries(namesOf)) {
      writeFileSync(join(folder, 'people.csv'), makeText(rowCount, names));
      for (const [place, measure] of Object.entries({
        Node: measureInNode,
        'Chromium’s worker': measureInWorker,
      })) {
        const taken = new Map(readers.map((reader) => [reader, []]));
        for (let round = 0; round < rounds; round += 1)
          for (const reader of readers) taken.get(reader).push(await measure(reader, folder));
        printText(`${about}, ${place}`, rowCount, rounds, statSync(join(folder, 'people.csv')).size, taken);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const namesOf = {
  'names from everywhere': {
    first: ['Ana', 'Jürgen', 'Ngọc Ánh', 'Łukasz', 'Zoë', 'Inês', 'Kateřina', 'Björk'],
    last: ['Silva', 'Müller', 'Trần Thị', '"Lee, Jr."', 'Lefèvre', 'Gonçalves', 'Nováková', 'Jónsdóttir'],
  },
  'names of Western Europe': {
    first: ['Ana', 'Jürgen', 'Chloé', 'José', 'Zoë', 'Inês', 'Renée', 'Björk'],
    last: ['Silva', 'Müller', 'Muñoz', '"Lee, Jr."', 'Lefèvre', 'Gonçalves', 'Núñez', 'Jónsdóttir'],
  },
};

function makeText(rowCount, names) {
  const lines = ['Candidate ID,First name,Last name,Email,CV'];
  for (let index = 0; index < rowCount; index += 1)
    lines.push(
      `A-${index},${names.first[index % 8]},${names.last[(index >> 3) % 8]},person${index}@example.com,https://cv.example.com/${index}.pdf`,
    );
  return `${lines.join('\r\n')}\r\n`;
}

async function buildPrograms(root, outDir) {
  const common = { configFile: false, root, logLevel: 'warn' };
  const perf = (name) => join(root, 'test', 'perf', name);
  await build({
    ...common,
    ssr: { noExternal: true },
    build: { ssr: perf('read-text.ts'), outDir, emptyOutDir: false, target: 'node20' },
  });
  await build({
    ...common,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'chrome108',
      lib: { entry: perf('text-worker.ts'), formats: ['es'], fileName: () => 'text-worker.js' },
    },
  });
}

function measureInNode(reader, folder) {
  const program = join(folder, 'read-text.js');
  const words = [`--max-old-space-size=${heapMb}`, program, reader, join(folder, 'people.csv')];
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }));
}

async function measureInWorker(reader, folder) {
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://127.0.0.1').pathname.slice(1);
    if (name === '') response.setHeader('content-type', 'text/html').end('<!doctype html>');
    else {
      response.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'text/csv');
      createReadStream(join(folder, name))
        .on('error', () => response.writeHead(404).end())
        .pipe(response);
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const launched = await chromium.launchServer({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const browser = await chromium.connect(launched.wsEndpoint());
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const measured = await page.evaluate(
      (name) =>
        new Promise((done, fail) => {
          const worker = new Worker(`/text-worker.js?reader=${name}`, { type: 'module' });
          worker.onmessage = ({ data }) => done(data);
          worker.onerror = ({ message }) => fail(new Error(message));
        }),
      reader,
    );
    return { ...measured, peakMb: peakOfPagesMb(launched.process().pid) };
  } finally {
    await launched.close();
    server.close();
  }
}

/** The largest peak among the browser's processes that run pages. */
function peakOfPagesMb(browserPid) {
  const parents = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      parents.set(pid, /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    } catch {
      // The process has ended in between.
    }
  }
  const isInBrowser = (pid) =>
    pid !== undefined && (pid === String(browserPid) || isInBrowser(parents.get(pid)));
  let peakKb = 0;
  for (const pid of parents.keys()) {
    if (!isInBrowser(pid) || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer'))
      continue;
    const kb = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    peakKb = Math.max(peakKb, kb);
  }
  return peakKb / 1024;
}

function printText(place, rowCount, rounds, sizeBytes, taken) {
  const referenceMs = median(taken.get('papaparse').map(({ tookMs }) => tookMs));
  const rows = [...taken].map(([reader, results]) => {
    const tookMs = median(results.map((result) => result.tookMs));
    const wrong = results.find((result) => result.rowCount !== rowCount + 1);
    if (wrong !== undefined)
      throw new Error(`${reader} read ${wrong.rowCount} rows instead of ${rowCount + 1}.`);
    return [
      titles[reader],
      (tookMs / referenceMs).toFixed(2),
      `${Math.round(tookMs)} ms`,
      `${Math.round(median(results.map(({ peakMb }) => peakMb)))} MB`,
    ];
  });
  printTable(
    `CSV, ${rowCount.toLocaleString('en')} rows × 5 (${Math.round(sizeBytes / 1024 ** 2)} MB), ${place}, medians of ${rounds}`,
    ['', 'ratio', 'time', 'peak memory'],
    rows,
  );
}
