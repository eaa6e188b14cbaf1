import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PipelineSession } from '../../../../renderer/worker/pipeline-session';
import type { SheetSession } from '../../../../renderer/worker/sheet-session';

const samples = new URL('../../../fixtures/samples/', import.meta.url);

/** A session with one of the sample files open. */
export async function makeSession(sample: string): Promise<PipelineSession> {
  const session = new PipelineSession();
  await session.open(new Uint8Array(readFileSync(fileURLToPath(new URL(sample, samples)))), sample);
  return session;
}

/** A session with a sheet of text: one row a line, cells parted by commas. */
export async function makeTextSession(...lines: readonly string[]): Promise<PipelineSession> {
  const session = new PipelineSession();
  await session.open(new TextEncoder().encode(`${lines.join('\n')}\n`), 'people.csv');
  return session;
}

/** The numbers of the rows that a filter gives. */
export function rowNumbersOf(session: SheetSession, ...find: Parameters<SheetSession['find']>): number[] {
  const count = session.find(...find);
  return session.viewRows(0, count).map((row) => row.rowNumber);
}
