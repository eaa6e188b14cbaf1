/**
 * Two certificates made on the spot: one for 127.0.0.1, one for another host. Both are trusted by a program that is started with
 * NODE_EXTRA_CA_CERTS, so that what is wrong with the second one is its name alone.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} folder @returns {{ trustedPath: string, right: KeyPair, wrongHost: KeyPair }} */
export function makeCertificates(folder) {
  const right = makeOne(folder, 'right', 'IP:127.0.0.1');
  const wrongHost = makeOne(folder, 'wrong-host', 'DNS:elsewhere.example');
  const trustedPath = join(folder, 'trusted.pem');
  writeFileSync(trustedPath, [right, wrongHost].map(({ certPath }) => readFileSync(certPath)).join('\n'));
  return { trustedPath, right, wrongHost };
}

/** @typedef {{ keyPath: string, certPath: string }} KeyPair */

function makeOne(folder, name, subjectAltName) {
  const [keyPath, certPath] = ['key', 'crt'].map((ending) => join(folder, `${name}.${ending}`));
  execFileSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ],
      ...['-keyout', keyPath, '-out', certPath, '-subj', `/CN=${name}`],
      ...['-addext', `subjectAltName=${subjectAltName}`],
    ],
    { stdio: 'pipe' },
  );
  return { keyPath, certPath };
}
