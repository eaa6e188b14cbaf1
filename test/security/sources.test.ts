// The static halves of the checks: what the sources may not hold anywhere, read from the sources.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const repoFolder = path.resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(path.join(repoFolder, name), 'utf8');

/** The files of a folder of ours, by their path in the repository, with `/`. */
function filesOf(pattern: string): string[] {
  const found = globSync(pattern, { cwd: repoFolder }).map((name) => name.replaceAll('\\', '/'));
  expect(found.length).toBeGreaterThan(0);
  return found;
}

/** Without comments, which may name what code may not. */
function codeOf(name: string): string {
  return read(name)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');
}

/** Where the pattern is used. */
const usersOf = (pattern: RegExp, files: string[]): string[] =>
  files.filter((name) => pattern.test(codeOf(name))).sort();

const mainFiles = filesOf('electron/**/*.ts');
const rendererFiles = filesOf('renderer/**/*.{ts,tsx}');
const sharedFiles = filesOf('shared/**/*.ts');

describe('check 2: the sandbox', () => {
  it('is on for every process, and the app never starts without it', () => {
    expect(codeOf('electron/main.ts')).toMatch(/app\.enableSandbox\(\)/);
    expect(usersOf(/appendSwitch/, mainFiles)).toEqual([]);
    const starters = ['package.json', 'electron-builder.yml', ...filesOf('scripts/**/*.{mjs,cjs}')];
    const unsandboxed = starters.filter((name) => /no-sandbox/.test(codeOf(name)));
    // A demonstration run by root in a container is the one that cannot have it.
    for (const name of unsandboxed) expect(codeOf(name), name).toMatch(/getuid/);
    expect(unsandboxed).not.toContain('package.json');
    expect(unsandboxed).not.toContain('electron-builder.yml');
  });
});

describe('check 11: the one bridge', () => {
  it('is made in one file on each side', () => {
    const all = [...mainFiles, ...rendererFiles, ...sharedFiles];
    expect(usersOf(/\bipcMain\b/, all)).toEqual(['electron/shell/ipc-router.ts']);
    expect(usersOf(/\bipcRenderer\b/, all)).toEqual(['electron/preload.ts']);
    expect(usersOf(/\bcontextBridge\b/, all)).toEqual(['electron/preload.ts']);
    expect(usersOf(/\bnew BrowserWindow\b/, all)).toEqual(['electron/shell/main-window.ts']);
    expect(usersOf(/\bshell\.openExternal\b/, all)).toEqual(['electron/shell/open-external.ts']);
  });
});

describe('check 23: HTML', () => {
  it('reaches the page in the message preview alone', () => {
    const asHtml =
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|setHTMLUnsafe|srcdoc|srcDoc)\b|\bdocument\.write/;
    expect(usersOf(asHtml, rendererFiles)).toEqual(['renderer/components/messages/message-preview.tsx']);
    expect(codeOf('renderer/components/messages/message-preview.tsx')).not.toMatch(
      /innerHTML|dangerouslySetInnerHTML/i,
    );
    expect(usersOf(/<iframe\b/, rendererFiles)).toEqual(['renderer/components/messages/message-preview.tsx']);
  });
});

describe('check 24: dependencies', () => {
  it('are installed without running a script of theirs', () => {
    const installers = filesOf('scripts/**/*.mjs').filter((name) => /'npm',\s*\[?\s*['[]/.test(codeOf(name)));
    // The runtime's own set-up fetches its binary with the one installer that is run, by name.
    expect(installers).toEqual(['scripts/setup/dependencies.mjs', 'scripts/setup/node-24.mjs']);
    expect(codeOf('scripts/setup/node-24.mjs')).toMatch(/'npm',\s*\['rebuild', 'node'/);
    expect(codeOf('scripts/setup/dependencies.mjs')).toMatch(/\[\s*'ci',\s*'--ignore-scripts'/);
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(Object.keys(scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
  });
});

describe('check 25: Electron', () => {
  /** The newest major at the time of this release; Electron supports the three newest (electronjs.org, Electron Timelines). */
  const newestMajor = 45;
  const supportedMajors = 3;

  it('is of a major version that gets security fixes, in the lockfile too', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>;
    };
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { version?: string }>;
    };
    const asked = Number(/(\d+)/.exec(devDependencies.electron ?? '')?.[1]);
    const locked = Number(packages['node_modules/electron']?.version?.split('.')[0]);
    expect(locked).toBe(asked);
    expect(locked).toBeGreaterThan(newestMajor - supportedMajors);
  });

  it('is the official one in whatever is installed', () => {
    expect(codeOf('scripts/packaging/package-app.mjs')).toMatch(
      /installer && runtime\.source === 'substitute'/,
    );
  });
});
