/**
 * The house rules that a general linter can't express: which folder may import which, what may be used only in one
 * room, and how files look. Each rule has a sentence, and a test that plants a violation of it.
 */
import { builtinModules } from 'node:module';
import { lineOf } from './source-file.mjs';

/** Long files are where nobody finds anything; most here have a quarter of this. */
const MAX_LINES = 300;

const isNode = (target) => target.startsWith('node:') || builtinModules.includes(target);
const isIn =
  (...folders) =>
  (path) =>
    folders.some((folder) => path.startsWith(`${folder}/`));
const isPackage = (target) => !/^(electron|renderer|shared|test|scripts)\//.test(target);
const isSource = (path) => isIn('electron', 'renderer', 'shared')(path) && /\.tsx?$/.test(path);
const isAnyCode = (path) => /\.(tsx?|[cm]?js)$/.test(path) && !path.startsWith('scripts/check/');
const isOwnCode = (path) => isAnyCode(path) && path !== 'test/unit/scripts/house-rules.test.ts';
const except =
  (isWanted, ...rooms) =>
  (path) =>
    isWanted(path) && !rooms.some((room) => path.startsWith(room));

/** Where Electron may be imported. */
const ELECTRON_ROOMS = ['electron/main.ts', 'electron/preload.ts', 'electron/shell/'];
/** The one place that shows HTML, in a frame without scripts. */
const MESSAGE_PREVIEW = 'renderer/components/messages/message-preview';
/** The parsers that shared/ may use, each in one folder. */
const PARSERS = {
  'shared/spreadsheets/': ['papaparse', 'hucre', 'read-excel-file', 'exceljs', 'fflate'],
  'shared/messages/': ['parse5'],
};

/**
 * @typedef {import('./source-file.mjs').SourceFile} SourceFile
 * @typedef {{ line: number, found: string }} Finding
 * @typedef {{ name: string, sentence: string, appliesTo: (path: string) => boolean, find: (file: SourceFile) => Finding[] }} HouseRule
 */

