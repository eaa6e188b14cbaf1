/**
 * Loaded into the command line before its own code (node --require): notes when each request leaves and what came of it,
 * by Node's own diagnostics channels, one JSON line each.
 */
const { openSync, writeSync } = require('node:fs');
const { subscribe } = require('node:diagnostics_channel');

const log = openSync(process.env.SURVIVAL_REQUEST_LOG, 'a');
const nowMs = () => performance.timeOrigin + performance.now();
const note = (event) => writeSync(log, `${JSON.stringify({ atMs: nowMs(), ...event })}\n`);

subscribe('http.client.request.start', ({ request }) =>
  note({ kind: 'left', method: request.method, path: request.path }),
);
subscribe('http.client.request.error', ({ request, error }) =>
  note({ kind: 'failed', method: request.method, code: error.code }),
);
subscribe('http.client.response.finish', ({ request, response }) =>
  note({ kind: 'answered', method: request.method, status: response.statusCode }),
);
