/**
 * A pipeline of many applications as a workbook, beside exceljs alone with the same cells and looks. Each writing is a process of its own,
 * the writers take turns, and medians are compared.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { median, printTable } from './tables.mjs';

const writers = ['buffered', 'streaming', 'app'];
/** The buffered writer takes more than 2 GB for so many rows. */
const heapMb = 4096;
const mostOfBuffered = 0.45;
const mostOfStreaming = 1.2;
const mostMb = 400;

/** @param {{ root: string, rowCount: number, rounds: number }} options */
export async function benchExport({ root, rowCount, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-export-'));
  try {
    const program = await buildProgram(root);
    const taken = new Map(writers.map((writer) => [writer, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const writer of writers) {
        const words = [`--max-old-space-size=${heapMb}`, program];
        words.push(writer, join(folder, 'out.xlsx'), String(rowCount));
        taken.get(writer).push(
          JSON.parse(
            execFileSync(process.execPath, words, {
              encoding: 'utf8',
              stdio: ['ignore', 'pipe', 'ignore'],
            }),
          ),
        );
      }
    printExport(rowCount, rounds, taken);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildProgram(root) {
  const outDir = join(root, 'dist', 'bench-export');
  const entry = join(root, 'test', 'perf', 'write-export.ts');
  const target = { ssr: entry, outDir, emptyOutDir: true, target: 'node20' };
  await build({ configFile: false, root, logLevel: 'warn', build: target });
  return join(outDir, 'write-export.js');
}

function printExport(rowCount, rounds, taken) {
  const of = (writer, field) => median(taken.get(writer).map((one) => one[field]));
  const ofBuffered = of('app', 'tookMs') / of('buffered', 'tookMs');
  const ofStreaming = of('app', 'tookMs') / of('streaming', 'tookMs');
  const peakMb = of('app', 'peakMb');
  const isReached = ofBuffered <= mostOfBuffered && ofStreaming <= mostOfStreaming && peakMb <= mostMb;
  printTable(
    `A workbook of ${rowCount} applications × 15, medians of ${rounds} (at most ${mostOfBuffered} of buffered, ${mostOfStreaming} of streaming, ${mostMb} MB: ${isReached ? 'reached' : 'NOT reached'})`,
    ['', 'of buffered', 'of streaming', 'peak MB', 'longest stall ms', 's'],
    writers.map((writer) => [
      writer === 'app' ? 'Flowmingo Batch' : `exceljs, ${writer}`,
      (of(writer, 'tookMs') / of('buffered', 'tookMs')).toFixed(2),
      (of(writer, 'tookMs') / of('streaming', 'tookMs')).toFixed(2),
      of(writer, 'peakMb').toFixed(0),
      of(writer, 'stallMs').toFixed(0),
      (of(writer, 'tookMs') / 1000).toFixed(1),
    ]),
  );
}
