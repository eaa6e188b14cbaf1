// Reads one file as the window's worker does, in a process of its own, and prints what came of it, how long it took and how much memory.
import { readFileSync } from 'node:fs';
import { SheetSession } from '../../renderer/worker/sheet-session';
import { bestSheet } from '../../shared/spreadsheets/best-sheet';
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';
import { digestOf, type Reading } from './reading';

/** Open, preview, columns, check: everything that the worker does before the recruiter does anything. */
async function workThrough(bytes: Uint8Array, fileName: string): Promise<void> {
  const session = new SheetSession();
  const { table } = await session.open(bytes, fileName);
  if (table === null) return;
  session.rawRows(1, 60);
  if (table.peopleCount === 0) return;
  const { canInvite } = session.columns();
  if (canInvite) await session.check();
}

async function readHostileFile(path: string, fileName: string): Promise<Reading> {
  const bytes = new Uint8Array(readFileSync(path));
  const startedAtMs = performance.now();
  const startedCpu = process.cpuUsage();
  await workThrough(bytes, fileName);
  const { user, system } = process.cpuUsage(startedCpu);
  // On a machine that is busy with other work, the clock tells of that work too.
  const tookMs = Math.min(performance.now() - startedAtMs, (user + system) / 1000);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  const opened = await openSpreadsheet({ fileName, bytes });
  const rows = (bestSheet(opened)?.rows ?? []).map(({ cells }) => cells);
  return {
    tookMs,
    peakMb,
    notices: opened.notices,
    sheetCount: opened.sheets.length,
    rowCount: rows.length,
    digest: digestOf(rows),
    firstRows: rows.slice(0, 6).map((cells) => cells.slice(0, 6).map((cell) => cell.slice(0, 60))),
  };
}

const [path = '', fileName = ''] = process.argv.slice(2);
readHostileFile(path, fileName).then(
  (reading) => process.stdout.write(`${JSON.stringify(reading)}\n`),
  (thrown: unknown) => {
    process.stderr.write(String(thrown));
    process.exitCode = 1;
  },
);
