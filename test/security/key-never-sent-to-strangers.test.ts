// Checks 21 and 22: a server that cannot prove itself never sees the key, no redirect takes it along, and only its prefix picks the address.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isLoopbackUrl, toBaseUrl } from '../../electron/flowmingo/base-url';
import { createFlowmingoClient } from '../../electron/flowmingo/flowmingo-client';
import { createHttpTransport } from '../../electron/flowmingo/http-transport';
import { startRawHttpServer, toHttpAnswer } from '../helpers/raw-http-server';

const folder = mkdtempSync(path.join(os.tmpdir(), 'flowmingo-tls-'));
let close: (() => void) | null = null;
afterEach(() => close?.());

function makeCertificate(name: string, subject: string, days: string[]): { key: string; cert: string } {
  const file = (ending: string) => path.join(folder, `${name}.${ending}`);
  const common = [
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    file('key'),
    '-subj',
    `/CN=${subject}`,
    '-addext',
    `subjectAltName=DNS:${subject}`,
  ];
  execFileSync('openssl', ['req', '-x509', ...common, '-out', file('crt'), ...days], { stdio: 'pipe' });
  return { key: readFileSync(file('key'), 'utf8'), cert: readFileSync(file('crt'), 'utf8') };
}

describe('check 21: a server with a bad certificate', () => {
  let selfSigned: { key: string; cert: string };
  let wrongHost: { key: string; cert: string };
  let expired: { key: string; cert: string };
  beforeAll(() => {
    selfSigned = makeCertificate('self', 'localhost', ['-days', '2']);
    wrongHost = makeCertificate('wrong', 'elsewhere.example', ['-days', '2']);
    makeCertificate('expired', 'localhost', ['-days', '2']);
    const [key, request, cert] = ['expired.key', 'expired.csr', 'expired.crt'].map((name) =>
      path.join(folder, name),
    ) as [string, string, string];
    execFileSync('openssl', ['req', '-new', '-key', key, '-subj', '/CN=localhost', '-out', request], {
      stdio: 'pipe',
    });
    execFileSync('openssl', ['x509', '-req', '-in', request, '-signkey', key, '-days', '-1', '-out', cert], {
      stdio: 'pipe',
    });
    expired = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  });

  it.each([
    ['self-signed', () => selfSigned],
    ['for another host', () => wrongHost],
    ['expired', () => expired],
  ])('%s: refused before a byte of the request', async (_, certificate) => {
    let requests = 0;
    const server = https.createServer(certificate(), (_request, response) => {
      requests += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    close = () => server.close();
    const baseUrl = `https://localhost:${(server.address() as AddressInfo).port}`;
    const client = createFlowmingoClient({
      baseUrl,
      readKey: async () => 'fl_live_a.secretsecret',
      transport: createHttpTransport(),
    });
    const outcome = await client.sendInvite({
      com_interview_set_id: 's',
      candidates: [],
      send_invite: false,
    });
    expect(outcome).toMatchObject({ kind: 'not-processed', why: 'not-trusted' });
    await expect(client.readMe()).rejects.toMatchObject({ code: 'api/not-trusted' });
    expect(requests).toBe(0);
  });
});

describe('check 22: redirects', () => {
  it.each([301, 302, 303, 307, 308])('%i is not followed, so the key stays', async (status) => {
    const stranger = await startRawHttpServer((_, socket) =>
      socket.write(toHttpAnswer(200, '{"scopes":[]}')),
    );
    const server = await startRawHttpServer((_, socket) =>
      socket.write(toHttpAnswer(status, '', { location: `${stranger.baseUrl}/` })),
    );
    const client = createFlowmingoClient({
      baseUrl: server.baseUrl,
      readKey: async () => 'fl_live_a.secretsecret',
      transport: createHttpTransport(),
    });
    await expect(client.readMe()).rejects.toMatchObject({ code: 'api/unreadable' });
    expect(stranger.requests).toHaveLength(0);
    await Promise.all([stranger.close(), server.close()]);
  });
});

describe('check 22: the address of a key', () => {
  it('is named by its environment alone', () => {
    expect(toBaseUrl('production', null)).toBe('https://apis.flowmingo.ai/company');
    expect(toBaseUrl('staging', null)).toBe('https://pre-apis.flowmingo.ai/company');
    expect(toBaseUrl('practice', null)).toBeNull();
  });

  it.each([
    'http://127.0.0.1:8123/company',
    'http://localhost:1',
    'https://[::1]:8443/company',
    'http://127.255.0.9',
  ])('may be %s instead', (url) => {
    expect(isLoopbackUrl(url)).toBe(true);
  });

  it.each([
    'https://apis.flowmingo.ai.evil.example/company',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://evil.example#127.0.0.1',
    'http://127.0.0.1@evil.example',
    'http://user:pw@127.0.0.1/',
    'http://10.0.0.1/',
    'http://0.0.0.0/',
    'http://[::2]/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'not a url',
    '',
  ])('is never %s', (url) => {
    expect(isLoopbackUrl(url)).toBe(false);
    expect(() => toBaseUrl('production', url)).toThrow();
  });
});
