import { type Command, EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { toDocumentHtml } from '../../../../shared/messages/document-html';
import { readDocument } from '../../../../shared/messages/read-document';
import { toEditorNode, toMessageDocument } from './editor-document';
import { type EditorKeys, editorPlugins } from './editor-plugins';

interface RichTextOptions extends EditorKeys {
  /** HTML as it is sent. */
  readonly message: string;
  /** With the HTML of what was written. Never called for a message that came from outside. */
  readonly onChange: (message: string) => void;
  /** Of the editing element: its label, what describes it. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Marks a change that came from outside, so that it is not told back: its writing may be another one. */
const fromOutside = 'fromOutside';

/**
 * The editor inside `place`. What it shows follows `message`; a message from outside is told back only when somebody changes it,
 * and taken back with undo it is the one that it was, to the letter.
 */
export function useRichText(
  place: RefObject<HTMLDivElement | null>,
  options: RichTextOptions,
): {
  readonly state: EditorState | null;
  readonly run: (command: Command) => void;
  readonly focus: () => void;
} {
  const view = useRef<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const shown = useRef('');

  useEffect(() => {
    if (place.current === null) return;
    const { message } = latest.current;
    shown.current = message;
    let outside = { message, doc: toEditorNode(readDocument(message).document) };
    const created = new EditorView(place.current, {
      state: EditorState.create({
        doc: outside.doc,
        plugins: editorPlugins({
          onLink: () => latest.current.onLink(),
          onToolbar: () => latest.current.onToolbar(),
        }),
      }),
      attributes: () => ({ ...latest.current.attributes }),
      dispatchTransaction(transaction) {
        const next = created.state.apply(transaction);
        const isChanged = !next.doc.eq(created.state.doc);
        created.updateState(next);
        setState(next);
        const given = transaction.getMeta(fromOutside) as string | undefined;
        if (given !== undefined) outside = { message: given, doc: next.doc };
        else if (isChanged) {
          shown.current = next.doc.eq(outside.doc)
            ? outside.message
            : toDocumentHtml(toMessageDocument(next.doc));
          latest.current.onChange(shown.current);
        }
      },
    });
    view.current = created;
    setState(created.state);
    return () => {
      view.current = null;
      created.destroy();
    };
  }, [place]);

  const { message } = options;
  useEffect(() => {
    const current = view.current;
    if (current === null || message === shown.current) return;
    shown.current = message;
    const doc = toEditorNode(readDocument(message).document);
    const { tr } = current.state;
    current.dispatch(tr.replaceWith(0, tr.doc.content.size, doc.content).setMeta(fromOutside, message));
  }, [message]);

  const { attributes } = options;
  useEffect(() => {
    // The element's attributes are read anew with the next state.
    void attributes;
    view.current?.updateState(view.current.state);
  }, [attributes]);

  return {
    state,
    run: useCallback((command) => {
      const current = view.current;
      if (current === null) return;
      command(current.state, current.dispatch, current);
      current.focus();
    }, []),
    focus: useCallback(() => view.current?.focus(), []),
  };
}
