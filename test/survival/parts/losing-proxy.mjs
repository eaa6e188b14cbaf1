/**
 * Stands between the product and the practice server: loses the answers to chosen people's first requests, processed or
 * not, and can show a clock of its own. Everything else goes through as it is.
 */
import http from 'node:http';

/**
 * @typedef {'reset' | 'close' | 'cut' | 'garbled' | 'server-error' | 'gateway'} Loss
 * @typedef {object} Fate
 * @property {boolean} isProcessed
 * @property {Loss} loss
 * @property {number} lateMs so long after the loss it is processed; 0: before it
 */

/**
 * @param {{ url: string, fates: Map<string, Fate>, clockAheadMs?: number, toKey?: (path: string, body: any) => string,
 *   onLost?: (key: string) => void }} options `fates` by what `toKey` makes of a request, the address of an invite without it; each is
 *   met once, and told as it is
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startLosingProxy({
  url,
  fates,
  clockAheadMs = 0,
  toKey = (_path, { candidates }) => candidates[0].email,
  onLost = () => undefined,
}) {
  const upstream = new URL(url);
  const left = new Map(fates);
  const late = new Set();
  const agent = new http.Agent({ keepAlive: true });

  const forward = ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const request = http.request(
        {
          host: upstream.hostname,
          port: upstream.port,
          method,
          path,
          agent,
          headers: { ...headers, host: upstream.host },
        },
        async (response) => {
          const chunks = [];
          for await (const chunk of response) chunks.push(chunk);
          resolve({
            status: response.statusCode,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          });
        },
      );
      request.on('error', reject);
      request.end(body);
    });

  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url: path, headers } = request;
    const body = Buffer.concat(chunks);
    const asked = { method, path, headers, body };
    const key = method === 'POST' ? toKey(path, JSON.parse(body.toString('utf8'))) : null;
    const fate = left.get(key);
    left.delete(key);
    const isNow = fate === undefined || (fate.isProcessed && fate.lateMs === 0);
    const answer = isNow ? await forward(asked) : { status: 201, headers: {}, text: '{"results":[]}' };
    const text = clockAheadMs === 0 ? answer.text : shiftTimes(answer.text, clockAheadMs);
    response.setHeader('date', new Date(Date.now() + clockAheadMs).toUTCString());
    if (fate === undefined) {
      response.writeHead(answer.status, {
        'content-type': answer.headers['content-type'] ?? 'application/json',
      });
      response.end(text);
      return;
    }
    lose(fate.loss, response, text);
    onLost(key);
    if (fate.isProcessed && fate.lateMs > 0) {
      const timer = setTimeout(() => {
        late.delete(timer);
        forward(asked).catch(() => undefined);
      }, fate.lateMs);
      late.add(timer);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${upstream.pathname}`,
    close: async () => {
      for (const timer of late) clearTimeout(timer);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @param {Loss} loss */
function lose(loss, response, text) {
  switch (loss) {
    case 'reset':
      return response.socket.resetAndDestroy();
    case 'close':
      return response.socket.end();
    case 'cut':
      response.writeHead(201, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      });
      response.write(text.slice(0, text.length / 2), () => response.socket.destroy());
      return;
    case 'garbled':
      response.writeHead(201, { 'content-type': 'application/json' });
      return response.end('{"results":[{');
    case 'server-error':
      response.writeHead(500, { 'content-type': 'application/json' });
      return response.end('{"statusCode":500,"message":"Internal server error"}');
    case 'gateway':
      response.writeHead(502, { 'content-type': 'text/html' });
      return response.end('<html><body><h1>502 Bad Gateway</h1></body></html>');
  }
}

/** Every ISO time in a body, and every created_at in milliseconds, so much later. */
function shiftTimes(text, byMs) {
  return text
    .replace(
      /"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g,
      (_, time) => `"${new Date(Date.parse(time) + byMs).toISOString()}"`,
    )
    .replace(/("created_at":)(\d{13})/g, (_, name, time) => `${name}${Number(time) + byMs}`);
}
