// What is said where email is asked for without a message of the recruiter's own. Never claims that nobody gets email then, nor which
// words the email has: the API guide (3.1) calls the message optional and says neither.

/** In the place of the message, in lists of facts. */
export const noMessageFact = 'None of yours: Flowmingo decides what the email says';

/** The message of an order as a fact: `excerpt` of it where there is one. */
export function toMessageFact(
  { sendInvite, message }: { readonly sendInvite: boolean | null; readonly message: string | null },
  excerpt: (message: string) => string,
): string {
  if (sendInvite === null) return 'Not said yet whether Flowmingo sends email';
  if (!sendInvite) return 'None, since no email is asked for';
  return message === null ? noMessageFact : excerpt(message);
}
