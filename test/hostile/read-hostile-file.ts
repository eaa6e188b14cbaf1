// Reads one file as the window's worker does, in a process of its own, and prints what came of it, how long it took and how much memory.
import { existsSync, readFileSync } from 'node:fs';
import type { FileSummary } from '../../renderer/worker/session-types';
import { SheetSession } from '../../renderer/worker/sheet-session';
import { bestSheet } from '../../shared/spreadsheets/best-sheet';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';
import { digestOf, type Reading } from './reading';

/** Open, preview, columns, check: everything that the worker does before the recruiter does anything. */
async function workThrough(bytes: Uint8Array, fileName: string): Promise<FileSummary> {
  const session = new SheetSession();
  const file = await session.open(bytes, fileName);
  if (file.table === null) return file;
  session.rawRows(1, 60);
  if (file.table.peopleCount > 0 && session.columns().canInvite) session.check();
  return file;
}

async function readHostileFile(path: string, fileName: string): Promise<Reading> {
  const bytes = new Uint8Array(readFileSync(path));
  const startedAtMs = performance.now();
  const startedCpu = process.cpuUsage();
  const { notices, sheets } = await workThrough(bytes, fileName);
  const { user, system } = process.cpuUsage(startedCpu);
  // On a machine that is busy with other work, the clock tells of that work too.
  const tookMs = Math.min(performance.now() - startedAtMs, (user + system) / 1000);
  const peakMb = readPeakMb();
  const rows = sheets.length === 0 ? [] : await readRows(bytes, fileName);
  return {
    tookMs,
    peakMb,
    notices,
    sheetCount: sheets.length,
    rowCount: rows.length,
    digest: digestOf(rows),
    firstRows: rows.slice(0, 6).map((cells) => cells.slice(0, 6).map((cell) => cell.slice(0, 60))),
  };
}

/** What `resourceUsage` says on Linux may be the memory of the process that started this one. */
function readPeakMb(): number {
  const place = '/proc/self/status';
  const told = existsSync(place) ? /VmHWM:\s*(\d+)/.exec(readFileSync(place, 'utf8'))?.[1] : undefined;
  return (told === undefined ? process.resourceUsage().maxRSS : Number(told)) / 1024;
}

async function readRows(bytes: Uint8Array, fileName: string): Promise<(readonly string[])[]> {
  const opened = await openSpreadsheet({ fileName, bytes });
  return (bestSheet(opened)?.rows ?? []).map(({ cells }) => cells);
}

const [path = '', fileName = ''] = process.argv.slice(2);
readHostileFile(path, fileName).then(
  (reading) => process.stdout.write(`${JSON.stringify(reading)}\n`),
  (thrown: unknown) => {
    process.stderr.write(String(thrown));
    process.exitCode = 1;
  },
);
