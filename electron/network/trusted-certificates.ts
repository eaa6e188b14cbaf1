// The roots that a server's certificate may lead to: Node's own and the computer's, so that a company's own root works. Reading them
// never fails: what cannot be read is left out, and trust only ever grows by what the computer (or its user) trusts already.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import tls from 'node:tls';

/** Where Linux distributions keep the roots in one file (Go, crypto/x509/root_linux.go): Debian, Fedora, openSUSE, RHEL, Alpine. */
const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

export interface CertificateSources {
  /** NODE_EXTRA_CA_CERTS: a PEM file of further roots. */
  readonly extraFile?: string | undefined;
  /** Files of which the first readable one counts where Node cannot ask the system by itself. */
  readonly bundleFiles?: readonly string[];
}

/** Bundled, system and extra roots in PEM, each once. Takes some tens of milliseconds; call it when a connection is needed. */
export function readTrustedCertificates({
  extraFile,
  bundleFiles = linuxBundles,
}: CertificateSources = {}): readonly string[] {
  const extra = extraFile === undefined || extraFile === '' ? [] : splitPem(readText(extraFile));
  const system = readSystemStore() ?? splitPem(firstText(bundleFiles));
  const known = new Set(tls.rootCertificates.map((pem) => pem.trim()));
  const added = new Set([...system, ...extra].map((pem) => pem.trim()));
  return [...known, ...[...added].filter((pem) => !known.has(pem) && isCertificate(pem))];
}

/** Null where this Node cannot (before 22.15), or the system does not answer. */
function readSystemStore(): readonly string[] | null {
  try {
    return typeof tls.getCACertificates === 'function' ? tls.getCACertificates('system') : null;
  } catch {
    return null;
  }
}

function firstText(paths: readonly string[]): string {
  for (const path of paths) {
    const text = readText(path);
    if (text !== '') return text;
  }
  return '';
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function splitPem(text: string): readonly string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
}

/** One damaged certificate would make OpenSSL refuse the whole list. */
function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
