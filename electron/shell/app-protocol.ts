// app://: serves the window's bundled files and nothing else, with the content security policy.
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';

/** The one origin that the window may show and that the router trusts. */
export const appOrigin = 'app://flowmingo';

/** Styles may be inline, since the component kit sets its variables so; scripts, requests and frames may not come from anywhere else. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves `folder` as app://flowmingo/. Anything outside it, of another type or by another method is a 404. */
export function serveApp(folder: string): void {
  protocol.registerBufferProtocol('app', (request, respond) => {
    void readBundled(folder, request.method, request.url).then(
      (file) =>
        respond({
          statusCode: 200,
          mimeType: file.contentType,
          data: file.data,
          headers: answerHeaders(file.contentType),
        }),
      () =>
        respond({
          statusCode: 404,
          mimeType: 'text/plain',
          data: Buffer.from('Not found'),
          headers: answerHeaders('text/plain'),
        }),
    );
  });
}

function answerHeaders(contentType: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
  };
}

async function readBundled(
  folder: string,
  method: string,
  address: string,
): Promise<{ data: Buffer; contentType: string }> {
  const url = new URL(address);
  const name = decodeURIComponent(url.pathname);
  const contentType = contentTypes[path.extname(name === '/' ? 'index.html' : name)];
  if (method !== 'GET' || url.host !== 'flowmingo' || contentType === undefined || /[\0\\]/.test(name)) {
    throw new Error('not served');
  }
  const root = await realpath(folder);
  const file = await realpath(path.join(root, name === '/' ? 'index.html' : name));
  if (!file.startsWith(root + path.sep)) throw new Error('outside the bundle');
  return { data: await readFile(file), contentType };
}
