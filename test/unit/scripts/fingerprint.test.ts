import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fingerprint, isFresh, writeStamp } from '../../../scripts/build/fingerprint.mjs';

const target = {
  name: 'main',
  entry: 'electron/main.ts',
  folders: ['electron'],
  output: 'dist/main.cjs',
} as const;
let root: string;

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'fingerprint-'));
  write('electron/main.ts', 'one');
  write('electron/runs/engine.ts', 'two');
  write('package-lock.json', '{}');
  write(target.output, 'built');
  writeStamp(root, target, fingerprint(root, target.folders));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a build', () => {
  test('is fresh while nothing changed', () => {
    write('electron/main.ts', 'one');
    write('renderer/app.tsx', 'not its business');
    expect(isFresh(root, target)).toBe(true);
  });

  test.each<[string, () => void]>([
    ['a source changed', () => write('electron/runs/engine.ts', 'three')],
    ['a source came', () => write('electron/new.ts', '')],
    ['a source went', () => rmSync(path.join(root, 'electron/runs/engine.ts'))],
    [
      'a source moved',
      () => renameSync(path.join(root, 'electron/runs/engine.ts'), path.join(root, 'electron/engine.ts')),
    ],
    ['the lockfile changed', () => write('package-lock.json', '{ }')],
    ['the way of building changed', () => write('scripts/build/node-config.mjs', '')],
    ['its output is gone', () => rmSync(path.join(root, target.output))],
  ])('is stale when %s', (_, change) => {
    change();
    expect(isFresh(root, target)).toBe(false);
  });
});
