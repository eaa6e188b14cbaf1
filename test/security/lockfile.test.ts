import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const repoFolder = path.resolve(import.meta.dirname, '../..');
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync(path.join(repoFolder, 'package-lock.json'), 'utf8'),
);

/** Packages with known holes or silent damage to data, by name; what they are refused for. */
const denied: Readonly<Record<string, (version: string) => boolean>> = {
  // 0.18.5 on the registry is the last one there, with open holes (prototype pollution, hangs).
  xlsx: (version) => isBelow(version, '0.20.2'),
  // Unmaintained; fetch binaries from elsewhere while they install.
  keytar: () => true,
  sqlite3: () => true,
  // Path traversal when unpacking.
  jszip: (version) => isBelow(version, '3.8.0'),
  // Merges ragged rows without a word.
  'csv-parser': () => true,
};

function isBelow(version: string, bound: string): boolean {
  const [have, want] = [version, bound].map((text) =>
    text.split('.').map((part) => Number.parseInt(part, 10)),
  );
  for (const [index, wanted] of (want ?? []).entries()) {
    const found = have?.[index] ?? 0;
    if (found !== wanted) return found < wanted;
  }
  return false;
}

const toName = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

function findDenied(packages: Record<string, LockedPackage>): string[] {
  return Object.entries(packages)
    .filter(([place, { version = '0.0.0' }]) => denied[toName(place)]?.(version))
    .map(([place, { version }]) => `${toName(place)} ${version}`);
}

describe('check 24: the lockfile', () => {
  test('names none of the denied packages', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(findDenied(lock.packages)).toEqual([]);
  });

  test('would be refused with any of them, also deep inside another package', () => {
    const planted = {
      'node_modules/xlsx': { version: '0.18.5' },
      'node_modules/a/node_modules/keytar': { version: '7.9.0' },
      'node_modules/sqlite3': { version: '5.1.7' },
      'node_modules/exceljs/node_modules/jszip': { version: '3.7.1' },
      'node_modules/jszip': { version: '3.10.1' },
      'node_modules/csv-parser': { version: '3.2.0' },
    };
    expect(findDenied(planted)).toHaveLength(5);
  });

  test('pins every package by its checksum', () => {
    const unpinned = Object.entries(lock.packages).filter(
      ([place, one]) => place !== '' && !one.link && !one.integrity,
    );
    expect(unpinned.map(([place]) => place)).toEqual([]);
  });
});
