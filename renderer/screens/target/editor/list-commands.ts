import type { Node, NodeType } from 'prosemirror-model';
import { liftListItem } from 'prosemirror-schema-list';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';
import { messageSchema } from './message-schema';

const { nodes } = messageSchema;

const isList = (node: Node): boolean => node.type === nodes.bullet_list || node.type === nodes.ordered_list;

interface ListAround {
  readonly type: NodeType;
  readonly depth: number;
}

/** The list that the cursor is in, the innermost one. */
export function listAround(state: EditorState): ListAround | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (isList(node)) return { type: node.type, depth };
  }
  return null;
}

/** Paragraphs become a list, a list of the other kind becomes this one, and one of this kind becomes paragraphs. */
export function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const around = listAround(state);
    if (around === null) return makeList(type)(state, dispatch);
    if (around.type === type) return leaveList(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup(state.selection.$from.before(around.depth), type));
    return true;
  };
}

/** Each paragraph that is chosen becomes an item; lists among them give theirs. */
function makeList(type: NodeType): Command {
  return (state, dispatch) => {
    const { $from, $to, empty, from } = state.selection;
    const range = $from.blockRange($to, (node) => node.type === nodes.doc);
    if (range === null) return false;
    const blocks = state.doc.children.slice(range.startIndex, range.endIndex);
    const items = blocks.flatMap((block) =>
      isList(block) ? block.children : [nodes.list_item.create(null, block)],
    );
    const tr = state.tr.replaceWith(range.start, range.end, type.create(null, items));
    // Two levels lie around the words now, the list and its item.
    const start = empty ? from + 2 : range.start + 3;
    const end = empty ? start : tr.mapping.map(range.end) - 3;
    tr.setSelection(TextSelection.between(tr.doc.resolve(start), tr.doc.resolve(end)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** One level out; items of the outermost list become paragraphs. */
export const leaveList: Command = (state, dispatch) => {
  const around = listAround(state);
  if (around === null) return false;
  if (around.depth > 1) return liftListItem(nodes.list_item)(state, dispatch);
  const { $from, $to, from, to } = state.selection;
  const list = $from.node(1);
  const first = $from.index(1);
  const last = $to.depth > 1 && $to.node(1) === list ? $to.index(1) : list.childCount - 1;
  const listOf = (items: readonly Node[]) => (items.length === 0 ? [] : [list.type.create(null, items)]);
  const blocks = [
    ...listOf(list.children.slice(0, first)),
    ...list.children.slice(first, last + 1).flatMap((item) => item.children),
    ...listOf(list.children.slice(last + 1)),
  ];
  const start = $from.before(1);
  const tr = state.tr.replaceWith(start, start + list.nodeSize, blocks);
  // Without the list and the item in front of the words; with a list that ends before them, its end takes their place.
  const back = first === 0 ? 2 : 0;
  const lost = 2 * (last - first);
  tr.setSelection(TextSelection.between(tr.doc.resolve(from - back), tr.doc.resolve(to - back - lost)));
  dispatch?.(tr.scrollIntoView());
  return true;
};
