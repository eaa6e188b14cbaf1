// What a site's answer says about a link. Pure. In doubt it is a file: a warning that is wrong costs more trust than one that is missing.
import type { LinkOutcome } from '../../shared/operations/link-outcome';
import { parseUrl } from '../../shared/operations/parse-url';
import type { LinkAnswer, LinkFailure } from './link-request';
import { isLoginAddress, isLoginPage } from './login-page';

/** The signatures of what people send as CVs: PDF, ZIP (docx, odt, pages), OLE (doc), RTF, PNG, JPEG. */
const fileStart = /^(?:\s*%PDF-|PK\x03\x04|\xd0\xcf\x11\xe0|\{\\rtf|\x89PNG|\xff\xd8\xff)/;
const pageStart =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;

/** The address that an answer sends on to, or null. */
export function redirectOf({ status, headers }: LinkAnswer, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) return null;
  // Node reads headers as Latin-1; sites write UTF-8 into this one.
  const text = Buffer.from(headers.location, 'latin1').toString('utf8');
  return parseUrl(text, from);
}

/** What a HEAD says for sure, or null where the first bytes have to tell: many sites treat HEAD badly, and signed links refuse it. */
export function judgeHead(answer: LinkAnswer): LinkOutcome | null {
  const { status, headers } = answer;
  if (status === 429) return { kind: 'not-checked', why: 'busy' };
  const mediaType = toMediaType(headers['content-type']);
  const sizeBytes = toSize(answer, 'HEAD');
  if (status !== 200 || mediaType === null || sizeBytes === 0 || isText(mediaType)) return null;
  return { kind: 'answers', mediaType, sizeBytes };
}

/** What the answer to a GET for the first bytes says; `url`: where it came from in the end. */
export function judgeAnswer(answer: LinkAnswer, url: URL): LinkOutcome {
  const { status, headers, firstBytes, isWhole } = answer;
  if (status === 429) return { kind: 'not-checked', why: 'busy' };
  if (status === 401 || status === 403) return { kind: 'asks-login', status };
  const sizeBytes = toSize(answer, 'GET');
  if (status === 416 && sizeBytes === 0) return { kind: 'not-a-file', what: 'empty' };
  if (status < 200 || status >= 300) return { kind: 'no-answer', why: 'status', status };
  if (sizeBytes === 0 || (isWhole && firstBytes.length === 0)) return { kind: 'not-a-file', what: 'empty' };
  const mediaType = toMediaType(headers['content-type']);
  const start = firstBytes.toString('latin1');
  const isAttached = /^\s*attachment\b/i.test(headers['content-disposition'] ?? '');
  const isPage =
    !fileStart.test(start) && !isAttached && (pageStart.test(start) || /html/.test(mediaType ?? ''));
  if (!isPage) return { kind: 'answers', mediaType, sizeBytes };
  return isLoginPage(url, start)
    ? { kind: 'asks-login', status: null }
    : { kind: 'not-a-file', what: 'page' };
}

/** A redirect to a login says enough: nothing is asked there. */
export function judgeRedirect(to: URL): LinkOutcome | null {
  return isLoginAddress(to) ? { kind: 'asks-login', status: null } : null;
}

/** This computer's own trouble; without any of it, nothing would be known about a link. */
const ownTrouble = /^(?:EAI_AGAIN|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|ENOBUFS|EMFILE|ENFILE|EACCES|EPERM)$/;

/** Why no answer came. `isOnline`: this computer has a network at all. */
export function judgeFailure({ why, code }: LinkFailure, isOnline: boolean): LinkOutcome {
  const noAnswer = (reason: Extract<LinkOutcome, { kind: 'no-answer' }>['why']): LinkOutcome => ({
    kind: 'no-answer',
    why: reason,
    status: null,
  });
  switch (why) {
    case 'stopped':
      return { kind: 'not-checked', why: 'stopped' };
    case 'proxy':
      return { kind: 'not-checked', why: 'proxy' };
    case 'not-trusted':
      return noAnswer(code === 'CERT_HAS_EXPIRED' ? 'certificate-expired' : 'certificate');
    case 'too-slow':
      return noAnswer('too-slow');
    case 'cut-off':
      return noAnswer('cut-off');
    case 'network':
      if (code === 'ESPECIALADDRESS') return noAnswer('private');
      if (!isOnline || ownTrouble.test(code)) return { kind: 'not-checked', why: 'offline' };
      if (code === 'ENOTFOUND' || code === 'ENODATA') return noAnswer('no-such-site');
      return noAnswer(
        code === 'ETIMEDOUT' || code.startsWith('no connection within') ? 'too-slow' : 'no-connection',
      );
  }
}

function isText(mediaType: string): boolean {
  return /html|^text\/|xml|json|^application\/octet-stream$/.test(mediaType);
}

function toMediaType(header: string | undefined): string | null {
  const type = header?.split(';')[0]?.trim().toLowerCase().slice(0, 100) ?? '';
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : null;
}

/** The whole file's size where the answer tells it. */
function toSize({ status, headers }: LinkAnswer, method: 'HEAD' | 'GET'): number | null {
  const ranged = /\/(\d{1,15})\s*$/.exec(headers['content-range'] ?? '')?.[1];
  if (ranged !== undefined) return Number(ranged);
  const length = headers['content-length'];
  if (length === undefined || !/^\d{1,15}$/.test(length)) return null;
  return status === 200 || method === 'HEAD' ? Number(length) : null;
}
