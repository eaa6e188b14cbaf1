/**
 * A disk that is full, read-only or has spoilt the ledger, before a run and in the middle of one.
 */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { findDamageFaults } from '../parts/damage-cases.mjs';
import { findFullDiskFaults } from '../parts/full-disk-cases.mjs';
import { startPractice } from '../parts/practice-process.mjs';

const groups = { 'full or read-only': findFullDiskFaults, damaged: findDamageFaults };
/** Long enough for eight to be in flight at any moment. */
const latencyMs = 40;

export const experiment = {
  name: 'disk',
  bar: 'full, read-only, damaged: no POST without an intent, one plain sentence, the ledger kept byte for byte',
  async run({ folder, say }) {
    const practice = await startPractice({ faults: { latencyMs } });
    const faults = [];
    const names = [];
    const counts = [];
    try {
      for (const [group, find] of Object.entries(groups)) {
        const here = mkdtempSync(join(folder, 'disk-'));
        const found = await find({ practice, folder: here, say });
        names.push(...found.names);
        counts.push(`${found.names.length} ${group}${found.how ? `, ${found.how}` : ''}`);
        faults.push(...found.faults);
      }
    } finally {
      await practice.stop();
    }
    const wrong = new Set(faults.map((fault) => fault.split(':')[0]));
    return {
      measured: `${names.length - wrong.size} of ${names.length} right (${counts.join('; ')})`,
      ok: faults.length === 0,
      details: faults,
    };
  },
};
