import { baseKeymap } from 'prosemirror-commands';
import { closeHistory, history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { readPastedHtml, readPastedText } from '../../../../shared/messages/pasted-document';
import { type PlaceholderName, placeholderPattern } from '../../../../shared/messages/placeholders';
import { deletePlaceholder, insertBreak, toggleBold, toggleItalic } from './editor-commands';
import { toSlice } from './editor-document';
import { leaveList, toggleList } from './list-commands';
import { clipboardSerializer, messageSchema } from './message-schema';

const { nodes } = messageSchema;

/** What leads out of the editor by keyboard. */
export interface EditorKeys {
  readonly onLink: () => void;
  readonly onToolbar: () => void;
}

function keys({ onLink, onToolbar }: EditorKeys): Plugin[] {
  const run = (action: () => void) => () => {
    action();
    return true;
  };
  return [
    keymap({
      'Mod-z': undo,
      'Shift-Mod-z': redo,
      'Mod-y': redo,
      'Mod-b': toggleBold,
      'Mod-i': toggleItalic,
      'Mod-k': run(onLink),
      'Alt-F10': run(onToolbar),
      'Mod-Shift-7': toggleList(nodes.ordered_list),
      'Mod-Shift-8': toggleList(nodes.bullet_list),
      // Tab leaves the editor, as everywhere; lists are indented as in other mail programs.
      'Mod-]': sinkListItem(nodes.list_item),
      'Mod-[': leaveList,
      Enter: splitListItem(nodes.list_item),
      'Shift-Enter': insertBreak,
      Backspace: deletePlaceholder(-1),
      Delete: deletePlaceholder(1),
      'Mod-Backspace': deletePlaceholder(-1),
      'Mod-Delete': deletePlaceholder(1),
    }),
    keymap(baseKeymap),
  ];
}

/** Text that is one of the four placeholders becomes its chip, however it came in. */
function chipsFromText(
  _: readonly Transaction[],
  before: EditorState,
  state: EditorState,
): Transaction | null {
  if (before.doc.eq(state.doc)) return null;
  const found: { from: number; to: number; name: PlaceholderName }[] = [];
  state.doc.descendants((node, pos) => {
    for (const match of (node.text ?? '').matchAll(placeholderPattern())) {
      const from = pos + match.index;
      found.push({ from, to: from + match[0].length, name: match[1] as PlaceholderName });
    }
  });
  if (found.length === 0) return null;
  const { tr } = state;
  for (const { from, to, name } of found.reverse()) {
    const drawn = state.doc.resolve(from + 1).marks();
    tr.replaceWith(from, to, nodes.placeholder.create({ name }, null, drawn));
  }
  return tr;
}

/** What was copied elsewhere, cleaned; false where there is nothing to put in. */
function insertForeign(view: EditorView, data: DataTransfer | null, at: number | null): boolean {
  if (data === null) return false;
  const html = data.getData('text/html');
  const document = (html === '' ? null : readPastedHtml(html)) ?? readPastedText(data.getData('text/plain'));
  if (document.length === 0) return false;
  const tr = closeHistory(view.state.tr);
  const slice = toSlice(document);
  view.dispatch((at === null ? tr.replaceSelection(slice) : tr.replace(at, at, slice)).scrollIntoView());
  return true;
}

/** Everything foreign comes in here, before the editor itself would read it. */
const foreignContent = new Plugin({
  props: {
    clipboardSerializer,
    handleDOMEvents: {
      paste: (view, event) => {
        event.preventDefault();
        insertForeign(view, event.clipboardData, null);
        return true;
      },
      drop: (view, event) => {
        if (view.dragging !== null) return false;
        event.preventDefault();
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        insertForeign(view, event.dataTransfer, at?.pos ?? null);
        return true;
      },
    },
  },
});

/** All that the editor does besides showing. */
export function editorPlugins(editorKeys: EditorKeys): Plugin[] {
  return [...keys(editorKeys), history(), new Plugin({ appendTransaction: chipsFromText }), foreignContent];
}
