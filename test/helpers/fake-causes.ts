import type { RunCause } from '../../shared/runs/progress';

/** The causes of `finishedRun`'s failures. */
export const finishedCauses: readonly RunCause[] = [
  {
    causeCode: 'api/refused:cv-link',
    outcome: 'refused',
    title: 'CV link could not be read',
    sentence: 'The links answer 404. Fix them first, or send without a CV.',
    count: 5,
    repeatableCount: 5,
  },
  {
    causeCode: 'api/refused:address',
    outcome: 'refused',
    title: 'Address not accepted',
    sentence: 'Flowmingo says the mailbox does not exist.',
    count: 4,
    repeatableCount: 4,
  },
  {
    causeCode: 'unknown/answer-lost',
    outcome: 'unknown',
    title: 'No clear answer came back',
    sentence: 'They may have the email, so they are never sent again by themselves.',
    count: 3,
    repeatableCount: 0,
  },
  {
    causeCode: 'skipped/already-invited',
    outcome: 'skipped',
    title: 'Already invited to this set',
    sentence: 'An earlier run invited them.',
    count: 17,
    repeatableCount: 0,
  },
];

/** The causes of `run-looked-up`: what look-ups found, and what somebody decided. */
export const lookedUpCauses: readonly RunCause[] = [
  {
    causeCode: 'done/by-look-up',
    outcome: 'done',
    title: 'Found by looking it up',
    sentence: 'Found by looking it up',
    count: 4,
    repeatableCount: 0,
  },
  {
    causeCode: 'api/refused:address',
    outcome: 'refused',
    title: 'Address not accepted',
    sentence: 'Flowmingo says the mailbox does not exist.',
    count: 2,
    repeatableCount: 2,
  },
  {
    causeCode: 'not-sent/nothing-happened',
    outcome: 'notSent',
    title: 'Looked up: nothing had happened',
    sentence: 'Looked up: nothing had happened',
    count: 6,
    repeatableCount: 6,
  },
  {
    causeCode: 'not-sent/you-decided',
    outcome: 'notSent',
    title: 'You decided to send again',
    sentence: 'You decided to send again',
    count: 3,
    repeatableCount: 3,
  },
];
