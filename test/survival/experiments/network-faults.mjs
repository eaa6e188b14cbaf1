/**
 * Eighteen network faults of invites, adds, moves and rejections, each on warm connections where there is one to be warm: what the ledger
 * says of every row, and how often the server saw it.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildTestProgram } from '../parts/build-test-program.mjs';
import { makeCertificates } from '../parts/make-certificates.mjs';
import { runTestProgram } from '../parts/run-test-program.mjs';

/** Of each kind; what is the same for every operation is tried with many invites. */
const rowsOf = { small: { invite: 10, other: 3 }, full: { invite: 50, other: 50 } };

const operations = ['invite', 'add', 'move', 'reject'];

/** Nothing reached the API, or it said so: sent again by itself, and done. */
const notProcessed = (whys, more = {}) => ({
  kind: 'not-processed',
  whys,
  ends: ['done'],
  posts: [1, 1],
  ...more,
});
/** Nobody can tell, so the ledger must not. Never sent again. */
const unknown = (whys, more = {}) => ({
  kind: 'unknown',
  whys,
  ends: ['unknown'],
  posts: [1, 1],
  isWarm: true,
  ...more,
});

/** What is right for each kind. `posts`: the fewest and the most that the server may see of one row. */
const rightFor = {
  'connection refused': notProcessed(['offline']),
  'name not found': notProcessed(['offline']),
  'closed at accept': notProcessed(['offline']),
  // OpenSSL's name for it differs between versions.
  'TLS handshake failure': notProcessed(['offline', 'not-trusted']),
  'certificate of another host': notProcessed(['not-trusted']),
  // The server reads none of it, which the sender cannot know.
  'reset before the request is read': unknown(['answer-lost'], { posts: [0, 1] }),
  'reset after the request': unknown(['answer-lost']),
  'end before the answer': unknown(['answer-lost']),
  'end inside the headers': unknown(['answer-lost']),
  'no answer': unknown(['timed-out']),
  'body cut off': unknown(['answer-lost']),
  'body stalls': unknown(['answer-lost']),
  '201 with garbled JSON': unknown(['unreadable']),
  '201 with nothing in it': unknown(['unreadable']),
  '502 of a proxy, HTML': unknown(['server-error']),
  503: unknown(['server-error']),
  408: unknown(['server-error']),
  // Told to wait at every second request, a run becomes so slow that connections are let go in between.
  '429 with Retry-After': notProcessed(['rate-limited'], { posts: [2, 2], leastGapMs: 1000 }),
};

export const experiment = {
  name: 'network-faults',
  bar: '18 kinds × each operation classified right, at most 1 POST a row unless certainly not processed',
  async run({ size, folder, say }) {
    const { trustedPath, right, wrongHost } = makeCertificates(folder);
    const program = await buildTestProgram('network-faults');
    const certificates = { PAIRS: JSON.stringify({ right, wrongHost }), NODE_EXTRA_CA_CERTS: trustedPath };
    const faults = [];
    const kinds = [];
    const rowCountOf = (operation) => rowsOf[size][operation === 'invite' ? 'invite' : 'other'];
    const strike = async (operation) => {
      const place = join(folder, operation);
      mkdirSync(place);
      const env = {
        ...certificates,
        FOLDER: place,
        ROWS: String(rowCountOf(operation)),
        OPERATION: operation,
      };
      const { exitCode, stderr } = await runTestProgram(program.path, env, {
        onLine: (kind) => {
          kinds.push({ ...kind, operation });
          say(`${operation}, ${kind.name}: through`);
        },
      });
      if (exitCode !== 0) faults.push(`${operation}: the program ended with ${exitCode}: ${stderr.trim()}`);
    };
    try {
      // Side by side: most of them wait for time limits.
      await Promise.all(operations.map(strike));
    } finally {
      program.remove();
    }
    const cells = operations.flatMap((operation) =>
      Object.keys(rightFor).map((name) => ({ operation, name, rowCount: rowCountOf(operation) })),
    );
    const isCell = (cell) => (kind) => kind.operation === cell.operation && kind.name === cell.name;
    const foundIn = cells.map((cell) => {
      const kind = kinds.find(isCell(cell));
      return kind === undefined ? ['did not come to its end'] : findKindFaults(kind, cell.rowCount);
    });
    for (const [index, { operation, name }] of cells.entries())
      faults.push(...foundIn[index].map((fault) => `${operation}, ${name}: ${fault}`));
    const struck = kinds.flatMap(({ rows }) => rows.filter(({ isStruck }) => isStruck));
    const classifiedRight = foundIn.filter((found) => found.length === 0).length;
    const warm = kinds
      .filter(({ name }) => rightFor[name]?.isWarm)
      .flatMap(({ rows }) => rows.filter(({ isStruck, isWarm }) => isStruck && isWarm)).length;
    const most = Math.max(
      ...struck
        .filter(({ attempts }) => attempts[0]?.kind !== 'not-processed')
        .map(({ postsAtMs }) => postsAtMs.length),
    );
    return {
      measured: `${classifiedRight} of ${cells.length} right (${Object.keys(rightFor).length} kinds × ${operations.join(', ')}; ${struck.length} rows struck, ${warm} on warm TLS connections); most POSTs of a row that may have been processed: ${most}`,
      ok: faults.length === 0,
      details: faults,
    };
  },
};

/** What is wrong with a kind, one sentence each; the same fault of several rows is said once. */
function findKindFaults({ name, state, astray, partial, rows }, rowCount) {
  const right = rightFor[name];
  const faults = [];
  if (state !== 'finished') faults.push(`the run is ${state}`);
  if (astray > 0) faults.push(`${astray} requests arrived where none may`);
  if (partial > 0) faults.push(`${partial} requests came in part`);
  const struck = rows.filter(({ isStruck }) => isStruck);
  if (struck.length !== rowCount) faults.push(`${struck.length} struck rows instead of ${rowCount}`);
  const byFault = new Map();
  for (const row of rows) {
    const fault = row.isStruck ? findStruckFault(row, right) : findGoodFault(row);
    if (fault !== null) byFault.set(fault, [...(byFault.get(fault) ?? []), row.email]);
  }
  for (const [fault, emails] of byFault)
    faults.push(`${fault} (${emails.length} rows, such as ${emails[0]})`);
  return faults;
}

function findStruckFault({ state, attempts, postsAtMs, isWarm }, right) {
  const [first] = attempts;
  if (first?.kind !== right.kind || !right.whys.includes(first.why))
    return `classified ${first?.kind}/${first?.why} instead of ${right.kind}/${right.whys.join(' or ')}`;
  if (!right.ends.includes(state)) return `the row is ${state}`;
  const [fewest, most] = right.posts;
  if (postsAtMs.length < fewest || postsAtMs.length > most)
    return `${postsAtMs.length} POSTs instead of ${fewest} to ${most}`;
  if (right.kind === 'unknown' && attempts.length !== 1) return `${attempts.length} attempts`;
  if (right.isWarm && !isWarm) return 'the connection was not warm';
  if (right.leastGapMs !== undefined && postsAtMs[1] - postsAtMs[0] < right.leastGapMs)
    return 'sent again before its time';
  return null;
}

function findGoodFault({ state, postsAtMs }) {
  return state === 'done' && postsAtMs.length === 1
    ? null
    : `a row without a fault is ${state} after ${postsAtMs.length} POSTs`;
}
