// What can be wrong with a row, as data. Never a throw: a row's problem is shown beside the row, with its fix.
import type { PersonField } from './field';

export const problemKinds = [
  'email-missing',
  'no-contact',
  'email-invalid',
  'email-typo',
  'email-multiple',
  'email-unicode',
  'email-unread',
  'duplicate-in-file',
  'same-mailbox',
  'already-invited',
  'invited-long-ago',
  'cv-link-not-https',
  'cv-link-invalid',
  'cv-link-not-direct',
  'cv-link-no-answer',
  'cv-link-asks-login',
  'cv-link-not-a-file',
  'name-missing',
  'name-case',
  'name-garbled',
  'id-mangled',
  'id-of-another',
  'formula-like',
  'text-too-long',
  'control-character',
  'row-hidden',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** A problem of one row. Blocking: the row is not sent until it is mended or left out. */
export interface RowProblem {
  readonly rowNumber: number;
  /** The field it concerns; null for the row as a whole. */
  readonly field: PersonField | null;
  readonly kind: ProblemKind;
  readonly blocking: boolean;
  /** What is wrong and what to do, one sentence in plain words. */
  readonly message: string;
  /** The value to put in with one click, where there is a good one. */
  readonly suggestion?: string;
  /** The earlier row, for a duplicate. */
  readonly of?: number;
  /** The earlier run that it is about, to be opened. */
  readonly run?: EarlierRun;
  /** What tells it from others of its kind, in a word or two: "404". */
  readonly note?: string;
}

/** A run as people are told of it. */
export interface EarlierRun {
  readonly runId: string;
  /** Counted from 1 in the order in which runs were planned on this computer. */
  readonly runNumber: number;
}

/**
 * What a problem means for sending. `needs-you` stops the row, `worth-a-look` is sent all the same, `left-out` is
 * skipped unless the recruiter takes it in again (a duplicate, someone invited before).
 */
export type ProblemWeight = 'needs-you' | 'worth-a-look' | 'left-out';

/** The short name of each kind in lists, with what it means for sending. */
export const problemCatalogue: Readonly<
  Record<ProblemKind, { readonly title: string; readonly weight: ProblemWeight }>
> = {
  'email-missing': { title: 'No email, CV only', weight: 'worth-a-look' },
  'no-contact': { title: 'No email and no CV link', weight: 'needs-you' },
  'email-invalid': { title: 'Email is not complete', weight: 'needs-you' },
  'email-typo': { title: 'Slip in the email', weight: 'worth-a-look' },
  'email-multiple': { title: 'Several emails in one cell', weight: 'worth-a-look' },
  'email-unicode': { title: 'Unusual letters in the email', weight: 'worth-a-look' },
  'email-unread': { title: 'Nobody reads this address', weight: 'worth-a-look' },
  'duplicate-in-file': { title: 'Same person twice', weight: 'left-out' },
  'same-mailbox': { title: 'Perhaps the same person twice', weight: 'worth-a-look' },
  'already-invited': { title: 'Already invited to this set', weight: 'left-out' },
  'invited-long-ago': { title: 'Invited to this long ago', weight: 'worth-a-look' },
  'cv-link-not-https': { title: 'CV link is not https', weight: 'needs-you' },
  'cv-link-invalid': { title: 'CV link is not a link', weight: 'needs-you' },
  'cv-link-not-direct': { title: 'CV link shows a page', weight: 'worth-a-look' },
  'cv-link-no-answer': { title: 'CV link does not answer', weight: 'worth-a-look' },
  'cv-link-asks-login': { title: 'CV link asks for a login', weight: 'worth-a-look' },
  'cv-link-not-a-file': { title: 'CV link gives no file', weight: 'worth-a-look' },
  'name-missing': { title: 'A name is missing', weight: 'worth-a-look' },
  'name-case': { title: 'Name in capitals or small letters', weight: 'worth-a-look' },
  'name-garbled': { title: 'Garbled letters in a name', weight: 'worth-a-look' },
  'id-mangled': { title: 'ID changed by Excel, or none', weight: 'worth-a-look' },
  'id-of-another': { title: 'ID belonged to somebody else', weight: 'worth-a-look' },
  'formula-like': { title: 'Looks like a formula', weight: 'worth-a-look' },
  'text-too-long': { title: 'Text is too long', weight: 'needs-you' },
  'control-character': { title: 'Line break in a name or email', weight: 'needs-you' },
  'row-hidden': { title: 'Hidden in the sheet', weight: 'worth-a-look' },
};
