// Checks the invitation message against the guide before anybody gets it. Never changes it.
import { strayPlaceholders } from './find-braces';
import { longestMessage, messageLength, messageWords, shortestMessage } from './message-length';
import { allowedMessageTags } from './message-tags';
import { toPlaceholder } from './placeholders';

export type MessageProblemKind =
  | 'too-short'
  | 'too-long'
  | 'unknown-placeholder'
  | 'broken-placeholder'
  | 'no-interview-link'
  | 'no-first-name'
  | 'tag-not-shown';

/** A problem of the message. Blocking: nothing is sent until it is mended. */
export interface MessageProblem {
  readonly kind: MessageProblemKind;
  readonly blocking: boolean;
  readonly message: string;
  /** What stands in the message, where one place is meant. */
  readonly text?: string;
  /** What to put in its place with one click. */
  readonly suggestion?: string;
}

/** Who gets the message, for the names that are missing. */
export interface MessageAudience {
  readonly total: number;
  readonly withoutFirstName: number;
}

const number = (value: number): string => value.toLocaleString('en');

function lengthProblem(html: string): MessageProblem | null {
  const { most, least } = messageLength(html);
  if (messageWords(html) === '')
    return {
      kind: 'too-short',
      blocking: true,
      message: 'The message says nothing yet. Write it, or leave it to Flowmingo’s own text.',
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

function tagProblems(html: string): MessageProblem[] {
  const allowed = new Set<string>(allowedMessageTags);
  const names = new Set(
    [...html.matchAll(/<\/?([a-z][a-z0-9-]*)/gi)].map((match) => (match[1] ?? '').toLowerCase()),
  );
  const foreign = [...names].filter((name) => !allowed.has(name));
  if (foreign.length === 0) return [];
  const list = foreign.map((name) => `<${name}>`).join(', ');
  return [
    {
      kind: 'tag-not-shown',
      blocking: false,
      message: `Mail programs may not show ${list}, and the preview leaves it out. Use plain paragraphs, links and lists.`,
    },
  ];
}

/**
 * Everything that is wrong with the message as it is sent (HTML); empty where it is fine. Length is held to the guide's 10 to
 * 5,000 in every way of counting. With an audience, people without a first name are counted.
 */
export function checkMessage(html: string, audience?: MessageAudience): MessageProblem[] {
  const length = lengthProblem(html);
  if (length?.kind === 'too-short') return [length];
  const problems = [...(length === null ? [] : [length]), ...placeholderProblems(html)];
  if (!html.includes(toPlaceholder('interview_link'))) {
    problems.push({
      kind: 'no-interview-link',
      blocking: false,
      message:
        'The message has no interview link, so people may not find their interview. Insert the interview link.',
      suggestion: toPlaceholder('interview_link'),
    });
  }
  if (
    audience !== undefined &&
    audience.withoutFirstName > 0 &&
    html.includes(toPlaceholder('candidate_name'))
  ) {
    const { withoutFirstName, total } = audience;
    const who =
      withoutFirstName === total
        ? total === 1
          ? 'This person has'
          : `All ${number(total)} people have`
        : `${number(withoutFirstName)} of ${number(total)} people ${withoutFirstName === 1 ? 'has' : 'have'}`;
    problems.push({
      kind: 'no-first-name',
      blocking: false,
      message: `${who} no first name, and Flowmingo does not say what it puts in for the candidate name then. Add the names, or greet without one.`,
    });
  }
  return [...problems, ...tagProblems(html)];
}
