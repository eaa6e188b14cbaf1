// check --links through the built command line, with a proxy and a root as a company has them: what the recruiter reads, and what left.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { startConnectProxy } from '../../helpers/connect-proxy';
import { startLinkSite } from '../../helpers/link-site';
import { buildCli, setUpWorkplace } from './built-cli';

beforeAll(buildCli);

async function setUp() {
  const site = await startLinkSite((request, response) => {
    if (request.url === '/gone.pdf') return response.writeHead(404).end();
    if (request.url === '/page')
      return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><html></html>');
    response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': 9 });
    return response.end('%PDF-1.7\n');
  });
  const proxy = await startConnectProxy({ targetPort: site.port });
  const workplace = await setUpWorkplace();
  const rootFile = join(workplace.folder, 'root.pem');
  writeFileSync(rootFile, site.root);
  onTestFinished(async () => {
    await proxy.close();
    await site.close();
  });
  const env = {
    FLOWMINGO_API_KEY: 'fl_live_abcd1234.verysecrethalf',
    HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
    NODE_EXTRA_CA_CERTS: rootFile,
  };
  return { site, proxy, env, workplace };
}

it('names the links that do not answer with a file, in the row of each, and asks each address once', async () => {
  const { site, proxy, env, workplace } = await setUp();
  const people = [
    'Email,First name,CV',
    'ana@example.com,Ana,https://cv.example.com/ana.pdf',
    'bo@example.com,Bo,https://cv.example.com/gone.pdf',
    'cy@example.com,Cy,https://files.example.com/page',
    'di@example.com,Di,https://cv.example.com/ana.pdf',
    'ed@example.com,Ed,https://127.0.0.1/cv.pdf',
  ];
  writeFileSync(join(workplace.folder, 'people.csv'), people.join('\n'));
  const { exitCode, answer } = await workplace.cli(['check', 'people.csv', '--links', '--json'], env);
  expect(exitCode).toBe(0);
  expect(answer.links).toEqual({
    answers: 1,
    'no-answer': 1,
    'asks-login': 0,
    'not-a-file': 1,
    'not-checked': 0,
  });
  expect(answer.problems).toEqual([
    expect.objectContaining({
      rowNumber: 3,
      field: 'cv_link',
      kind: 'cv-link-no-answer',
      blocking: false,
      message: expect.stringContaining('(404)'),
    }),
    expect.objectContaining({ rowNumber: 4, kind: 'cv-link-not-a-file' }),
    expect.objectContaining({ rowNumber: 6, kind: 'cv-link-invalid', blocking: true }),
  ]);
  expect(new Set(site.asked.map(({ host, path }) => `${host}${path}`))).toEqual(
    new Set(['cv.example.com/ana.pdf', 'cv.example.com/gone.pdf', 'files.example.com/page']),
  );
  expect(site.asked.filter(({ path }) => path === '/ana.pdf')).toHaveLength(1);
  expect(JSON.stringify(site.asked)).not.toContain('fl_live');
  expect(proxy.heads.join() + proxy.bytesThrough().toString('latin1')).not.toContain('fl_live');
});

it('without --links nothing leaves; with it and a dead proxy, it says that nothing was checked', async () => {
  const { site, proxy, env, workplace } = await setUp();
  writeFileSync(
    join(workplace.folder, 'people.csv'),
    'Email,CV\nana@example.com,https://cv.example.com/ana.pdf\n',
  );
  expect((await workplace.cli(['check', 'people.csv'], env)).stdout).not.toContain('CV links');
  expect([site.asked, proxy.heads]).toEqual([[], []]);
  const dead = await workplace.cli(['check', 'people.csv', '--links'], {
    ...env,
    HTTPS_PROXY: 'http://127.0.0.1:9',
  });
  expect(dead.exitCode).toBe(0);
  expect(dead.stdout).toContain(
    '0 of 1 CV link answers with a file. 1 was not checked: the proxy of your network does not let us through.',
  );
});
