import { describe, expect, test } from 'vitest';
import { changesSince, parseTreeState } from '../../../scripts/check/tree-state.mjs';
import { findArchiveFaults, findFuseFaults } from '../../../scripts/packaging/check-package.mjs';
import { missingFuses } from '../../../scripts/packaging/package-app.mjs';
import { isSameInstall } from '../../../scripts/setup/dependencies.mjs';
import { DEBIAN_PACKAGES, missingPackages } from '../../../scripts/setup/system-libraries.mjs';

describe('dependencies', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/keyring-win32': { version: '2.1.0', optional: true },
    },
  };

  test('are installed when the same versions lie there; packages for other systems may be missing', () => {
    expect(isSameInstall(lock, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toBe(true);
  });

  test.each([
    ['another version', { 'node_modules/zod': { version: '4.6.6' } }],
    ['nothing', {}],
    [
      'one too many',
      { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/xlsx': { version: '0.18.5' } },
    ],
  ])('are not installed with %s', (_, packages) => {
    expect(isSameInstall(lock, { packages })).toBe(false);
  });
});

describe('system libraries', () => {
  const line = (name: string, status = 'install ok installed') => `${name}\t${status}\n`;
  const names = DEBIAN_PACKAGES.map((entry) => entry.split('|')[0] ?? '');

  test('nothing is missing when all are installed, also under their newer names', () => {
    const output = names
      .map((name) => line(name === 'libasound2' ? 'libasound2t64' : `${name}:amd64`))
      .join('');
    expect(missingPackages(output)).toEqual([]);
  });

  test('a package that was removed or never known is missing', () => {
    const output = names
      .filter((name) => name !== 'xvfb')
      .map((name) => line(name, name === 'dbus' ? 'deinstall ok config-files' : undefined))
      .join('');
    expect(missingPackages(output)).toEqual(['xvfb', 'dbus']);
  });
});

describe('clean tree', () => {
  test('names what changed, came or went between two looks', () => {
    const before = parseTreeState(' M a.ts\0?? b.ts\0', (path) => `${path} 1`);
    const after = parseTreeState(' M a.ts\0R  new.ts\0old.ts\0', (path) => `${path} 1`);
    expect(changesSince(before, after)).toEqual(['b.ts', 'new.ts']);
    expect(changesSince(before, before)).toEqual([]);
  });
});

describe('fuses', () => {
  test('only an old Electron lacks one', () => {
    expect(missingFuses(22)).toEqual(['grantFileProtocolExtraPrivileges']);
    expect(missingFuses(45)).toEqual([]);
  });
});

describe('packaged app', () => {
  const good = [
    '/package.json',
    '/dist',
    '/dist/electron',
    '/dist/electron/main.cjs',
    '/dist/electron/preload.cjs',
    '/dist/electron/snapshot-worker.cjs',
    '/dist/electron/backup-worker.cjs',
    '/dist/renderer/index.html',
    '/node_modules/@napi-rs',
    '/node_modules/@napi-rs/keyring/index.js',
    '/node_modules/@napi-rs/keyring-linux-x64-gnu/keyring.linux-x64-gnu.node',
    '/node_modules/@photostructure/sqlite/dist/index.cjs',
  ];

  test('may hold the build and the two native packages', () => {
    expect(findArchiveFaults(good)).toEqual([]);
  });

  test.each([
    '/.env',
    '/dist/electron/main.cjs.map',
    '/dist/runtime.json',
    '/test/e2e/main-job.test.ts',
    '/electron/main.ts',
    '/node_modules/react/index.js',
    '/node_modules/@photostructure/sqlite/test/all.js',
  ])('may not hold %s', (path) => {
    expect(findArchiveFaults([...good, path])).toHaveLength(1);
  });

  test('must hold the page', () => {
    expect(findArchiveFaults(good.filter((path) => !path.endsWith('.html')))).toEqual([
      'Its archive lacks dist/renderer/index.html.',
    ]);
  });

  test('must have every fuse of the shipped copy', () => {
    const allOff = () => '0'.charCodeAt(0);
    const faults = findFuseFaults(allOff, ['EnableEmbeddedAsarIntegrityValidation']);
    expect(faults).toEqual([
      'The fuse EnableCookieEncryption should be on.',
      'The fuse OnlyLoadAppFromAsar should be on.',
    ]);
  });
});
