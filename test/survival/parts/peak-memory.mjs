/** The largest resident size that a process ever had, as Linux counts it. */
import { readFileSync } from 'node:fs';
import { wait } from './own-processes.mjs';

/** Linux keeps the peak itself; it only has to be read shortly before the end. */
const lookEveryMs = 50;

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} MB (10^6 bytes), when the process has ended
 */
export async function watchPeakMb(child) {
  let peakMb = 0;
  while (child.exitCode === null && child.signalCode === null) {
    peakMb = readPeakMb(child.pid) ?? peakMb;
    await wait(lookEveryMs);
  }
  return peakMb;
}

/** proc(5), VmHWM in KiB; null once the process is gone. */
export function readPeakMb(pid) {
  try {
    const kib = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib === undefined ? null : (Number(kib) * 1024) / 1e6;
  } catch {
    return null;
  }
}
