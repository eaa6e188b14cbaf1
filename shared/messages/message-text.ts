// HTML of our own making back into the text it was written as. Gives up on anything else instead of losing it.

const unescapes: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => unescapes[entity] ?? entity);
}

/** Tags of our own making → what stands for them at their beginning and end. */
const inlineMarks: Readonly<Record<string, string>> = {
  '<strong>': '**',
  '</strong>': '**',
  '<em>': '*',
  '</em>': '*',
};

/** The inside of a paragraph or list item as text, or null where it holds anything foreign. */
function inlineText(html: string, isEscaped: boolean): string | null {
  let text = '';
  let target: string | null = null;
  let linkStart = 0;
  for (const piece of html.split(/(<[^>]*>)/)) {
    if (!piece.startsWith('<')) {
      const words = unescapeHtml(piece);
      text += isEscaped ? words.replace(/[\\*[\]]/g, '\\$&') : words;
      continue;
    }
    const mark = inlineMarks[piece];
    const href = /^<a href="([^"]*)">$/.exec(piece)?.[1];
    if (mark !== undefined) text += mark;
    else if (href !== undefined && target === null) [target, linkStart] = [unescapeHtml(href), text.length];
    else if (piece === '</a>' && target !== null) {
      const words = text.slice(linkStart);
      text = text.slice(0, linkStart) + (words === target ? target : `[${words}](${target})`);
      target = null;
    } else return null;
  }
  return target === null ? text : null;
}

function all(parts: readonly (string | null)[]): readonly string[] | null {
  return parts.every((part): part is string => part !== null) ? parts : null;
}

function blockText(kind: string, inside: string, isEscaped: boolean): string | null {
  if (kind === 'p')
    return all(inside.split('<br>').map((line) => inlineText(line, isEscaped)))?.join('\n') ?? null;
  const items = [...inside.matchAll(/<li>(.*?)<\/li>/gs)];
  if (items.map(([whole]) => whole).join('') !== inside) return null;
  const lines = all(items.map((item) => inlineText(item[1] ?? '', isEscaped)));
  return (
    lines?.map((line, index) => (kind === 'ul' ? `- ${line}` : `${index + 1}. ${line}`)).join('\n') ?? null
  );
}

/** The text behind this HTML, or null where it is not made of our own paragraphs and lists. `isEscaped`: characters that mean something get a backslash. */
export function toText(html: string, isEscaped: boolean): string | null {
  const blocks = [...html.matchAll(/<(p|ul|ol)>(.*?)<\/\1>/gs)];
  if (blocks.map(([whole]) => whole).join('') !== html) return null;
  return (
    all(blocks.map(([, kind = '', inside = '']) => blockText(kind, inside, isEscaped)))?.join('\n\n') ?? null
  );
}
