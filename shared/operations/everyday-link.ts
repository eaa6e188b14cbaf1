// One quick look at a CV link, because every link of a sheet gets it. Never says no: what it does not know is looked at closely
// (check-cv-link.ts, direct-link.ts).
import { mayShowPage } from './direct-link';

const scheme = 'https://';
/** Not every name in Punycode is one (`xn--a`). */
const everydayHost =
  /^(?!.*xn--)(?:[a-z0-9-]+\.)+(?!(?:local|localhost|internal|intranet|lan|corp|home)$)[a-z]{2,63}$/i;
/** Five digits may be more than there are ports. */
const everydayPort = /^:\d{2,4}$/;

const slash = 0x2f;
const colon = 0x3a;
const questionMark = 0x3f;
const hash = 0x23;
/** It may stand inside a link; at its end it comes from a list. A semicolon ends `&amp;`, too, so that it is looked at closely everywhere. */
const comma = 0x2c;

/** Characters that may stand behind the host, by their ASCII code. */
const mayFollow = new Uint8Array(128);
for (let code = 0; code < mayFollow.length; code++)
  if (/[\w\-./~%&=+?#:@!$'()*,]/.test(String.fromCharCode(code))) mayFollow[code] = 1;

const plainHosts = new Map<string, boolean>();
/** Hosts looked up once per process; a sheet has few different ones, an attacker's sheet must not fill the memory. */
const mostRemembered = 20_000;

/** The link is https, to a public host that is not known for showing pages instead of files, in everyday characters. */
export function isEverydayLink(link: string): boolean {
  if (!link.startsWith(scheme)) return false;
  let end = scheme.length + lastPlainHost.length;
  if (hasLastHost(link, end)) return isEverydayRest(link, end);
  end = scheme.length;
  while (end < link.length && !endsHost(link.charCodeAt(end))) end++;
  const host = link.slice(scheme.length, end);
  if (!isPlainHost(host)) return false;
  lastPlainHost = host;
  return isEverydayRest(link, end);
}

/** Most links of a sheet lead to one host: comparing with it takes a fourth of looking it up. */
let lastPlainHost = '';

function hasLastHost(link: string, end: number): boolean {
  return (
    lastPlainHost !== '' &&
    link.startsWith(lastPlainHost, scheme.length) &&
    (end === link.length || endsHost(link.charCodeAt(end)))
  );
}

function endsHost(code: number): boolean {
  return code === slash || code === colon || code === questionMark || code === hash;
}

function isPlainHost(host: string): boolean {
  let isPlain = plainHosts.get(host);
  if (isPlain === undefined) {
    isPlain = everydayHost.test(host) && !mayShowPage(scheme + host);
    if (plainHosts.size >= mostRemembered) plainHosts.clear();
    plainHosts.set(host, isPlain);
  }
  return isPlain;
}

function isEverydayRest(link: string, from: number): boolean {
  let index = from;
  if (link.charCodeAt(index) === colon) {
    index++;
    while (index < link.length && !endsHost(link.charCodeAt(index))) index++;
    if (!everydayPort.test(link.slice(from, index)) || link.charCodeAt(index) === colon) return false;
  }
  for (; index < link.length; index++) {
    const code = link.charCodeAt(index);
    if (code >= mayFollow.length || mayFollow[code] === 0) return false;
  }
  const last = link.charCodeAt(link.length - 1);
  return last !== comma;
}
