import { toggleMark } from 'prosemirror-commands';
import { closeHistory } from 'prosemirror-history';
import type { MarkType } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import { allowedMessageLink } from '../../../../shared/messages/message-tags';
import type { PlaceholderName } from '../../../../shared/messages/placeholders';
import { messageSchema } from './message-schema';

const { nodes, marks } = messageSchema;

/** Whether all that is typed or chosen here has the mark. */
export function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, $from, to, empty } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

export const toggleBold: Command = toggleMark(marks.strong);
export const toggleItalic: Command = toggleMark(marks.em);

/** A placeholder at the cursor, in the place of what is chosen, drawn as the words around it. */
export function insertPlaceholder(name: PlaceholderName): Command {
  return (state, dispatch) => {
    const { $from, $to, empty } = state.selection;
    const drawn = state.storedMarks ?? (empty ? $from.marks() : $from.marksAcross($to)) ?? [];
    const chip = nodes.placeholder.create({ name }, null, drawn);
    dispatch?.(closeHistory(state.tr).replaceSelectionWith(chip, false).scrollIntoView());
    return true;
  };
}

/** Deletes the placeholder before (-1) or after (1) the cursor, as one thing. */
export function deletePlaceholder(side: -1 | 1): Command {
  return (state, dispatch) => {
    const { selection } = state;
    if (!(selection instanceof TextSelection) || selection.$cursor === null) return false;
    const { $cursor } = selection;
    const next = side === -1 ? $cursor.nodeBefore : $cursor.nodeAfter;
    if (next?.type !== nodes.placeholder) return false;
    const [from, to] = side === -1 ? [$cursor.pos - 1, $cursor.pos] : [$cursor.pos, $cursor.pos + 1];
    dispatch?.(closeHistory(state.tr).delete(from, to).scrollIntoView());
    return true;
  };
}

export const insertBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

export interface LinkAtCursor {
  readonly from: number;
  readonly to: number;
  /** '' where there is none yet. */
  readonly href: string;
  readonly words: string;
}

/** The link around the cursor, or what is chosen as the words of a new one. */
export function linkAtCursor(state: EditorState): LinkAtCursor {
  const { from, to, $from } = state.selection;
  const toLink = (start: number, end: number, href: string): LinkAtCursor => ({
    from: start,
    to: end,
    href,
    words: state.doc.textBetween(start, end, ' '),
  });
  const runs: { from: number; to: number; href: string }[] = [];
  let offset = $from.start();
  for (const child of $from.parent.children) {
    const end = offset + child.nodeSize;
    const href = marks.link.isInSet(child.marks)?.attrs.href as string | undefined;
    const last = runs.at(-1);
    if (href !== undefined && last?.href === href && last.to === offset) last.to = end;
    else if (href !== undefined) runs.push({ from: offset, to: end, href });
    offset = end;
  }
  const around = runs.find((run) => run.from <= from && to <= run.to);
  return around === undefined ? toLink(from, to, '') : toLink(around.from, around.to, around.href);
}

/** Makes these words a link in the place of `at`; `href` null takes the link away and leaves the words. */
export function setLink(at: LinkAtCursor, href: string | null, words: string): Command {
  return (state, dispatch) => {
    const { from } = at;
    const { tr } = state;
    if (href === null) tr.removeMark(from, at.to, marks.link);
    else {
      const isNew = words !== at.words || from === at.to;
      // The words go in as they are: placeholders in them become chips by themselves.
      if (isNew) tr.insertText(words, from, at.to);
      const to = isNew ? from + words.length : at.to;
      tr.removeMark(from, to, marks.link).addMark(from, to, marks.link.create({ href }));
      tr.setSelection(TextSelection.create(tr.doc, to));
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** What somebody typed as an address, as a link may have it; null where it is none. "example.com" is a page, "a@example.com" a mail address. */
export function parseLink(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const guessed = /^[a-z][a-z0-9+.-]*:/i.test(text)
    ? text.replace(/^http:\/\//i, 'https://')
    : text.startsWith('{{')
      ? text
      : /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)
        ? `mailto:${text}`
        : /^[^\s/]+\.[^\s/]+/.test(text)
          ? `https://${text}`
          : text;
  return allowedMessageLink.test(guessed) ? guessed : null;
}
