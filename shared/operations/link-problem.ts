// What a look at a CV link means for its row: a warning with what to do, never a reason to stop it. Sites have bad days.
import { directLink } from './direct-link';
import type { LinkOutcome, NoAnswerReason, NotCheckedReason } from './link-outcome';
import type { RowProblem } from './problem';
import { rowProblem } from './row-problem';

const orEmpty = 'Take it from the source again, or leave it empty.';
const later = 'Check it again later, or use another link.';

/** Without `status`, which has words of its own: in brackets, and the whole sentence. */
const noAnswerWords: Readonly<
  Record<Exclude<NoAnswerReason, 'status'>, { readonly note: string; readonly message: string }>
> = {
  'no-such-site': {
    note: 'no such site',
    message: `This CV link does not answer: there is no site with this name. ${orEmpty}`,
  },
  'no-connection': {
    note: 'no connection',
    message: `This CV link does not answer: its site lets nobody connect. ${later}`,
  },
  'too-slow': {
    note: 'too slow',
    message: `This CV link does not answer: nothing came within 10 seconds. ${later}`,
  },
  'cut-off': {
    note: 'broken answer',
    message: `This CV link does not answer: what its site sends cannot be read. ${later}`,
  },
  'certificate-expired': {
    note: 'certificate expired',
    message: `This CV link does not answer safely: the certificate of its site has expired, so Flowmingo may refuse it. ${later}`,
  },
  certificate: {
    note: 'certificate not trusted',
    message:
      'This CV link does not answer safely: the certificate of its site does not hold, so Flowmingo may refuse it. Use another link.',
  },
  'too-many-redirects': {
    note: 'leads on and on',
    message: `This CV link does not answer: it leads on from one address to the next and comes to no end. ${orEmpty}`,
  },
  'not-https': {
    note: 'leads to http',
    message:
      'This CV link leads on to an address without https://, and Flowmingo takes https:// only. Use a link that stays with https://.',
  },
  private: {
    note: 'private network',
    message:
      'This CV link leads into a network that Flowmingo cannot reach from outside. Put the CV where anybody with the link can open it, or leave it empty.',
  },
};

/** Why nothing is known of a link, as the end of a sentence. */
export const notCheckedWords: Readonly<Record<NotCheckedReason, string>> = {
  offline: 'this computer has no network',
  proxy: 'the proxy of your network does not let us through',
  stopped: 'you stopped the check',
  'no-time': 'their sites took too long',
  busy: 'their sites asked us to wait',
};

/** The status in words where there are any; its number says enough to those who ask the site's owner. */
function statusMessage(status: number): string {
  if (status === 404 || status === 410)
    return `This CV link does not answer (${status}): there is nothing at this address${status === 410 ? ' any more' : ''}. ${orEmpty}`;
  if (status >= 500) return `This CV link does not answer (${status}): its site has trouble. ${later}`;
  return `This CV link does not answer (${status}): its site refuses it. ${orEmpty}`;
}

/** The problem that an outcome is, or null where there is none. A direct link is offered where the page's form tells it. */
export function linkProblem(rowNumber: number, link: string, outcome: LinkOutcome): RowProblem | null {
  const suggestion = directLink(link)?.link ?? null;
  switch (outcome.kind) {
    case 'answers':
    case 'not-checked':
      return null;
    case 'no-answer': {
      const { note, message } =
        outcome.why === 'status'
          ? { note: String(outcome.status ?? ''), message: statusMessage(outcome.status ?? 0) }
          : noAnswerWords[outcome.why];
      return rowProblem(rowNumber, 'cv_link', 'cv-link-no-answer', message, { note });
    }
    case 'asks-login': {
      const status = outcome.status === null ? '' : ` (${outcome.status})`;
      const message = `This CV link asks for a login${status}, so Flowmingo cannot read it. Share the file with anyone who has the link, then check it again.`;
      return rowProblem(rowNumber, 'cv_link', 'cv-link-asks-login', message, { suggestion });
    }
    case 'not-a-file': {
      const message =
        outcome.what === 'empty'
          ? 'This CV link gives an empty file. Put the CV there again, then check it again, or leave it empty.'
          : 'This CV link shows a web page, not a file, so Flowmingo may not be able to read it. Use a link that downloads the file.';
      const note = outcome.what === 'empty' ? 'empty' : undefined;
      return rowProblem(rowNumber, 'cv_link', 'cv-link-not-a-file', message, {
        suggestion,
        ...(note === undefined ? {} : { note }),
      });
    }
  }
}
