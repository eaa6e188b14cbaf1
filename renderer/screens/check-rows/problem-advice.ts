import type { ProblemKind } from '../../../shared/operations/problem';

/** By kind of problem; a kind that is not here has its sentence at each cell. */
const advice: Readonly<Record<string, string | undefined>> = {
  'email-missing':
    'They get no email from Flowmingo, only their CV goes there. Type an email in, or let them go.',
  'no-contact': 'Nobody can be invited without an email or a CV link. Type one in, or leave these rows out.',
  'email-invalid': 'These addresses cannot get email. Mend each one, or leave these rows out.',
  'email-typo': 'Mail to these addresses would go astray. Fix them alike, or change the ones that are right.',
  'email-multiple': 'One address goes to one person. Keep the right one in each cell.',
  'email-unicode': 'Compare these addresses with the source: some letters look like others.',
  'email-unread':
    'Invitations to these addresses reach nobody. Put in the candidates’ own, or leave these rows out.',
  'duplicate-in-file': 'Each person is invited once, by the first of their rows.',
  'same-mailbox': 'Both rows go to one mailbox. Leave out one of them, unless two people share it.',
  'already-invited': 'An earlier run has invited them. Take in only those who should be invited again.',
  'invited-long-ago':
    'As set in the settings, they are invited once more. Leave out those who should not be.',
  'cv-link-not-https':
    'Flowmingo opens only links that start with https. Fix them, or leave the links empty.',
  'cv-link-invalid': 'These are no addresses of a file. Paste the link itself, or leave it empty.',
  'cv-link-not-direct': 'These links show a page instead of the file. Paste the link that downloads it.',
  'name-missing': 'A message that names them will have a hole there. Type the name in, or let them go.',
  'name-case': 'These names are in capitals or in small letters. Fix them alike, or let them go as they are.',
  'name-garbled':
    'Letters of these names were changed on the way. Fix them alike where we know them, or type them anew.',
  'cv-link-no-answer':
    'These links gave no file when we asked. Paste links that answer, or leave them empty.',
  'cv-link-asks-login':
    'Flowmingo cannot sign in there. Share the files with everybody who has the link, or leave them empty.',
  'cv-link-not-a-file': 'These links show a page instead of a file. Paste the link that downloads it.',
  'id-of-another': 'An earlier run knew these IDs under another person. See which of the two is right.',
  'id-mangled':
    'Excel or another program has changed these IDs, or they say that there is none. Fix them, take them from the source, or leave them empty.',
  'formula-like': 'They look like a formula. See whether that is what the person is called.',
  'text-too-long': 'Flowmingo takes shorter texts only. Shorten them, or leave them empty.',
  'control-character': 'There is a line break inside. Type the text again in one line.',
  'row-hidden': 'These rows are hidden in the sheet. Leave them out if that was meant.',
};

/** What to do about all rows of one problem. */
export function adviceOn(kind: ProblemKind): string {
  return advice[kind] ?? 'The sentence at each cell says what to do.';
}
