// The rules for CV links: a public https address that gives a file (API guide, 3.1). Never goes to the network.
import { directLink } from './direct-link';
import { isEverydayLink } from './everyday-link';
import { isNothing } from './nothing-word';
import type { RowProblem } from './problem';
import { rowProblem } from './row-problem';

/** `cv.example.com/anna.pdf`, `www.example.com`: a link whose beginning was left out. */
const withoutScheme = /^(?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,24}(?::\d{2,5})?(?:\/\S*)?$/i;
/** Hosts that only the recruiter's own computer or network can reach. */
const privateHost =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.|\[|.*\.(?:local|localhost|internal|intranet|lan|corp|home)$)/i;
const misspeltScheme =
  /^(?:h?t{1,3}ps?|https?s|htps?|hhttps?|hptts?|htpps|ttps?)[:;]?\s?\/{1,3}(?=[a-z0-9])/i;

/** The link with https, blanks encoded and its beginning mended, or null where that makes no link. */
function mendLink(text: string): string | null {
  const [first = ''] = text.trim().split(/[\n\r\t|]+|\s*[;,]\s*(?=https?:)|\s+(?=https?:)/i);
  const joined = first.trim().replace(/^<|>$/g, '').replace(/ /g, '%20');
  const candidate = /^https:\/\//i.test(joined)
    ? joined
    : `https://${joined
        .replace(/^http:\/\//i, '')
        .replace(misspeltScheme, '')
        .replace(/^\/\//, '')}`;
  return candidate !== text && hostOf(candidate) !== null && !/\s/.test(candidate) ? candidate : null;
}

/** The host of a link that anybody could reach, or null. */
function hostOf(link: string): string | null {
  let url: URL;
  try {
    url = new URL(link);
  } catch {
    return null;
  }
  const host = url.hostname;
  if (
    privateHost.test(host) ||
    !/^(?:[\p{L}\p{N}-]+\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+)\.?$|^\d{1,3}(?:\.\d{1,3}){3}$/iu.test(host)
  )
    return null;
  return host;
}

function scheme(link: string): string | null {
  return /^([a-z][a-z0-9+.-]*):/i.exec(link)?.[1]?.toLowerCase() ?? null;
}

/** Adds every problem of a CV link that is there. */
export function checkCvLink(problems: RowProblem[], rowNumber: number, link: string): void {
  if (isEverydayLink(link)) return;
  const wrong = wrongLink(rowNumber, link);
  if (wrong !== null) problems.push(wrong);
  if (wrong?.kind === 'cv-link-invalid') return;
  const page = directLink(link);
  if (page !== null)
    problems.push(
      rowProblem(rowNumber, 'cv_link', 'cv-link-not-direct', page.message, { suggestion: page.link }),
    );
}

function wrongLink(rowNumber: number, link: string): RowProblem | null {
  const invalid = (message: string, suggestion: string | null = null): RowProblem =>
    rowProblem(rowNumber, 'cv_link', 'cv-link-invalid', message, { suggestion });
  if (isNothing(link)) return invalid(`“${link}” is not a link. Put one in, or leave it empty.`);
  const kind = scheme(link);
  const isWeb = kind === 'https' || kind === 'http';
  if (isWeb && /\s/.test(link))
    return invalid(
      'There is a blank or a second link in this cell, so it cannot be opened. Keep one link without blanks.',
      mendLink(link),
    );
  if (isWeb && !/^https?:\/\/[^/]/i.test(link))
    return invalid(
      'This link begins wrongly, so it cannot be opened. It has to begin with https://.',
      mendLink(link),
    );
  if (kind === 'https') {
    if (hostOf(link) !== null) return null;
    return invalid(
      'Flowmingo cannot reach this address from outside. Put the CV where anybody with the link can open it, or leave it empty.',
    );
  }
  if (kind === 'http') {
    if (hostOf(link) === null)
      return invalid(
        'Flowmingo cannot reach this address from outside. Put the CV where anybody with the link can open it, or leave it empty.',
      );
    return rowProblem(
      rowNumber,
      'cv_link',
      'cv-link-not-https',
      'Flowmingo takes CV links that begin with https:// only. Use https:// if the site has it, or leave the link out.',
      { suggestion: mendLink(link) },
    );
  }
  if (/^[a-z]:[\\/]|^\\\\|^file:|^~?\/(?!\/)/i.test(link))
    return invalid(
      'This is a place on a computer, and Flowmingo cannot open it. Put the CV online and use its link, or leave it empty.',
    );
  if (misspeltScheme.test(link))
    return invalid(
      'This link begins wrongly, so it cannot be opened. It has to begin with https://.',
      mendLink(link),
    );
  if (withoutScheme.test(link) && looksLikeAddress(link)) {
    return rowProblem(
      rowNumber,
      'cv_link',
      'cv-link-not-https',
      'The beginning of this link is missing, and Flowmingo takes https:// only. Put https:// in front of it.',
      { suggestion: mendLink(link) },
    );
  }
  return invalid(
    'This is not a link that Flowmingo can open. Put in a link that begins with https://, or leave it empty.',
  );
}

/** `anna.pdf` and `cv.docx` are file names, not hosts. */
function looksLikeAddress(link: string): boolean {
  const host = link.replace(/^\/\//, '').split(/[/?#:]/)[0] ?? '';
  return (
    link.includes('/') ||
    /^www\./i.test(host) ||
    !/\.(?:pdf|docx?|odt|rtf|txt|pages|jpe?g|png|zip)$/i.test(host)
  );
}
