// CV links against sites that do everything a site can do: the outcome a recruiter reads, what the site was asked, and where nothing went.
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { LinkOutcome } from '../../../shared/operations/link-outcome';
import { startConnectProxy } from '../../helpers/connect-proxy';
import {
  isAllowedInTests,
  type LinkSite,
  onThisComputer,
  type Respond,
  startLinkSite,
} from '../../helpers/link-site';

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3000, 7)]);
const page = '<!doctype html><html><head><title>Hello</title></head><body>Hello</body></html>';
const never = new AbortController().signal;

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function startSite(respond: Respond, days?: number): Promise<LinkSite> {
  const site = await startLinkSite(respond, days);
  opened.push(site);
  return site;
}

const givePdf: Respond = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': pdf.length });
  response.end(pdf);
};

async function outcomeOf(
  site: LinkSite,
  link: string,
  options: Parameters<LinkSite['checker']>[0] = {},
): Promise<LinkOutcome> {
  const [checked] = await site.checker(options).check([link], { signal: never });
  return checked?.outcome as LinkOutcome;
}

describe('what a link comes to', () => {
  test('a file answers to HEAD: one request, without key, cookie and referrer, and nothing of the file is read', async () => {
    const site = await startSite((request, response, socket) => {
      response.setHeader('set-cookie', 'seen=1');
      givePdf(request, response, socket);
    });
    expect(await outcomeOf(site, site.link('/ana.pdf?sig=a%20b#page=2'))).toEqual({
      kind: 'answers',
      mediaType: 'application/pdf',
      sizeBytes: pdf.length,
    });
    expect(site.asked.map(({ method, path }) => [method, path])).toEqual([['HEAD', '/ana.pdf?sig=a%20b']]);
    expect(Object.keys(site.asked[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  test.each([405, 403, 404, 501, 500])(
    'HEAD refused with %i: the first bytes are asked for, and they tell',
    async (status) => {
      const site = await startSite((request, response) => {
        if (request.method === 'HEAD') return response.writeHead(status).end();
        response.writeHead(206, {
          'content-type': 'application/pdf',
          'content-range': `bytes 0-99/${pdf.length}`,
          'content-length': 100,
        });
        return response.end(pdf.subarray(0, 100));
      });
      expect(await outcomeOf(site, site.link('/signed'))).toMatchObject({
        kind: 'answers',
        sizeBytes: pdf.length,
      });
      expect(site.asked.map(({ method, headers }) => [method, headers.range])).toEqual([
        ['HEAD', undefined],
        ['GET', 'bytes=0-65535'],
      ]);
      expect(site.asked[1]?.headers).not.toHaveProperty('cookie');
    },
  );

  test('a HEAD that is cut off, or never answered, is no answer: GET is asked', async () => {
    const site = await startSite((request, response, socket) => {
      if (request.method === 'GET') return givePdf(request, response, socket);
      if (request.url === '/cut') socket.destroy();
    });
    expect(await outcomeOf(site, site.link('/cut'))).toMatchObject({ kind: 'answers' });
    expect(await outcomeOf(site, site.link('/silent'), { limits: { headMs: 50 } })).toMatchObject({
      kind: 'answers',
    });
  });

  test.each<[number, LinkOutcome]>([
    [404, { kind: 'no-answer', why: 'status', status: 404 }],
    [410, { kind: 'no-answer', why: 'status', status: 410 }],
    [500, { kind: 'no-answer', why: 'status', status: 500 }],
    [401, { kind: 'asks-login', status: 401 }],
    [403, { kind: 'asks-login', status: 403 }],
    [429, { kind: 'not-checked', why: 'busy' }],
  ])('%i', async (status, outcome) => {
    const site = await startSite((_, response) =>
      response.writeHead(status, { 'content-type': 'text/html' }).end(page),
    );
    expect(await outcomeOf(site, site.link('/x'))).toEqual(outcome);
  });

  test('a page is no file, a form with a password is a login, a redirect to a login is not even followed', async () => {
    const site = await startSite((request, response) => {
      if (request.url === '/private')
        return response.writeHead(302, { location: 'https://accounts.google.com/ServiceLogin' }).end();
      const form = request.url === '/form' ? '<form><input type=password></form>' : '';
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`${page}${' '.repeat(3000)}${form}`);
    });
    expect(await outcomeOf(site, site.link('/page'))).toEqual({ kind: 'not-a-file', what: 'page' });
    expect(await outcomeOf(site, site.link('/form'))).toEqual({ kind: 'asks-login', status: null });
    expect(await outcomeOf(site, site.link('/private'))).toEqual({ kind: 'asks-login', status: null });
  });

  test('the certificate counts: expired, of a stranger, for another name; and nothing is asked then', async () => {
    const expired = await startSite(givePdf, -1);
    expect(await outcomeOf(expired, expired.link('/a'))).toEqual({
      kind: 'no-answer',
      why: 'certificate-expired',
      status: null,
    });
    const site = await startSite(givePdf);
    const strangers = { network: { readCertificates: () => [expired.root] } };
    expect(await outcomeOf(site, site.link('/a'), strangers)).toMatchObject({ why: 'certificate' });
    expect(await outcomeOf(site, site.link('/a', 'cv.example.org'))).toMatchObject({ why: 'certificate' });
    expect([...site.asked, ...expired.asked]).toEqual([]);
  });

  test('a name without an address, a closed port', async () => {
    const site = await startSite(givePdf);
    const noName = {
      lookUp: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
      isAllowed: isAllowedInTests,
    };
    expect(await outcomeOf(site, site.link('/a'), { guard: noName })).toMatchObject({ why: 'no-such-site' });
    const link = site.link('/a');
    await site.close();
    opened.pop();
    expect(await outcomeOf(site, link)).toMatchObject({ kind: 'no-answer', why: 'no-connection' });
  });
});

describe('sites that mean no good', () => {
  test('one that never answers, one that sends a byte now and then, one that never ends: each ends by the clock or the size', async () => {
    const site = await startSite((request, response) => {
      if (request.method === 'HEAD' && request.url !== '/silent') return response.writeHead(405).end();
      if (request.url === '/silent') return;
      response.writeHead(200, { 'content-type': 'text/html' });
      if (request.url === '/slow') {
        const timer = setInterval(() => response.write('<'), 20);
        response.on('close', () => clearInterval(timer));
        return;
      }
      const fill = () => {
        while (response.write('a'.repeat(16_384)));
      };
      response.on('drain', fill);
      fill();
    });
    const limits = { linkMs: 1500, headMs: 200 };
    const startedAtMs = performance.now();
    expect(await outcomeOf(site, site.link('/silent'), { limits })).toMatchObject({
      kind: 'no-answer',
      why: 'too-slow',
    });
    expect(await outcomeOf(site, site.link('/slow'), { limits })).toEqual({
      kind: 'not-a-file',
      what: 'page',
    });
    expect(performance.now() - startedAtMs).toBeLessThan(10_000);
    expect(await outcomeOf(site, site.link('/endless'), { limits: { linkMs: 10_000 } })).toEqual({
      kind: 'not-a-file',
      what: 'page',
    });
  });

  test('an endless body: the connection is ended soon after 64 KB', async () => {
    let sentBytes = 0;
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const site = await startSite((request, response, socket) => {
      if (request.method === 'HEAD') return response.writeHead(405).end();
      response.writeHead(200, { 'content-type': 'text/html' });
      const fill = () => {
        while (response.write('a'.repeat(4096)));
      };
      response.on('drain', fill);
      socket.on('close', () => {
        sentBytes = socket.bytesWritten;
        end();
      });
      fill();
    });
    await outcomeOf(site, site.link('/endless'));
    await ended;
    // What the two kernels hold between them was sent and never read.
    expect(sentBytes).toBeLessThan(16 * 1024 * 1024);
  });

  test('headers without end, an answer that is none, a switch of protocols', async () => {
    const site = await startSite((request, response, socket) => {
      if (request.url === '/junk') return socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n');
      if (request.url === '/switch')
        return socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n');
      socket.write('HTTP/1.1 200 OK\r\n');
      for (let line = 0; line < 400; line++) socket.write(`x-${line}: ${'a'.repeat(100)}\r\n`);
      return response;
    });
    for (const path of ['/headers', '/junk', '/switch'])
      expect(await outcomeOf(site, site.link(path))).toEqual({
        kind: 'no-answer',
        why: 'cut-off',
        status: null,
      });
  });

  test('redirects: five are followed, six are not, a circle ends, http is not gone to', async () => {
    const site = await startSite((request, response, socket) => {
      const [, name, count] = /^\/(\w+)\/?(\d*)/.exec(request.url ?? '') ?? [];
      if (name === 'circle') return response.writeHead(302, { location: '/circle' }).end();
      if (name === 'plain')
        return response.writeHead(301, { location: `http://cv.example.com:${site.port}/x` }).end();
      if (Number(count) > 0) return response.writeHead(302, { location: `/hop/${Number(count) - 1}` }).end();
      return givePdf(request, response, socket);
    });
    expect(await outcomeOf(site, site.link('/hop/5'))).toMatchObject({ kind: 'answers' });
    expect(await outcomeOf(site, site.link('/hop/6'))).toMatchObject({ why: 'too-many-redirects' });
    site.asked.length = 0;
    expect(await outcomeOf(site, site.link('/circle'))).toMatchObject({ why: 'too-many-redirects' });
    expect(site.asked).toHaveLength(6);
    expect(await outcomeOf(site, site.link('/plain'))).toMatchObject({ why: 'not-https' });
  });
});

describe('no address but public ones', () => {
  /** Without the tests' leave for 127.0.0.1. */
  const guardOf = (...addresses: string[]) => ({
    lookUp: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    isAllowed: (address: string) => isAllowedInTests(address) && address !== '127.0.0.1',
  });

  test.each([
    ['https://127.0.0.1:PORT/x'],
    ['https://2130706433:PORT/x'],
    ['https://0x7f.1:PORT/x'],
    ['https://[::1]:PORT/x'],
    ['https://[::ffff:127.0.0.1]:PORT/x'],
    ['https://localhost:PORT/x'],
    ['https://169.254.169.254/latest/meta-data'],
    ['https://10.0.0.7/cv.pdf'],
    ['https://100.100.100.200/cv.pdf'],
    ['https://files.internal/cv.pdf'],
  ])('%s', async (link) => {
    const site = await startSite(givePdf);
    const guard = guardOf('127.0.0.1');
    expect(await outcomeOf(site, link.replace('PORT', String(site.port)), { guard })).toMatchObject({
      kind: 'no-answer',
      why: 'private',
    });
    expect(site.connectionCount()).toBe(0);
  });

  test('a name that leads into a private network, or to both a public and a private address', async () => {
    const site = await startSite(givePdf);
    for (const addresses of [
      ['127.0.0.1'],
      ['::1'],
      ['::ffff:127.0.0.1'],
      ['192.168.1.10'],
      ['198.18.0.1'],
      ['8.8.8.8', '127.0.0.1'],
    ])
      expect(await outcomeOf(site, site.link('/a'), { guard: guardOf(...addresses) })).toMatchObject({
        why: 'private',
      });
    expect(site.connectionCount()).toBe(0);
  });

  test('a redirect to a private address, and to a name that leads to one', async () => {
    const site = await startSite((request, response) =>
      response.writeHead(302, { location: decodeURIComponent((request.url ?? '').slice(1)) }).end(),
    );
    const lookUp = async (host: string) =>
      host === 'trap.example.com' ? [{ address: '10.0.0.1', family: 4 }] : onThisComputer;
    for (const to of [
      'https://169.254.169.254/latest/meta-data/',
      'https://trap.example.com/',
      'https://[::1]/',
      'https://localhost/',
    ])
      expect(
        await outcomeOf(site, site.link(`/${encodeURIComponent(to)}`), {
          guard: { lookUp, isAllowed: isAllowedInTests },
        }),
      ).toMatchObject({ why: 'private' });
    expect(site.asked.every(({ host }) => host === 'cv.example.com')).toBe(true);
  });

  test('a name that changes its answer: each connection goes to the addresses that were checked for it', async () => {
    const site = await startSite((_, response) => response.writeHead(405).end());
    let asked = 0;
    const guard = {
      // The first question is answered well, every other one with this computer.
      lookUp: async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }],
      isAllowed: (address: string) => address === '127.0.0.1',
    };
    expect(await outcomeOf(site, site.link('/a'), { guard })).toMatchObject({ why: 'private' });
    // HEAD went to the checked address; the question for GET got the other one, and no connection.
    expect([asked, site.asked.length, site.connectionCount()]).toEqual([2, 1, 1]);
  });
});

describe('behind a proxy', () => {
  async function startProxied(targetPort: number) {
    const proxy = await startConnectProxy({ targetPort });
    opened.push(proxy);
    const route = { kind: 'http', host: '127.0.0.1', port: proxy.port, credentials: null } as const;
    return { proxy, resolveProxy: async () => [route] };
  }
  const unknownHere = {
    lookUp: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    isAllowed: isAllowedInTests,
  };

  test('the proxy finds the name, also where this computer cannot, and sees no path', async () => {
    const site = await startSite(givePdf);
    const { proxy, resolveProxy } = await startProxied(site.port);
    const network = { readCertificates: () => [site.root], resolveProxy };
    expect(await outcomeOf(site, site.link('/ana-silva.pdf'), { network, guard: unknownHere })).toMatchObject(
      { kind: 'answers' },
    );
    expect(proxy.heads[0]).toContain(`CONNECT cv.example.com:${site.port}`);
    expect(proxy.heads.join() + proxy.bytesThrough().toString('latin1')).not.toContain('ana-silva');
  });

  test('what is private here is not asked of the proxy: by address, or by a name that this computer knows', async () => {
    const site = await startSite(givePdf);
    const { proxy, resolveProxy } = await startProxied(site.port);
    const network = { readCertificates: () => [site.root], resolveProxy };
    const guard = { lookUp: async () => [{ address: '10.1.2.3', family: 4 }], isAllowed: isAllowedInTests };
    expect(await outcomeOf(site, 'https://192.168.1.1/cv.pdf', { network, guard })).toMatchObject({
      why: 'private',
    });
    expect(await outcomeOf(site, site.link('/a'), { network, guard })).toMatchObject({ why: 'private' });
    expect(proxy.heads).toEqual([]);
  });

  test('a proxy that refuses, or settings that cannot be read, say nothing about the link', async () => {
    const site = await startSite(givePdf);
    const refusing = await startConnectProxy({ respond: (socket) => socket.end('HTTP/1.1 407 No\r\n\r\n') });
    opened.push(refusing);
    const route = { kind: 'http', host: '127.0.0.1', port: refusing.port, credentials: null } as const;
    expect(
      await outcomeOf(site, site.link('/a'), { network: { resolveProxy: async () => [route] } }),
    ).toEqual({ kind: 'not-checked', why: 'proxy' });
    expect(await outcomeOf(site, site.link('/a'), { network: { resolveProxy: async () => [] } })).toEqual({
      kind: 'not-checked',
      why: 'proxy',
    });
  });
});

describe('many links', () => {
  test('at most 8 at a time and 2 a host, each address once, and progress up to the end', async () => {
    const site = await startSite((request, response, socket) =>
      setTimeout(() => givePdf(request, response, socket), 20),
    );
    const links = [
      ...Array.from({ length: 60 }, (_, index) => site.link(`/${index % 50}`, `cv${index % 10}.example.com`)),
      ...Array.from({ length: 10 }, (_, index) => site.link(`/${index}`, 'busy.example.com')),
    ];
    const progress: number[] = [];
    const checked = await site
      .checker()
      .check(links, { signal: never, onSettled: (count) => progress.push(count) });
    expect(checked.map(({ link, outcome }) => [link, outcome.kind])).toEqual(
      links.map((link) => [link, 'answers']),
    );
    expect(site.most).toEqual({ all: 8, oneHost: 2 });
    expect(site.asked).toHaveLength(60);
    expect(progress).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  test('the session remembers what it knows; asked again, only what answers well is not looked at once more', async () => {
    let isMended = false;
    const site = await startSite((request, response, socket) =>
      request.url === '/gone' && !isMended
        ? response.writeHead(404).end()
        : givePdf(request, response, socket),
    );
    const checker = site.checker();
    const links = [site.link('/ana'), site.link('/gone')];
    const kinds = async (isAgain: boolean) =>
      (await checker.check(links, { signal: never, isAgain })).map(({ outcome }) => outcome.kind);
    expect(await kinds(false)).toEqual(['answers', 'no-answer']);
    const before = site.asked.length;
    expect(await kinds(false)).toEqual(['answers', 'no-answer']);
    expect(site.asked).toHaveLength(before);
    isMended = true;
    expect(await kinds(true)).toEqual(['answers', 'answers']);
    expect(site.asked.slice(before).map(({ path }) => path)).toEqual(['/gone']);
  });

  test('what is known for longer than a caller takes it to hold is looked at again', async () => {
    const site = await startSite(givePdf);
    const checker = site.checker();
    const look = () => checker.check([site.link('/ana')], { signal: never, maxAgeMs: 60_000 });
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    await look();
    const before = site.asked.length;
    vi.setSystemTime(Date.now() + 59_000);
    await look();
    expect(site.asked).toHaveLength(before);
    vi.setSystemTime(Date.now() + 2000);
    await look();
    expect(site.asked.length).toBeGreaterThan(before);
  });

  test('Stop ends it at once: what was found stays, the rest was not checked, and can be checked later', async () => {
    const stopping = new AbortController();
    let isSilent = true;
    const site = await startSite((request, response, socket) => {
      if (request.url === '/0' || !isSilent) return givePdf(request, response, socket);
      if (site.asked.length === 8) stopping.abort();
    });
    const checker = site.checker();
    const links = Array.from({ length: 40 }, (_, index) => site.link(`/${index}`, `cv${index}.example.com`));
    const stopped = await checker.check(links, { signal: stopping.signal });
    expect(stopped.map(({ outcome }) => outcome)).toEqual([
      expect.objectContaining({ kind: 'answers' }),
      ...Array(39).fill({ kind: 'not-checked', why: 'stopped' }),
    ]);
    isSilent = false;
    const later = await checker.check(links, { signal: never });
    expect(new Set(later.map(({ outcome }) => outcome.kind))).toEqual(new Set(['answers']));
  });

  test('a call ends by its own clock, whatever the sites do', async () => {
    const site = await startSite(() => undefined);
    const links = Array.from({ length: 20 }, (_, index) => site.link(`/${index}`));
    const checked = await site.checker({ limits: { callMs: 300 } }).check(links, { signal: never });
    expect(checked.map(({ outcome }) => outcome)).toEqual(
      Array(20).fill({ kind: 'not-checked', why: 'no-time' }),
    );
    const sooner = await site.checker().check(links, { signal: never, limitMs: 100 });
    expect(sooner.map(({ outcome }) => outcome)).toEqual(
      Array(20).fill({ kind: 'not-checked', why: 'no-time' }),
    );
  });

  test('what is no https link, or holds a password, goes nowhere', async () => {
    const site = await startSite(givePdf);
    const links = [
      `http://cv.example.com:${site.port}/a`,
      `https://ana:secret@cv.example.com:${site.port}/a`,
      'ftp://cv.example.com/a',
      'no link',
    ];
    await site.checker().check(links, { signal: never });
    expect(site.connectionCount()).toBe(0);
  });
});
