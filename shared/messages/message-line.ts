// The blanks of a line: HTML folds them, an editor shows them. Both ways are here, so that what was written is what is read.
import { type InlineStyle, isSameStyle, type MessageInline } from './message-document';
import { type PlaceholderName, placeholderPattern } from './placeholders';

/** One character, placeholder or break with its style. */
type Unit =
  | { readonly kind: 'character'; readonly character: string; readonly style: InlineStyle }
  | Exclude<MessageInline, { kind: 'text' }>;

const foldable = /[ \t\n\r\f]/;
/** What no message can hold: HTML drops or replaces them. */
const unreadable = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;

function toUnits(content: readonly MessageInline[]): Unit[] {
  return content.flatMap((piece): Unit[] =>
    piece.kind === 'text'
      ? [...piece.text.replace(unreadable, '')].map((character) => ({
          kind: 'character',
          character: foldable.test(character) ? ' ' : character,
          style: piece.style,
        }))
      : [piece],
  );
}

function toContent(units: readonly Unit[]): MessageInline[] {
  const content: MessageInline[] = [];
  for (const unit of units) {
    const last = content.at(-1);
    if (unit.kind !== 'character') content.push(unit);
    else if (last?.kind === 'text' && isSameStyle(last.style, unit.style))
      content[content.length - 1] = { ...last, text: last.text + unit.character };
    else content.push({ kind: 'text', text: unit.character, style: unit.style });
  }
  return content;
}

const isBlank = (unit: Unit | undefined): boolean => unit?.kind === 'character' && unit.character === ' ';
const isLineEnd = (unit: Unit | undefined): boolean => unit === undefined || unit.kind === 'break';

function withoutBlanksAtEnds(units: readonly Unit[]): Unit[] {
  const kept: Unit[] = [];
  for (const unit of [...units].reverse()) if (!(isBlank(unit) && isLineEnd(kept.at(-1)))) kept.push(unit);
  return kept.reverse();
}

/** A line as it was written → as HTML keeps it: blanks that HTML would fold become fixed ones; blanks at a line's end go. */
export function withFixedBlanks(content: readonly MessageInline[]): MessageInline[] {
  const units = withoutBlanksAtEnds(toUnits(content));
  return toContent(
    units.map((unit, index) =>
      isBlank(unit) && (isLineEnd(units[index - 1]) || isBlank(units[index + 1]))
        ? ({ ...unit, character: '\u00a0' } as Unit)
        : unit,
    ),
  );
}

/** A line as it stands in HTML → as it is read: blanks folded, placeholders found, the break at its end taken for what it is. */
export function withFoldedBlanks(content: readonly MessageInline[]): MessageInline[] {
  const folded: Unit[] = [];
  for (const unit of toUnits(content))
    if (!(isBlank(unit) && (isLineEnd(folded.at(-1)) || isBlank(folded.at(-1))))) folded.push(unit);
  const units = withoutBlanksAtEnds(folded);
  if (units.at(-1)?.kind === 'break') units.pop();
  return toContent(units).flatMap(withPlaceholders);
}

function withPlaceholders(piece: MessageInline): MessageInline[] {
  if (piece.kind !== 'text') return [piece];
  const { style } = piece;
  return piece.text.split(placeholderPattern()).flatMap((part, index): MessageInline[] => {
    if (index % 2 === 1) return [{ kind: 'placeholder', name: part as PlaceholderName, style }];
    return part === '' ? [] : [{ kind: 'text', text: part, style }];
  });
}
