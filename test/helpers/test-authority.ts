// A certificate authority that lives as long as a test, made with openssl: the root of an invented company.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface TestAuthority {
  /** The root's certificate in PEM, and the file that it stands in. */
  readonly root: string;
  readonly rootFile: string;
  /** A key and a certificate for a host name, or for all below one (`*.example.com`); with -1 day it has expired. */
  issue(host: string, days?: number): { readonly key: string; readonly cert: string };
  remove(): void;
}

/** Makes the root at once; each certificate holds for two days. */
export function makeTestAuthority(): TestAuthority {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'flowmingo-authority-'));
  const file = (name: string) => path.join(folder, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const rootWords = ['-keyout', file('root.key'), '-out', file('root.crt'), '-days', '2'];
  openssl('req', '-x509', ...newKey, ...rootWords, '-subj', '/CN=Example Company Root');
  let issued = 0;
  return {
    root: readFileSync(file('root.crt'), 'utf8'),
    rootFile: file('root.crt'),
    issue(host, days = 2) {
      issued += 1;
      const [key, request, cert, extension] = ['key', 'csr', 'crt', 'ext'].map((ending) =>
        file(`${issued}.${ending}`),
      ) as [string, string, string, string];
      writeFileSync(extension, `subjectAltName=DNS:${host}\n`);
      openssl('req', '-new', ...newKey, '-keyout', key, '-out', request, '-subj', `/CN=${host}`);
      const authority = ['-CA', file('root.crt'), '-CAkey', file('root.key'), '-CAcreateserial'];
      openssl(
        'x509',
        '-req',
        '-in',
        request,
        ...authority,
        '-days',
        String(days),
        '-extfile',
        extension,
        '-out',
        cert,
      );
      return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
