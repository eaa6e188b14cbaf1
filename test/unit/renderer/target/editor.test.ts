// The editor's own form of a message loses nothing of it, and what is done to it with keys and commands is what is sent.
import fc from 'fast-check';
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { afterEach, describe, expect, it } from 'vitest';
import {
  insertPlaceholder,
  linkAtCursor,
  parseLink,
  setLink,
  toggleBold,
} from '../../../../renderer/screens/target/editor/editor-commands';
import { toEditorNode, toMessageDocument } from '../../../../renderer/screens/target/editor/editor-document';
import { editorPlugins } from '../../../../renderer/screens/target/editor/editor-plugins';
import { toggleList } from '../../../../renderer/screens/target/editor/list-commands';
import { messageSchema } from '../../../../renderer/screens/target/editor/message-schema';
import { toDocumentHtml } from '../../../../shared/messages/document-html';
import { readDocument } from '../../../../shared/messages/read-document';
import { anyDocument } from '../../../helpers/any-document';

const { nodes } = messageSchema;
const views: EditorView[] = [];

function open(html: string): EditorView {
  const place = document.createElement('div');
  document.body.append(place);
  const plugins = editorPlugins({ onLink: () => {}, onToolbar: () => {} });
  const view = new EditorView(place, {
    state: EditorState.create({ doc: toEditorNode(readDocument(html).document), plugins }),
  });
  views.push(view);
  return view;
}

afterEach(() => {
  for (const view of views.splice(0)) view.destroy();
  document.body.replaceChildren();
});

const htmlOf = (view: EditorView): string => toDocumentHtml(toMessageDocument(view.state.doc));
const run = (view: EditorView, command: Command): boolean => command(view.state, view.dispatch, view);
const choose = (view: EditorView, from: number, to = from): void =>
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
const press = (view: EditorView, key: string, keys: KeyboardEventInit = {}): boolean =>
  view.someProp('handleKeyDown', (handle) => handle(view, new KeyboardEvent('keydown', { key, ...keys }))) ===
  true;

function paste(view: EditorView, content: { html?: string; text?: string }): void {
  const data = {
    getData: (kind: string) => (kind === 'text/html' ? (content.html ?? '') : (content.text ?? '')),
  };
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: data });
  view.dom.dispatchEvent(event);
}

