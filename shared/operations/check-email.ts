// The rules for addresses: can it get mail, is it a likely slip, is it the only one in its cell. Never changes the address.
import { addressesIn, type EmailFault, emailFault, hasUnusualLetters } from './email-address';
import { emailKey } from './email-key';
import { mendedDomain } from './email-typo';
import { isEverydayAddress } from './everyday-address';
import { mendEmail } from './mend-email';
import { isNothing } from './nothing-word';
import type { RowProblem } from './problem';
import { rowProblem } from './row-problem';
import { unmixedScripts } from './unmixed-scripts';

const faultMessages: Readonly<Record<EmailFault, string>> = {
  'no-at': 'This address has no @, so it cannot get email.',
  'several-at': 'This address has more than one @, so it is not clear where it goes. Keep one.',
  'nothing-before-at': 'This address has nothing before the @, so it cannot get email.',
  'nothing-after-at': 'This address has nothing after the @, so it cannot get email.',
  'no-ending': 'This address has no ending such as .com after the @, so it cannot get email.',
  space:
    'There is a space inside this address, so it cannot get email. Take it out or put in what is missing.',
  dot: 'A dot stands where no dot can stand in this address, so it cannot get email. Take it out.',
  disguised:
    'This address holds characters that only look like the right ones, so it cannot get email. Type it again.',
  'too-long': 'This address is longer than any address can be, so it cannot get email. Put in the right one.',
  'not-allowed':
    'This address holds a character that no address can hold, so it cannot get email. Take it out.',
};

/** What stands before the @ where mail is thrown away, in the languages in which programs send. */
const unread =
  /^(?:no[-_.]?reply|no[-_.]?replies|do[-_.]?not[-_.]?reply|nicht[-_.]?antworten|keine[-_.]?antwort|ne[-_.]?pas[-_.]?repondre|no[-_.]?responder|no[-_.]?contestar|nao[-_.]?responda|non[-_.]?rispondere|mailer-daemon)(?:[-_.+].*)?@/i;

/** `none@none.com`, `test@test.com`, `noemail@…`: typed where a form wanted an address. */
const placeholder =
  /^(?:(none|no|na|nil|null|nomail|noemail|test|xxx?|abc|asdf|email|mail|ninguno|nada|brak|kein|nessuno|aucun|unknown)@\1\.|(?:no[-_.]?e?mail|sin[-_.]?(?:correo|e?mail)|keine?[-_.]?e?mail|brak[-_.]?e?maila?|khong[-_.]?co|not[-_.]?provided|no[-_.]?tiene)@)/i;

/** How all of these begin; one look, because every address of a sheet gets it. */
const oddFront = /^(?:n[aeio]|nul|do|ke|ma|te|xx|ab|as|em|si|br|kh|au|un|www)/i;
const websiteFront = /^www\.(?=[^@.])/i;

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

/** Adds every problem of an address that is there. `sheet` tells slips that only the other rows can tell. */
export function checkEmail(
  problems: RowProblem[],
  rowNumber: number,
  email: string,
  rawEmail: string | null,
  sheet: { readonly commonDomain: string | null; readonly slippedDomains: ReadonlyMap<string, string> },
): void {
  const fault = emailFault(email);
  if (fault !== null) {
    problems.push(invalidEmail(rowNumber, email, fault, sheet.commonDomain));
    return;
  }
  if (rawEmail !== null && rawEmail.length > email.length) {
    const others = new Set(addressesIn(rawEmail).map(emailKey));
    if (others.size > 1) {
      const message = `This cell holds ${others.size} addresses, and only the first, ${email}, is used. Put in another one if it is the better one.`;
      problems.push(rowProblem(rowNumber, 'email', 'email-multiple', message));
    }
  }
  const domain = domainOf(email);
  const lower = domain.toLowerCase();
  const slipped = sheet.slippedDomains.size === 0 ? undefined : sheet.slippedDomains.get(lower);
  const meant = mendedDomain(lower) ?? slipped;
  if (meant !== undefined) {
    const typo = email.slice(0, email.length - domain.length) + meant;
    const message = `Did you mean ${meant}? This address ends in ${domain}, which looks like a slip.`;
    problems.push(rowProblem(rowNumber, 'email', 'email-typo', message, { suggestion: typo }));
  }
  if (oddFront.test(email)) checkFront(problems, rowNumber, email);
  if (!isEverydayAddress(email) && hasUnusualLetters(email)) {
    const message = 'This address holds letters that some mail servers refuse. Compare it with the source.';
    problems.push(
      rowProblem(rowNumber, 'email', 'email-unicode', message, { suggestion: unmixedScripts(email) }),
    );
  }
}

/** Adds what the part before the @ says: mail is thrown away there, the address fills a field, or it begins as a website does. */
function checkFront(problems: RowProblem[], rowNumber: number, email: string): void {
  if (unread.test(email)) {
    const message = `Mail to ${email} is read by nobody, so an invitation there is lost. Put in the candidate’s own address.`;
    problems.push(rowProblem(rowNumber, 'email', 'email-unread', message));
  }
  if (placeholder.test(email)) {
    const message = `${email} looks like a word that fills a field, so an invitation there is lost. Put in the candidate’s own address, or leave it empty.`;
    problems.push(rowProblem(rowNumber, 'email', 'email-unread', message));
  }
  if (websiteFront.test(email)) {
    const message = 'This address begins with www., as websites do. Take it out.';
    problems.push(
      rowProblem(rowNumber, 'email', 'email-typo', message, { suggestion: email.replace(websiteFront, '') }),
    );
  }
}

function invalidEmail(
  rowNumber: number,
  email: string,
  fault: EmailFault,
  commonDomain: string | null,
): RowProblem {
  if (isNothing(email))
    return rowProblem(
      rowNumber,
      'email',
      'email-invalid',
      `“${email}” is not an address. Put one in, or leave it empty.`,
    );
  const hint =
    fault === 'nothing-after-at' && commonDomain !== null ? ` Other rows end in ${commonDomain}.` : '';
  return rowProblem(rowNumber, 'email', 'email-invalid', faultMessages[fault] + hint, {
    suggestion: mendEmail(email, commonDomain),
  });
}
