import { expect, it } from 'vitest';
import { isPlainMessage } from '../../../../shared/hand-over/is-plain-message';
import { defaultMessage } from '../../../../shared/messages/default-message';
import { toMessageHtml } from '../../../../shared/messages/message-html';

it.each([
  defaultMessage,
  toMessageHtml('Dear {{candidate_name}},\n1 < 2 & 3 > 2\n\n{{interview_link}}'),
  '<p>Start <a href="{{interview_link}}">here</a> or <a href="https://x.example.com/?a=1&amp;b=2">there</a>.</p>',
  '<ul><li><b>one</b><br/></li></ul>',
  'no elements at all',
])('takes %s', (html) => {
  expect(isPlainMessage(html)).toBe(true);
});

it.each([
  '<img src="https://x.example.com/a.png">',
  '<p style="display:none">hidden</p>',
  '<p onclick="x()">x</p>',
  '<a href="javascript:x()">x</a>',
  '<a href="https://x.example.com" target="_blank">x</a>',
  "<a href='https://x.example.com'>x</a>",
  '<a href=https://x.example.com>x</a>',
  '<script>x()</script>',
  '<!-- hidden -->',
  '<p',
  'a < b',
  '<p><p/onclick=x()>',
  '<a href="java\nscript:x()">x</a>',
])('refuses %s', (html) => {
  expect(isPlainMessage(`<p>Dear you</p>${html}`)).toBe(false);
});
