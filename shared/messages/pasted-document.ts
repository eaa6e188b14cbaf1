// The clipboard as a part of a message. Takes anything; only words, bold, italic, links and lists come out.
import type { MessageDocument, MessageInline } from './message-document';
import { plainStyle } from './message-document';
import { longestReadMessage } from './message-length';
import { withFoldedBlanks } from './message-line';
import { readMessageTree } from './message-tree';
import { toPastedTree } from './pasted-tree';
import { toDocument } from './read-document';

/** Word writes some 100 characters of styles for each one of text. */
const longestPaste = longestReadMessage * 40;

/** The HTML of the clipboard; null where it is too long to be a message, or holds no words. */
export function readPastedHtml(html: string): MessageDocument | null {
  if (html.length > longestPaste) return null;
  const blocks = toPastedTree(readMessageTree(html));
  return blocks.length === 0 ? null : toDocument(blocks).document;
}

/** Text of the clipboard: an empty line parts paragraphs, each other line is a line. */
export function readPastedText(text: string): MessageDocument {
  const parts = text
    .slice(0, longestReadMessage)
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .filter((part) => part.trim() !== '');
  return parts.map((part) => ({
    kind: 'paragraph',
    content: withFoldedBlanks(
      part
        .trim()
        .split('\n')
        .flatMap((line, index): MessageInline[] => [
          ...(index === 0 ? [] : [{ kind: 'break', style: plainStyle } as const]),
          { kind: 'text', text: line, style: plainStyle },
        ]),
    ),
  }));
}
