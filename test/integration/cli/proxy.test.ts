// The command line takes the proxy that the environment names, and none for this computer.
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { startConnectProxy } from '../../helpers/connect-proxy';
import { startRawHttpServer, toHttpAnswer } from '../../helpers/raw-http-server';
import { makeTestAuthority } from '../../helpers/test-authority';
import { buildCli, setUpWorkplace, timesInvited } from './built-cli';

beforeAll(buildCli);

const order = (setId: string) => [
  'run',
  'people.csv',
  '--operation',
  'invite',
  '--set',
  setId,
  '--send-invite',
  'yes',
  '--results',
  'out.csv',
];

it('goes straight to an address of this computer, whatever the environment says', async () => {
  const workplace = await setUpWorkplace();
  const proxy = await startConnectProxy();
  onTestFinished(() => proxy.close());
  workplace.writePeople('people.csv', 3);
  const address = `http://127.0.0.1:${proxy.port}`;
  const { exitCode, stderr } = await workplace.cli(order(workplace.setId), {
    HTTPS_PROXY: address,
    HTTP_PROXY: address,
    ALL_PROXY: address,
  });
  expect(stderr).not.toContain('proxy');
  expect(exitCode).toBe(0);
  expect(timesInvited(workplace.server).size).toBe(3);
  expect(proxy.heads).toEqual([]);
});

it('goes to Flowmingo through HTTPS_PROXY, with the extra root, and shows neither key nor password', async () => {
  const authority = makeTestAuthority();
  const api = await startRawHttpServer(
    (_, socket) =>
      socket.write(toHttpAnswer(401, JSON.stringify({ statusCode: 401, message: 'No', path: '/' }))),
    authority.issue('apis.flowmingo.ai'),
  );
  const proxy = await startConnectProxy({ targetPort: api.port });
  onTestFinished(async () => {
    await proxy.close();
    await api.close();
    authority.remove();
  });
  const workplace = await setUpWorkplace();
  workplace.writePeople('people.csv', 1);
  const { exitCode, stdout, stderr } = await workplace.cli(order(workplace.setId), {
    FLOWMINGO_BASE_URL: '',
    FLOWMINGO_API_KEY: 'fl_live_abcd1234.verysecrethalf',
    HTTPS_PROXY: `http://someuser:somepassword@127.0.0.1:${proxy.port}`,
    NODE_EXTRA_CA_CERTS: authority.rootFile,
  });
  expect(exitCode).toBe(1);
  expect(proxy.heads[0]).toMatch(/^CONNECT apis\.flowmingo\.ai:443 /);
  expect(api.requests[0]?.head).toContain('x-api-key: fl_live_abcd1234.verysecrethalf');
  expect(stdout + stderr).not.toMatch(/verysecret|somepassword/);
});