/** @type {HouseRule[]} */
export const HOUSE_RULES = [
  {
    name: 'layers-renderer',
    sentence: 'renderer/ imports from renderer/ and shared/ only, and nothing of Node or Electron.',
    appliesTo: except(isIn('renderer'), 'renderer/public/'),
    find: imports(({ target }) =>
      isPackage(target) ? target === 'electron' || isNode(target) : !isIn('renderer', 'shared')(target),
    ),
  },
  {
    name: 'layers-shared',
    sentence:
      'shared/ imports from shared/ and zod only; the parsers of spreadsheets in shared/spreadsheets, the one of HTML in shared/messages.',
    appliesTo: isIn('shared'),
    find: imports(({ target }, path) => {
      if (!isPackage(target)) return !isIn('shared')(target);
      const parsers = Object.entries(PARSERS).find(([folder]) => path.startsWith(folder))?.[1] ?? [];
      return target !== 'zod' && !parsers.some((name) => target === name || target.startsWith(`${name}/`));
    }),
  },
  {
    name: 'layers-electron',
    sentence: 'electron/ imports from electron/ and shared/ only, and nothing of React.',
    appliesTo: isIn('electron'),
    find: imports(({ target }) =>
      isPackage(target) ? /^(react|react-dom|@mantine)\b/.test(target) : !isIn('electron', 'shared')(target),
    ),
  },
  {
    name: 'electron-rooms',
    sentence: "Only electron/main.ts, electron/preload.ts and electron/shell/ import 'electron'.",
    appliesTo: except(isIn('electron', 'shared'), ...ELECTRON_ROOMS),
    find: imports(
      ({ target, isType }) => target === 'electron' || (!isType && target.startsWith('electron/shell/')),
    ),
  },
  {
    name: 'runs-are-injected',
    sentence: 'electron/runs/ gets the ledger and the API handed in: no HTTP, no SQL, no store, no client.',
    appliesTo: isIn('electron/runs'),
    find: imports(
      ({ target, isType }) =>
        (!isType &&
          isIn('electron/store', 'electron/flowmingo', 'electron/workbooks', 'electron/practice')(target)) ||
        /^(node:)?https?$|^@photostructure\/sqlite$|\.sql(\?|$)/.test(target),
    ),
  },
  {
    name: 'one-bridge',
    sentence: 'Only renderer/bridge.ts touches window.flowmingo.',
    appliesTo: except(isIn('renderer'), 'renderer/bridge.ts'),
    find: code(
      /\b(window|globalThis|self)\s*(\.|\?\.)\s*flowmingo\b|\b(window|globalThis|self)\[['"]flowmingo/g,
    ),
  },
  {
    name: 'one-router',
    sentence: 'ipcMain belongs to electron/shell/ipc-router.ts, ipcRenderer to electron/preload.ts.',
    appliesTo: isSource,
    find: (file) => [
      ...(file.path === 'electron/shell/ipc-router.ts' ? [] : code(/\bipcMain\b/g)(file)),
      ...(file.path === 'electron/preload.ts' ? [] : code(/\bipcRenderer\b/g)(file)),
    ],
  },
  {
    name: 'no-send-sync',
    sentence: 'Nothing waits for the other process: no sendSync.',
    appliesTo: isSource,
    find: code(/\bsendSync\b/g),
  },
  {
    name: 'no-html',
    sentence: 'HTML reaches the page only in the message preview: no innerHTML or srcDoc elsewhere.',
    appliesTo: except(isSource, MESSAGE_PREVIEW),
    find: code(
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcDoc|srcdoc)\b|\bdocument\.write\b/g,
    ),
  },
  {
    name: 'no-eval',
    sentence: 'No text is run as code: no eval, no new Function.',
    appliesTo: isSource,
    find: code(/\beval\s*\(|\bnew\s+Function\s*\(|\bvm\.run/g),
  },
  {
    name: 'no-resending-client',
    sentence:
      "Electron's net and fetch may send a write twice by themselves: API calls go through node:https.",
    appliesTo: isIn('electron', 'shared'),
    find: (file) => [
      ...imports(({ target, names }) => target === 'electron' && /\bnet\b/.test(names))(file),
      ...code(/(?<![\w.])fetch\s*\(|\b(net|session|defaultSession|globalThis)\.(fetch|request)\s*\(/g)(file),
    ],
  },
  {
    name: 'renderer-has-no-network',
    sentence: 'The page reaches no network: no fetch, XMLHttpRequest, WebSocket, EventSource or beacon.',
    appliesTo: isIn('renderer'),
    find: code(/(?<![\w.])fetch\s*\(|\b(XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b/g),
  },
  {
    name: 'one-way-out',
    sentence: 'Only electron/shell/open-external.ts opens something in the browser.',
    appliesTo: except(isSource, 'electron/shell/open-external.ts'),
    find: code(/\bshell\.(openExternal|openPath)\b/g),
  },
  {
    name: 'no-suppressions',
    sentence: 'A rule is obeyed or changed, never switched off in a file.',
    appliesTo: isOwnCode,
    find: text(/biome-ignore|eslint-disable|@ts-(ignore|nocheck|expect-error)/g),
  },
  {
    name: 'every-test-runs',
    sentence: 'No test is left out or runs alone.',
    appliesTo: except(isIn('test'), 'test/unit/scripts/house-rules.test.ts'),
    find: code(/\b(test|it|describe)\.(\w+\.)?(only|skip|skipIf|runIf|todo|fixme|fails)\b/g),
  },
  {
    name: 'short-files',
    sentence: `No file is longer than ${MAX_LINES} lines.`,
    appliesTo: isSource,
    find: ({ text: whole }) => {
      const lines = whole.trimEnd().split('\n').length;
      return lines > MAX_LINES ? [{ line: MAX_LINES, found: `${lines} lines` }] : [];
    },
  },
  {
    name: 'opening-words',
    sentence:
      'A file in electron/ or shared/ opens with one to three lines: what it is for, what it must never do.',
    appliesTo: (path) => isIn('electron', 'shared')(path) && path.endsWith('.ts'),
    find: ({ text: whole }) =>
      /^(\/\/|\/\*\*)/.test(whole) ? [] : [{ line: 1, found: whole.split('\n')[0] }],
  },
  {
    name: 'speaking-names',
    sentence: 'No file is called index, utils, helpers, manager or common: its name says what it holds.',
    appliesTo: (path) => isSource(path) || (isIn('scripts')(path) && isAnyCode(path)),
    find: ({ path }) => {
      const parts = path
        .replace(/\.\w+$/, '')
        .split('/')
        .slice(1);
      const vague = parts.find((part) => /^index$|(^|-)(utils?|helpers?|managers?|common|misc)$/.test(part));
      return vague ? [{ line: 1, found: vague }] : [];
    },
  },
  {
    name: 'imports-without-extension',
    sentence: 'Imports of our own files carry no extension.',
    appliesTo: (path) => isSource(path) || (/^test\/.*\.tsx?$/.test(path) && isOwnCode(path)),
    find: imports(({ target }) => !isPackage(target) && /\.(tsx?|js)$/.test(target)),
  },
  {
    name: 'no-loose-ends',
    sentence: 'No TODO or FIXME: it is done, or it is an issue.',
    appliesTo: isOwnCode,
    find: text(/\b(TODO|FIXME|XXX|HACK)\b/g),
  },
];

/**
 * Every violation in these files, as `path:line: sentence (what was found)`.
 *
 * @param {SourceFile[]} files
 */
export function findHouseRuleFaults(files) {
  return files.flatMap((file) =>
    HOUSE_RULES.filter((rule) => rule.appliesTo(file.path)).flatMap((rule) =>
      rule
        .find(file)
        .map(({ line, found }) => `${file.path}:${line}: ${rule.sentence} [${rule.name}: ${found.trim()}]`),
    ),
  );
}

function imports(isForbidden) {
  return (file) =>
    file.imports
      .filter((one) => isForbidden(one, file.path))
      .map(({ line, target }) => ({ line, found: target }));
}

function code(pattern) {
  return (file) => matches(file.code, pattern);
}

function text(pattern) {
  return (file) => matches(file.text, pattern);
}

function matches(whole, pattern) {
  return [...whole.matchAll(pattern)].map((match) => ({ line: lineOf(whole, match.index), found: match[0] }));
}
