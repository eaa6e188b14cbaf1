import { messageWords } from '../../../shared/messages/message-length';
import {
  type PlaceholderName,
  placeholderLabels,
  placeholderPattern,
} from '../../../shared/messages/placeholders';
import { unescapeWords } from '../../../shared/messages/unescape-words';

/** As many characters as stand on one line under the message. */
const longestExample = 60;

/** Enough to see how somebody is greeted. */
const longestBefore = 24;

/** The words of a message, line by line, with what Flowmingo fills in named in brackets. */
function linesOf(message: string): string[] {
  return (
    message
      .replace(placeholderPattern(), (_, name: PlaceholderName) => `[${placeholderLabels[name]}]`)
      .split(/<br>|<\/(?:p|li|div|h\d)>/i)
      // Bold words are followed by what follows them, without a blank.
      .map((line) => unescapeWords(messageWords(line.replace(/<[^>]*>/g, ''))))
      .filter((line) => line !== '')
  );
}

function cut(line: string): string {
  return line.length <= longestExample ? line : `${line.slice(0, longestExample - 1).trimEnd()}…`;
}

/** The line of a message that holds these words, cut around them. */
export function exampleLine(message: string, words: string): string {
  const line = linesOf(message).find((one) => one.includes(words)) ?? words;
  const wordsBefore = line.slice(0, line.indexOf(words)).slice(-longestBefore);
  const isWhole = line.startsWith(wordsBefore);
  const before = isWhole ? wordsBefore : `… ${wordsBefore.replace(/^\S*\s*/, '')}`;
  return `${before}${cut(line.slice(line.indexOf(words)))}`;
}

/** The beginning of a message, for a list. */
export function firstWords(message: string): string {
  return cut(linesOf(message).join(' '));
}
