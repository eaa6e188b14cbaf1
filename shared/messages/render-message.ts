// Shows the message as one person will read it. Values are escaped: a name is text, whatever it holds. The result still goes through the preview's sanitizer.
import { type PlaceholderName, placeholderLabels, placeholderPattern, placeholdersIn } from './placeholders';

/** What stands in for each placeholder; one that is left out is shown by its label. */
export type MessageValues = Readonly<Partial<Record<PlaceholderName, string | null>>>;

export interface RenderedMessage {
  readonly html: string;
  /** Each once, in the guide's order. */
  readonly usedPlaceholders: readonly PlaceholderName[];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text as HTML text, safe between tags and inside quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * The message with its placeholders filled in. Between tags each is wrapped in `<span data-filled="name">`, so that the preview can
 * mark it; inside a tag (`href`) the value stands alone.
 */
export function renderMessage(html: string, values: MessageValues): RenderedMessage {
  const shownValue = (name: PlaceholderName): string => escapeHtml(values[name] ?? placeholderLabels[name]);
  const rendered = html
    .split(/(<[^>]*>)/)
    .map((piece, index) =>
      piece.replace(placeholderPattern(), (_, name: PlaceholderName) =>
        index % 2 === 1 ? shownValue(name) : `<span data-filled="${name}">${shownValue(name)}</span>`,
      ),
    )
    .join('');
  return { html: rendered, usedPlaceholders: placeholdersIn(html) };
}
