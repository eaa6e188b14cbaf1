import { describe, expect, test } from 'vitest';
import { findHouseRuleFaults, HOUSE_RULES } from '../../../scripts/check/house-rules.mjs';
import { toSourceFile } from '../../../scripts/check/source-file.mjs';

const inOneLine = (path: string, code: string) => ({ path, text: `// For a test.\n${code}\n` });

/** For every rule: files that break it, each in one way. */
const violations: Record<string, { path: string; text: string }[]> = {
  'layers-renderer': [
    inOneLine('renderer/app.tsx', "import { toOutcome } from '../electron/operations/invite';"),
    inOneLine('renderer/app.tsx', "import type { Store } from '../electron/store/run-store';"),
    inOneLine('renderer/worker/sheet.ts', "import { readFile } from 'node:fs/promises';"),
    inOneLine('renderer/worker/sheet.ts', "import { join } from 'path';"),
    inOneLine('renderer/app.tsx', "import { app } from 'electron';"),
  ],
  'layers-shared': [
    inOneLine('shared/runs/progress.ts', "import { createHash } from 'node:crypto';"),
    inOneLine('shared/runs/progress.ts', "import { bridge } from '../../renderer/bridge';"),
    inOneLine('shared/runs/progress.ts', "export { x } from '../../electron/runs/run-engine';"),
    inOneLine('shared/operations/mapping.ts', "import Papa from 'papaparse';"),
    inOneLine('shared/operations/mapping.ts', "import { parse } from 'parse5';"),
    inOneLine('shared/operations/mapping.ts', "const react = await import('react');"),
  ],
  'layers-electron': [
    inOneLine('electron/handlers/run-handlers.ts', "import { App } from '../../renderer/app';"),
    inOneLine('electron/handlers/run-handlers.ts', "import { useState } from 'react';"),
  ],
  'electron-rooms': [
    inOneLine('electron/handlers/app-handlers.ts', "import { dialog } from 'electron';"),
    inOneLine('electron/cli/cli.ts', "import { openKeychain } from '../shell/os-keychain';"),
    inOneLine('electron/store/database.ts', "const { app } = require('electron');"),
  ],
  'runs-are-injected': [
    inOneLine('electron/runs/run-engine.ts', "import { openStore } from '../store/run-store';"),
    inOneLine('electron/runs/run-engine.ts', "import { request } from 'node:https';"),
    inOneLine('electron/runs/run-engine.ts', "import { DatabaseSync } from '@photostructure/sqlite';"),
    inOneLine('electron/runs/run-engine.ts', "import { send } from '../flowmingo/http-transport';"),
  ],
  'one-bridge': [
    inOneLine('renderer/screens/run/use-run.ts', 'window.flowmingo.on(name, listen);'),
    inOneLine('renderer/screens/run/use-run.ts', "globalThis['flowmingo'];"),
  ],
  'one-router': [
    inOneLine('electron/shell/main-window.ts', "import { ipcMain } from 'electron';"),
    inOneLine('electron/shell/main-window.ts', "ipcRenderer.invoke('runs:start');"),
  ],
  'no-send-sync': [inOneLine('electron/preload.ts', "bus.sendSync('runs:start');")],
  'no-html': [
    inOneLine('renderer/components/note.tsx', 'element.innerHTML = text;'),
    inOneLine(
      'renderer/components/note.tsx',
      'const note = <p dangerouslySetInnerHTML={{ __html: text }} />;',
    ),
    inOneLine('renderer/screens/target/target-step.tsx', 'const frame = <iframe srcDoc={html} />;'),
  ],
  'no-eval': [
    inOneLine('shared/messages/render.ts', 'eval(text);'),
    inOneLine('shared/messages/render.ts', 'new Function(text);'),
  ],
  'no-resending-client': [
    inOneLine('electron/shell/proxy.ts', "import { app, net } from 'electron';"),
    inOneLine('electron/flowmingo/client.ts', 'await fetch(url);'),
    inOneLine('electron/shell/proxy.ts', 'session.defaultSession.fetch(url);'),
  ],
  'renderer-has-no-network': [
    inOneLine('renderer/worker/sheet.ts', "await fetch('https://example.com');"),
    inOneLine('renderer/worker/sheet.ts', 'new XMLHttpRequest();'),
    inOneLine('renderer/worker/sheet.ts', 'navigator.sendBeacon(url, text);'),
  ],
  'one-way-out': [inOneLine('electron/shell/app-menu.ts', 'shell.openExternal(url);')],
  'no-suppressions': [
    { path: 'electron/store/rows.ts', text: '// biome-ignore lint/style/noEnum: for now\n' },
    { path: 'test/unit/a.test.ts', text: '// @ts-expect-error\n' },
  ],
  'every-test-runs': [
    inOneLine('test/unit/a.test.ts', "test.skip('later', () => {});"),
    inOneLine('test/e2e/a.test.ts', "test.describe.only('alone', () => {});"),
    inOneLine('test/unit/a.test.ts', "it.todo('one day');"),
  ],
  'short-files': [{ path: 'renderer/app.tsx', text: '// Long.\n'.repeat(301) }],
  'opening-words': [{ path: 'electron/store/rows.ts', text: "import { z } from 'zod';\n" }],
  'speaking-names': [
    inOneLine('shared/runs/index.ts', ''),
    inOneLine('electron/store/sql-utils.ts', ''),
    inOneLine('renderer/helpers/dates.ts', ''),
  ],
  'imports-without-extension': [inOneLine('electron/main.ts', "import { start } from './runs/start.ts';")],
  'no-loose-ends': [{ path: 'shared/runs/progress.ts', text: '// TODO: count these too\n' }],
};

