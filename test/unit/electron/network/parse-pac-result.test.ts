import { describe, expect, it } from 'vitest';
import { parsePacResult } from '../../../../electron/network/parse-pac-result';

const proxy = (kind: string, host: string, port: number) => ({ kind, host, port, credentials: null });
const direct = { kind: 'direct' };

describe('what a proxy script answers', () => {
  it.each([
    ['DIRECT', [direct]],
    ['PROXY proxy.example.com:8080', [proxy('http', 'proxy.example.com', 8080)]],
    ['PROXY a.example.com:1; DIRECT', [proxy('http', 'a.example.com', 1), direct]],
    [
      'PROXY a.example.com:1;PROXY b.example.com:2 ; DIRECT;',
      [proxy('http', 'a.example.com', 1), proxy('http', 'b.example.com', 2), direct],
    ],
    ['HTTPS a.example.com:8443', [proxy('https', 'a.example.com', 8443)]],
    ['HTTP a.example.com:81', [proxy('http', 'a.example.com', 81)]],
    ['SOCKS a.example.com:1', [proxy('socks4', 'a.example.com', 1)]],
    ['SOCKS4 a.example.com:1', [proxy('socks4', 'a.example.com', 1)]],
    ['SOCKS5 10.0.0.9:1080', [proxy('socks5', '10.0.0.9', 1080)]],
    ['PROXY [2001:db8::1]:3128', [proxy('http', '2001:db8::1', 3128)]],
    ['proxy a.example.com', [proxy('http', 'a.example.com', 80)]],
    ['HTTPS a.example.com', [proxy('https', 'a.example.com', 443)]],
    ['SOCKS5 a.example.com', [proxy('socks5', 'a.example.com', 1080)]],
    ['QUIC a.example.com:443; PROXY b.example.com:2', [proxy('http', 'b.example.com', 2)]],
    ['  direct  ', [direct]],
  ])('%s', (text, expected) => {
    expect(parsePacResult(text)).toEqual(expected);
  });

  it.each([
    '',
    ';',
    'QUIC a.example.com:443',
    'PROXY',
    'PROXY a.example.com:0',
    'PROXY a.example.com:70000',
    'PROXY a.example.com:x',
    'PROXY user:pw@a.example.com:80',
    'PROXY a.example.com:80 DIRECT',
    'DIRECT or so',
    '<html>',
  ])('%j names no way, which is not the straight one', (text) => {
    expect(() => parsePacResult(text)).toThrow('name no proxy that can be used here');
  });
});
