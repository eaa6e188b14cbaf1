// Checks the invitation message against the guide before anybody gets it. Never changes it.
import { cleanMessage } from './clean-message';
import { strayPlaceholders } from './find-braces';
import {
  longestMessage,
  longestReadMessage,
  messageLength,
  messageWords,
  shortestMessage,
} from './message-length';
import { type NameFallback, wordingsOf } from './name-fallback';
import { toPlaceholder } from './placeholders';

export type MessageProblemKind =
  | 'too-short'
  | 'too-long'
  | 'unknown-placeholder'
  | 'broken-placeholder'
  | 'no-interview-link'
  | 'no-first-name'
  | 'not-allowed';

/** A problem of the message. Blocking: nothing is sent until it is mended. */
export interface MessageProblem {
  readonly kind: MessageProblemKind;
  readonly blocking: boolean;
  readonly message: string;
  /** What stands in the message, where one place is meant. */
  readonly text?: string;
  /** What to put in its place with one click. */
  readonly suggestion?: string;
  /** The whole message without the problem, where one click can mend it. */
  readonly mended?: string;
}

/** Who gets the message, for the names that are missing. */
export interface MessageAudience {
  readonly total: number;
  readonly withoutFirstName: number;
  /** How many of them read other words in place of the name. */
  readonly withFallback?: number;
}

const number = (value: number): string => value.toLocaleString('en');

function lengthProblem(html: string): MessageProblem | null {
  const { most, least } = messageLength(html);
  if (messageWords(html) === '')
    return {
      kind: 'too-short',
      blocking: true,
      message: 'The message says nothing yet. Write it first.',
    };
  if (least < shortestMessage) {
    return {
      kind: 'too-short',
      blocking: true,
      message: `The message has ${number(least)} characters, and Flowmingo takes no fewer than ${number(shortestMessage)}. Write a little more.`,
    };
  }
  if (most > longestMessage) {
    return {
      kind: 'too-long',
      blocking: true,
      message: `The message has ${number(most)} characters with its formatting, and Flowmingo takes ${number(longestMessage)}. Take out ${number(most - longestMessage)}.`,
    };
  }
  return null;
}

function placeholderProblems(html: string): MessageProblem[] {
  return strayPlaceholders(html).map(({ text, kind, meant }): MessageProblem => {
    const suggestion = meant === null ? {} : { suggestion: meant };
    if (kind === 'spaced')
      return {
        kind: 'broken-placeholder',
        blocking: false,
        message: `Flowmingo may not fill in ${text}, because of the blanks in it. Use ${meant}.`,
        text,
        ...suggestion,
      };
    if (kind === 'broken')
      return {
        kind: 'broken-placeholder',
        blocking: true,
        message: `Flowmingo does not fill in ${text}, so people would read it as it stands. Use ${meant}.`,
        text,
        ...suggestion,
      };
    const advice =
      meant === null ? 'Take it out, or use one of the four placeholders.' : `Use ${meant}, or take it out.`;
    return {
      kind: 'unknown-placeholder',
      blocking: true,
      message: `Flowmingo does not know ${text}, so people would read it as it stands. ${advice}`,
      text,
      ...suggestion,
    };
  });
}

function cleanProblems(html: string): MessageProblem[] {
  const { html: mended, removed } = cleanMessage(html);
  if (removed.length === 0) return [];
  const mostNamed = 6;
  const rest = removed.length - mostNamed;
  const list = `${removed.slice(0, mostNamed).join(', ')}${rest > 0 ? ` and ${number(rest)} more` : ''}`;
  return [
    {
      kind: 'not-allowed',
      blocking: true,
      message: `The message holds ${list}, which mail programs show differently or not at all. It is not sent so. Take it out: the words stay.`,
      mended,
    },
  ];
}

function nameProblem(html: string, audience: MessageAudience | undefined): MessageProblem[] {
  if (audience === undefined || !html.includes(toPlaceholder('candidate_name'))) return [];
  const { total } = audience;
  const open = audience.withoutFirstName - (audience.withFallback ?? 0);
  if (open <= 0) return [];
  const who =
    open === total
      ? total === 1
        ? 'This person has'
        : `All ${number(total)} people have`
      : `${number(open)} of ${number(total)} people ${open === 1 ? 'has' : 'have'}`;
  return [
    {
      kind: 'no-first-name',
      blocking: false,
      message: `${who} no first name, and Flowmingo does not say what it puts in for the candidate name then. Say what they read instead, or add the names.`,
    },
  ];
}

/** The worst length of all wordings: people without a name may read a longer or a shorter message. */
function lengthProblems(html: string, fallback: NameFallback | undefined): MessageProblem[] {
  for (const wording of wordingsOf(html, fallback)) {
    const problem = lengthProblem(wording);
    if (problem === null) continue;
    if (wording === html) return [problem];
    const message = `For people without a first name: ${problem.message.charAt(0).toLowerCase()}${problem.message.slice(1)}`;
    return [{ ...problem, message }];
  }
  return [];
}

/**
 * Everything that is wrong with the message as it is sent (HTML); empty where it is fine. Length is held to the guide's 10 to
 * 5,000 in every way of counting, for every wording. With an audience, people without a first name are counted.
 */
export function checkMessage(
  html: string,
  audience?: MessageAudience,
  fallback?: NameFallback,
): MessageProblem[] {
  const lengths = lengthProblems(html, fallback);
  if (html.length > longestReadMessage || lengths.some(({ kind }) => kind === 'too-short')) return lengths;
  const problems = [...lengths, ...cleanProblems(html), ...placeholderProblems(html)];
  if (!html.includes(toPlaceholder('interview_link'))) {
    problems.push({
      kind: 'no-interview-link',
      blocking: false,
      message:
        'The message has no interview link, so people may not find their interview. Insert the interview link.',
      suggestion: toPlaceholder('interview_link'),
    });
  }
  return [...problems, ...nameProblem(html, audience)];
}
