// The rules for CV links: a public https address that gives a file (API guide, 3.1). Never goes to the network: what a look at a link has
// found is given to it.
import { directLink } from './direct-link';
import { isEverydayLink } from './everyday-link';
import type { LinkOutcome } from './link-outcome';
import { linkProblem } from './link-problem';
import { isNothing } from './nothing-word';
import type { RowProblem } from './problem';
import { publicHostOf } from './public-host';
import { rowProblem } from './row-problem';

/** `cv.example.com/anna.pdf`, `www.example.com`: a link whose beginning was left out. */
const withoutScheme = /^(?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,24}(?::\d{2,5})?(?:\/\S*)?$/i;
const misspeltScheme =
  /^(?:h?t{1,3}ps?|https?s|htps?|hhttps?|hptts?|htpps|ttps?)[:;]?\s?\/{1,3}(?=[a-z0-9])/i;

/** Marks that nobody sees; they come along when a link is copied. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g;
/** `CV: https://…`, `[CV](https://…)`: a link among words. */
const linkAmongWords = /https?:\/\/[^\s<>"“”„‟«»‘’'()[\]{}]+/i;
/** `cv.pdf (new)`: words behind a file's name. `cv (1).pdf` is a name. */
const wordsBehindFile = /(\.(?:pdf|docx?|odt|rtf|txt))\s+[([][^()[\].]*[)\]]$/i;
/** They may stand inside a link; at its end they come from a list. Bounded, since a cell may hold thousands. */
const endMarks = /[,;"”>]{1,9}$/;

const ampersand = /&amp;/i;

/** What is meant as the link: the first of several, without quotes and words around it. */
function barePart(text: string): string {
  const clean = text.replace(invisible, '').replace(/&amp;/gi, '&').trim();
  const amongWords = /^(?:https?:|h?t{1,3}ps?[:;/])/i.test(clean) ? null : linkAmongWords.exec(clean)?.[0];
  const start = amongWords ?? clean.replace(/^(https?):\\{1,4}/i, '$1://');
  const [first = ''] = start.split(/[\n\r\t|]+|\s*[;,]\s*(?=https?:)|\s+(?=https?:)/i);
  const part = first.trim().replace(wordsBehindFile, '$1').replace(endMarks, '').replace(/^<|>$/g, '');
  return part.startsWith('http') && text.includes('\\') ? part.replaceAll('\\', '/') : part;
}

/** The link with https, blanks encoded and its beginning mended, or null where that makes no link. */
function mendLink(text: string): string | null {
  const joined = barePart(text).replace(/ /g, '%20');
  const candidate = /^https:\/\/(?!https?:\/\/)/i.test(joined)
    ? joined
    : `https://${joined
        .replace(/^(?:https?:\/\/){1,3}/i, '')
        .replace(misspeltScheme, '')
        .replace(/^\/\//, '')}`;
  return candidate !== text && publicHostOf(candidate) !== null && !/\s/.test(candidate) ? candidate : null;
}

function scheme(link: string): string | null {
  return /^([a-z][a-z0-9+.-]*):/i.exec(link)?.[1]?.toLowerCase() ?? null;
}

/** Adds every problem of a CV link that is there. `outcome`: of a look at this very link, where there was one. */
export function checkCvLink(
  problems: RowProblem[],
  rowNumber: number,
  link: string,
  outcome?: LinkOutcome,
): void {
  const isEveryday = isEverydayLink(link);
  if (isEveryday && outcome === undefined) return;
  const wrong = isEveryday ? null : wrongLink(rowNumber, link);
  if (wrong !== null) problems.push(wrong);
  if (wrong?.kind === 'cv-link-invalid') return;
  if (outcome !== undefined && outcome.kind !== 'not-checked') {
    // What the site says counts more than what the form of a link makes likely.
    const found = linkProblem(rowNumber, link, outcome);
    if (found !== null) problems.push(found);
    return;
  }
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
  if (isWeb && !/^https?:\/\/[^/\\]/i.test(link))
    return invalid(
      'This link begins wrongly, so it cannot be opened. It has to begin with https://.',
      mendLink(link),
    );
  if (isWeb && (link.search(invisible) >= 0 || endMarks.test(link)))
    return invalid(
      'There is a sign in this link that does not belong to it, so it may lead nowhere. Take it out.',
      mendLink(link),
    );
  if (isWeb && ampersand.test(link))
    return invalid(
      'This link holds &amp;, as web pages write the sign &, so it may lead nowhere. Use & alone.',
      mendLink(link),
    );
  if (kind === 'https') {
    if (publicHostOf(link) !== null) return null;
    return invalid(
      'Flowmingo cannot reach this address from outside. Put the CV where anybody with the link can open it, or leave it empty.',
      mendLink(link),
    );
  }
  if (kind === 'http') {
    if (publicHostOf(link) === null)
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
  if (linkAmongWords.test(link) && !isWeb)
    return invalid(
      'There are words or quotation marks around this link. Keep the link alone.',
      mendLink(link),
    );
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
