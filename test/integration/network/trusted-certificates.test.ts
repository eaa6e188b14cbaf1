// A company's own root is trusted where the computer trusts it; nobody else's is.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createFlowmingoClient } from '../../../electron/flowmingo/flowmingo-client';
import { createHttpTransport } from '../../../electron/flowmingo/http-transport';
import { readTrustedCertificates } from '../../../electron/network/trusted-certificates';
import { startRawHttpServer, toHttpAnswer } from '../../helpers/raw-http-server';
import { makeTestAuthority, type TestAuthority } from '../../helpers/test-authority';

let company: TestAuthority;
beforeAll(() => {
  company = makeTestAuthority();
});
afterAll(() => company.remove());

async function readMe(readCertificates: () => readonly string[], host = 'localhost') {
  const api = await startRawHttpServer(
    (_, socket) => socket.write(toHttpAnswer(200, '{"organization_id":7,"scopes":[]}')),
    company.issue(host),
  );
  const transport = createHttpTransport(undefined, { readCertificates });
  onTestFinished(async () => {
    transport.close();
    await api.close();
  });
  const client = createFlowmingoClient({
    baseUrl: api.baseUrl,
    readKey: async () => 'fl_live_a.secret',
    transport,
  });
  return { me: client.readMe(), requests: api.requests };
}

describe('a server with a company’s certificate', () => {
  it('is trusted where the root stands in the extra file', async () => {
    const { me } = await readMe(() => readTrustedCertificates({ extraFile: company.rootFile }));
    expect((await me).organizationId).toBe(7);
  });

  it('is refused, before the key is sent, where nobody put the root in', async () => {
    const { me, requests } = await readMe(() => readTrustedCertificates());
    await expect(me).rejects.toMatchObject({ code: 'api/not-trusted' });
    expect(requests).toHaveLength(0);
  });

  it('is refused for another host, although the root is trusted', async () => {
    const roots = () => readTrustedCertificates({ extraFile: company.rootFile });
    const { me, requests } = await readMe(roots, 'elsewhere.example.com');
    await expect(me).rejects.toMatchObject({ code: 'api/not-trusted' });
    expect(requests).toHaveLength(0);
  });

  it('roots that cannot be read leave Node’s own, and the app goes on', async () => {
    const { me } = await readMe(() => {
      throw new Error('the store is broken');
    });
    await expect(me).rejects.toMatchObject({ code: 'api/not-trusted' });
  });
});

describe('the trusted roots', () => {
  it('hold Node’s own and the extra ones, each once', () => {
    const roots = readTrustedCertificates({ extraFile: company.rootFile });
    expect(new Set(roots).size).toBe(roots.length);
    expect(roots).toEqual(expect.arrayContaining(tls.rootCertificates.map((pem) => pem.trim())));
    expect(roots).toContain(company.root.trim());
  });

  it('leave out what is damaged, and stand a file that is not there', () => {
    const damaged = path.join(path.dirname(company.rootFile), 'damaged.pem');
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
    writeFileSync(damaged, `${broken}\n${company.root}`);
    const roots = readTrustedCertificates({ extraFile: damaged });
    expect(roots).toContain(company.root.trim());
    expect(roots).not.toContain(broken);
    expect(readTrustedCertificates({ extraFile: '/nowhere/at/all.pem' }).length).toBeGreaterThan(100);
  });

  it('come from the first readable file where Node cannot ask the system', () => {
    const ask = tls.getCACertificates;
    onTestFinished(() => {
      tls.getCACertificates = ask;
    });
    tls.getCACertificates = undefined as unknown as typeof ask;
    const roots = readTrustedCertificates({ bundleFiles: ['/nowhere/at/all.pem', company.rootFile] });
    expect(roots).toContain(company.root.trim());
  });
});
