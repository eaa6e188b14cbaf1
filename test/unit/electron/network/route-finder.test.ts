import { describe, expect, it } from 'vitest';
import { directRoute, type ProxyRoute } from '../../../../electron/network/proxy-route';
import { createRouteFinder } from '../../../../electron/network/route-finder';

const proxy: ProxyRoute = { kind: 'http', host: 'p.example.com', port: 1, credentials: null };
const api = (path = '') => new URL(`https://apis.flowmingo.ai${path}`);

function makeFinder(answer: () => Promise<readonly ProxyRoute[]> = async () => [proxy]) {
  const asked: string[] = [];
  const clock = { nowMs: 1000 };
  const find = createRouteFinder(
    (url) => {
      asked.push(url.origin);
      return answer();
    },
    () => clock.nowMs,
  );
  return { find, asked, clock };
}

describe('the way to an address', () => {
  it('is asked once a minute for each origin', async () => {
    const { find, asked, clock } = makeFinder();
    await find(api('/a'));
    await find(api('/b'));
    await find(new URL('https://pre-apis.flowmingo.ai'));
    expect(asked).toEqual(['https://apis.flowmingo.ai', 'https://pre-apis.flowmingo.ai']);
    clock.nowMs += 59_999;
    await find(api());
    expect(asked).toHaveLength(2);
    clock.nowMs += 1;
    await find(api());
    expect(asked).toHaveLength(3);
  });

  it('is asked anew where the clock was put back', async () => {
    const { find, asked, clock } = makeFinder();
    await find(api());
    clock.nowMs = 0;
    await find(api());
    expect(asked).toHaveLength(2);
  });

  it('is asked again after a failure, and never taken to be the straight one', async () => {
    let isBroken = true;
    const { find, asked } = makeFinder(async () => {
      if (isBroken) throw new Error('no script');
      return [proxy];
    });
    await expect(find(api())).rejects.toMatchObject({ why: 'proxy' });
    isBroken = false;
    expect(await find(api())).toEqual([proxy]);
    expect(asked).toHaveLength(2);
  });

  it('is not straight where no way is named', async () => {
    await expect(makeFinder(async () => []).find(api())).rejects.toMatchObject({ why: 'proxy' });
  });

  it.each(['http://127.0.0.1:8123/company', 'https://localhost:1', 'http://[::1]:9', 'http://127.9.9.9'])(
    'to %s is straight, whatever the settings say',
    async (address) => {
      const { find, asked } = makeFinder();
      expect(await find(new URL(address))).toEqual([directRoute]);
      expect(asked).toEqual([]);
    },
  );
});