describe('a message in the editor', () => {
  it('is the same after it, whatever it is', () => {
    fc.assert(
      fc.property(anyDocument, (written) => {
        const html = toDocumentHtml(written);
        const node = toEditorNode(readDocument(html).document);
        node.check();
        expect(toDocumentHtml(toMessageDocument(node))).toBe(html);
      }),
      { numRuns: 800 },
    );
  });

  it('turns typed braces into a chip, which goes with one key and comes back with undo', () => {
    const view = open('<p>Dear </p>');
    choose(view, 5);
    for (const letter of ' {{candidate_name}}') view.dispatch(view.state.tr.insertText(letter));
    expect(view.dom.querySelectorAll('[data-placeholder="candidate_name"]')).toHaveLength(1);
    expect(htmlOf(view)).toBe('Dear {{candidate_name}}');
    expect(press(view, 'Backspace')).toBe(true);
    expect(htmlOf(view)).toBe('Dear');
    expect(press(view, 'z', { ctrlKey: true })).toBe(true);
    expect(htmlOf(view)).toContain('{{candidate_name}}');
  });

  it('leaves a placeholder that Flowmingo does not know as text', () => {
    const view = open('');
    view.dispatch(view.state.tr.insertText('{{first_name}} {{candidate_name'));
    expect(view.dom.querySelector('[data-placeholder]')).toBeNull();
    expect(htmlOf(view)).toBe('{{first_name}} {{candidate_name');
  });

  it('makes bold, lists and links of what is chosen', () => {
    const view = open('<p>one</p><p>two</p>');
    choose(view, 1, 4);
    run(view, toggleBold);
    choose(view, 1, 9);
    run(view, toggleList(nodes.bullet_list));
    expect(htmlOf(view)).toBe('<ul><li><strong>one</strong></li><li>two</li></ul>');
    run(view, toggleList(nodes.ordered_list));
    expect(htmlOf(view)).toBe('<ol><li><strong>one</strong></li><li>two</li></ol>');
    run(view, toggleList(nodes.ordered_list));
    expect(htmlOf(view)).toBe('<p><strong>one</strong></p><p>two</p>');
    choose(view, 6, 9);
    run(view, setLink(linkAtCursor(view.state), 'https://example.com/a', 'two'));
    choose(view, 7);
    expect(linkAtCursor(view.state)).toMatchObject({ href: 'https://example.com/a', words: 'two' });
    run(view, setLink(linkAtCursor(view.state), 'mailto:jobs@example.com', 'write {{company_name}}'));
    expect(htmlOf(view)).toBe(
      '<p><strong>one</strong></p><p><a href="mailto:jobs@example.com">write {{company_name}}</a></p>',
    );
    choose(view, 7);
    run(view, setLink(linkAtCursor(view.state), null, ''));
    expect(htmlOf(view)).toBe('<p><strong>one</strong></p><p>write {{company_name}}</p>');
  });

  it('inserts a chip in the place of what is chosen, drawn as the words around it', () => {
    const view = open('<p>Dear <strong>you there</strong></p>');
    choose(view, 6, 9);
    run(view, insertPlaceholder('candidate_name'));
    expect(htmlOf(view)).toBe('<p>Dear <strong>{{candidate_name}} there</strong></p>');
  });

  it('takes what is pasted cleaned, words into words and lists as lists', () => {
    const view = open('<p>Hello you</p>');
    choose(view, 7, 10);
    paste(view, { html: '<span style="color:red" onclick="x"><b>Ana</b></span>' });
    expect(htmlOf(view)).toBe('<p>Hello <strong>Ana</strong></p>');
    paste(view, { html: '<ul><li>one</li></ul><script>1</script>', text: 'one' });
    expect(htmlOf(view)).toBe('<p>Hello <strong>Ana</strong></p><ul><li>one</li></ul>');
    const other = open('');
    paste(other, { text: 'Dear {{candidate_name}},\n\nbye' });
    expect(htmlOf(other)).toBe('<p>Dear {{candidate_name}},</p><p>bye</p>');
    expect(other.dom.querySelectorAll('[data-placeholder]')).toHaveLength(1);
  });

  it('leaves Tab to the window, so that nobody is caught', () => {
    const view = open('<ul><li>one</li><li>two</li></ul>');
    choose(view, 10);
    expect(press(view, 'Tab')).toBe(false);
    expect(press(view, ']', { ctrlKey: true })).toBe(true);
    expect(htmlOf(view)).toBe('<ul><li>one<ul><li>two</li></ul></li></ul>');
  });
});

describe('a list in the editor', () => {
  it('ends with Enter on an empty item, and lets single items go', () => {
    const view = open('<ul><li>one</li><li>two</li><li>three</li></ul>');
    choose(view, 10);
    run(view, toggleList(nodes.bullet_list));
    expect(htmlOf(view)).toBe('<ul><li>one</li></ul><p>two</p><ul><li>three</li></ul>');
    const end = open('<ol><li>one</li></ol>');
    choose(end, 6);
    expect(press(end, 'Enter')).toBe(true);
    expect(htmlOf(end)).toBe('<ol><li>one</li><li></li></ol>');
    expect(press(end, 'Enter')).toBe(true);
    end.dispatch(end.state.tr.insertText('after'));
    expect(htmlOf(end)).toBe('<ol><li>one</li></ol><p>after</p>');
    expect(press(end, 'z', { ctrlKey: true })).toBe(true);
  });

  it('goes out one level at a time, and the words stay chosen', () => {
    const view = open('<ul><li>a<ul><li>b</li></ul></li></ul>');
    choose(view, 8, 9);
    run(view, toggleList(nodes.bullet_list));
    expect(htmlOf(view)).toBe('<ul><li>a</li><li>b</li></ul>');
    const all = open('<p>x</p><ul><li>a</li><li>b</li></ul>');
    choose(all, 6, 12);
    run(all, toggleList(nodes.bullet_list));
    expect(htmlOf(all)).toBe('<p>x</p><p>a</p><p>b</p>');
    expect(all.state.doc.textBetween(all.state.selection.from, all.state.selection.to, '|')).toBe('a|b');
  });
});

describe('parseLink', () => {
  it.each([
    ['example.com/jobs', 'https://example.com/jobs'],
    ['http://example.com', 'https://example.com'],
    ['jobs@example.com', 'mailto:jobs@example.com'],
    ['{{interview_link}}', '{{interview_link}}'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['two words', null],
    ['', null],
  ])('%s', (typed, href) => expect(parseLink(typed)).toBe(href));
});
