/**
 * A disk that is full, read-only or has spoilt the ledger, before a run and in the middle of one.
 */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { findDamageFaults } from '../parts/damage-cases.mjs';
import { findFullDiskFaults } from '../parts/full-disk-cases.mjs';
import { startPracticeProcess } from '../parts/practice-process.mjs';

/** Long enough for eight to be in flight at any moment. */
const latencyMs = 40;

export const experiment = {
  name: 'disk',
  bar: 'full, read-only, damaged: no POST without an intent, one plain sentence, the ledger kept byte for byte',
  async run({ folder, say }) {
    const practice = await startPracticeProcess({ latencyMs });
    const faults = [];
    const names = [];
    try {
      for (const [group, find] of Object.entries({ full: findFullDiskFaults, damage: findDamageFaults })) {
        const here = mkdtempSync(join(folder, `${group}-`));
        const found = await find({ practice, folder: here, say });
        names.push(...found.names);
        faults.push(...found.faults);
      }
    } finally {
      await practice.stop();
    }
    const wrong = new Set(faults.map((fault) => fault.split(':')[0]));
    return {
      measured: `${names.length - wrong.size} of ${names.length} right (${names.join(' · ')})`,
      ok: faults.length === 0,
      details: faults,
    };
  },
};
