/**
 * An order of invites for the command line, and the people in it.
 */
import { writeFileSync } from 'node:fs';

/** The words that invite the people of a file. */
export const toInviteWords = (file, setId, resultsPath, more = []) => [
  ...['run', file, '--operation', 'invite', '--set', setId, '--send-invite', 'yes'],
  ...['--results', resultsPath, '--json', ...more],
];

/** Writes a CSV of people who exist nowhere, called after `name`; answers their addresses. */
export function writePeopleFile(path, count, name = 'person') {
  const emails = Array.from({ length: count }, (_, index) => `${name}${index}@example.com`);
  const lines = emails.map((email, index) => `Ana ${index},Silva,${email}`);
  writeFileSync(path, `First name,Last name,Email\r\n${lines.join('\r\n')}\r\n`);
  return emails;
}