const faultsOf = (file: { path: string; text: string }) =>
  findHouseRuleFaults([toSourceFile(file.path, file.text)]);

describe('house rules', () => {
  test('every rule has planted violations', () => {
    expect(Object.keys(violations).sort()).toEqual(HOUSE_RULES.map(({ name }) => name).sort());
  });

  test.each(
    Object.entries(violations).flatMap(([name, files]) =>
      files.map((file) => ({ name, file, text: file.text.slice(0, 90) })),
    ),
  )('$name finds: $text', ({ name, file }) => {
    expect(faultsOf(file).some((fault) => fault.includes(`[${name}: `))).toBe(true);
  });

  test.each([
    inOneLine('renderer/bridge.ts', 'window.flowmingo.on(name, listen);'),
    inOneLine('renderer/worker/sheet.ts', "import { check } from '../../shared/operations/check-rows';"),
    inOneLine('shared/spreadsheets/text-reader.ts', "import Papa from 'papaparse';"),
    inOneLine('shared/messages/message-tree.ts', "import { parseFragment } from 'parse5';"),
    inOneLine('electron/shell/ipc-router.ts', "import { ipcMain } from 'electron';"),
    inOneLine('electron/handlers/app-handlers.ts', "import type { Picker } from '../shell/os-file-picker';"),
    inOneLine('electron/flowmingo/client.ts', 'this.prefetch(url); lists.fetch(url);'),
    inOneLine(
      'renderer/components/messages/message-preview.tsx',
      'const frame = <iframe sandbox="" srcDoc={html} />;',
    ),
    inOneLine('electron/flowmingo/client.ts', '// fetch(url) would send twice: https://example.com/why'),
    inOneLine(
      'electron/shell/open-external.ts',
      "import { shell } from 'electron';\nshell.openExternal(url);",
    ),
  ])('lets through: $text', (file) => {
    expect(faultsOf(file)).toEqual([]);
  });

  test('names the file and the line', () => {
    const [fault] = faultsOf({
      path: 'shared/a.ts',
      text: '/* Opens.\n * eval(x)\n */\nconst x = 1;\neval(x);\n',
    });
    expect(fault).toMatch(/^shared\/a\.ts:5: No text is run as code/);
  });
});
