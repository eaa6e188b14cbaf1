// The recruiter writes text, Flowmingo is sent HTML. Made of paragraphs, line breaks, bold, italic, links and lists only; all else is text.
import { inlineHtml } from './message-inline';

const bullet = /^\s*[-•*]\s+(?=\S)/;
const numbered = /^\s*\d{1,3}[.)]\s+(?=\S)/;

type Block = { readonly kind: 'p' | 'ul' | 'ol'; readonly lines: string[] };

function blockKind(line: string): Block['kind'] {
  return bullet.test(line) ? 'ul' : numbered.test(line) ? 'ol' : 'p';
}

function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let isApart = true;
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (line.trim() === '') {
      isApart = true;
      continue;
    }
    const kind = blockKind(line);
    const words = line.trim().replace(kind === 'ul' ? bullet : kind === 'ol' ? numbered : /^/, '');
    const open = blocks.at(-1);
    if (open === undefined || isApart || open.kind !== kind) blocks.push({ kind, lines: [words] });
    else open.lines.push(words);
    isApart = false;
  }
  return blocks;
}

function blockHtml({ kind, lines }: Block): string {
  if (kind === 'p') return `<p>${lines.map(inlineHtml).join('<br>')}</p>`;
  return `<${kind}>${lines.map((line) => `<li>${inlineHtml(line)}</li>`).join('')}</${kind}>`;
}

/**
 * The HTML that is sent for a text. An empty line parts paragraphs; lines that start with `- ` or `1. ` are lists;
 * `**bold**`, `*italic*`, `[words](https://…)` and bare addresses are what they say. Placeholders stay as they are.
 */
export function toMessageHtml(text: string): string {
  return toBlocks(text).map(blockHtml).join('');
}
