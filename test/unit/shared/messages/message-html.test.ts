import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../../shared/messages/check-message';
import { defaultMessage } from '../../../../shared/messages/default-message';
import { toMessageHtml } from '../../../../shared/messages/message-html';

describe('toMessageHtml', () => {
  it.each([
    [
      'Dear {{candidate_name}},\n\nthank you.\nBye',
      '<p>Dear {{candidate_name}},</p><p>thank you.<br>Bye</p>',
    ],
    ['This is **important** and *soon*.', '<p>This is <strong>important</strong> and <em>soon</em>.</p>'],
    ['**very *much* so**', '<p><strong>very <em>much</em> so</strong></p>'],
    ['[Start here]({{interview_link}})', '<p><a href="{{interview_link}}">Start here</a></p>'],
    [
      'See https://example.com/a?b=1&c=2.',
      '<p>See <a href="https://example.com/a?b=1&amp;c=2">https://example.com/a?b=1&amp;c=2</a>.</p>',
    ],
    [
      '- one\n- two\n\n1. first\n2. second',
      '<ul><li>one</li><li>two</li></ul><ol><li>first</li><li>second</li></ol>',
    ],
    ['Bring:\n- a **pen**', '<p>Bring:</p><ul><li>a <strong>pen</strong></li></ul>'],
    ['5 * 3 = 15, and 2*3*4', '<p>5 * 3 = 15, and 2<em>3</em>4</p>'],
    ['a < b & c > "d"', '<p>a &lt; b &amp; c &gt; &quot;d&quot;</p>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
    [
      '[x](https://example.com/"onmouseover="a)',
      '<p>[x](<a href="https://example.com/">https://example.com/</a>&quot;onmouseover=&quot;a)</p>',
    ],
    ['\r\n\r\nHello\r\n\r\n\r\n', '<p>Hello</p>'],
    ['', ''],
  ])('%s', (text, html) => expect(toMessageHtml(text)).toBe(html));
});

describe('defaultMessage', () => {
  it('can be sent as it is', () => {
    expect(checkMessage(defaultMessage, { total: 3, withoutFirstName: 0 })).toEqual([]);
  });
});
