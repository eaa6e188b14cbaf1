// How long a message is, counted so that every way of counting keeps within Flowmingo's limits.

/** API guide, 3.1: 10 to 5,000 characters; what a character is, it does not say. */
export const shortestMessage = 10;
export const longestMessage = 5000;

/** Ten times what can be sent: what is longer is not read as HTML any more, only counted. */
export const longestReadMessage = 50_000;

export interface MessageLength {
  /** Code points, as people count: the number to show. */
  readonly shown: number;
  /** UTF-16 units, the largest of the counts in use: it is held to the upper limit. */
  readonly most: number;
  /** Code points without blanks at the ends, the smallest: it is held to the lower limit. */
  readonly least: number;
}

/** The length of a message as it is sent, tags included. */
export function messageLength(html: string): MessageLength {
  return { shown: [...html].length, most: html.length, least: [...html.trim()].length };
}

/** The words of a message without its tags, for seeing whether it says anything. */
export function messageWords(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|&#160;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
