// What people paste: the clipboards of Word, Gmail, Outlook and Google Docs, shortened to what is special about each.
import { describe, expect, it } from 'vitest';
import { isCleanMessage } from '../../../../shared/messages/clean-message';
import { toDocumentHtml } from '../../../../shared/messages/document-html';
import { readPastedHtml, readPastedText } from '../../../../shared/messages/pasted-document';
import { hostileSnippets } from '../../renderer/target/hostile-snippets';

const pasted = (html: string): string => toDocumentHtml(readPastedHtml(html) ?? []);

const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style></head><body lang=DE>
<!--StartFragment-->
<p class=MsoNormal>Dear <b style='mso-bidi-font-weight:normal'>{{candidate_name}}</b>,<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>thank you for
your <i>interest</i>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>one<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>two<o:p></o:p></p>
<p class=MsoNormal><a href="https://example.com/x">Our page</a><o:p></o:p></p>
<!--EndFragment--></body></html>`;

describe('pasting', () => {
  it.each([
    [
      'Word',
      word,
      '<p>Dear <strong>{{candidate_name}}</strong>,</p><p>thank you for your <em>interest</em>.</p><ul><li>one</li><li>two</li></ul><p><a href="https://example.com/x">Our page</a></p>',
    ],
    [
      'Word, numbered',
      `<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>first</p><p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>second</p>`,
      '<ol><li>first</li><li>second</li></ol>',
    ],
    [
      'Gmail',
      '<div dir="ltr"><div>Hello Ana,</div><div><br></div><div>first line</div><div>second <b>line</b></div><div><ul><li>one</li><li>two</li></ul></div><div>Bye</div></div>',
      '<p>Hello Ana,</p><p>first line<br>second <strong>line</strong></p><ul><li>one</li><li>two</li></ul><p>Bye</p>',
    ],
    [
      'Google Docs',
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-size:11pt;font-weight:400;">Hello </span><span style="font-weight:700;">Ana</span></p><ul><li dir="ltr"><p role="presentation"><span style="font-style:italic">one</span></p></li></ul></b>`,
      '<p>Hello <strong>Ana</strong></p><ul><li><em>one</em></li></ul>',
    ],
    [
      'Outlook on the web',
      '<div class="elementToProof">Hello,<br><br>come to us.<br>Bye</div>',
      '<p>Hello,</p><p>come to us.<br>Bye</p>',
    ],
    [
      'a heading and a table',
      '<h1>Jobs</h1><table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>',
      '<p><strong>Jobs</strong></p><p>A B<br>C</p>',
    ],
    [
      'words from a page',
      'see <a href="http://example.com/x" class=y>this</a>',
      '<p>see <a href="https://example.com/x">this</a></p>',
    ],
    ['a picture and a script', '<img src="x" onerror="1"><script>1</script><p>a</p>', 'a'],
  ])('from %s is cleaned', (_, html, expected) => expect(pasted(html)).toBe(expected));

  it.each(hostileSnippets)('is harmless: %s', (snippet) => {
    for (const html of [snippet, `<p>${snippet}</p>`, `<div><b>${snippet}</b></div>`])
      expect(isCleanMessage(pasted(html))).toBe(true);
  });

  it('takes text with its paragraphs and lines', () => {
    const document = readPastedText('Dear {{candidate_name}},\r\n\r\nfirst\nsecond <b>\n\n\n \nlast\n');
    expect(toDocumentHtml(document)).toBe(
      '<p>Dear {{candidate_name}},</p><p>first<br>second &lt;b&gt;</p><p>last</p>',
    );
  });

  it('gives up on what is no message', () => {
    expect(readPastedHtml('x'.repeat(3_000_000))).toBeNull();
    expect(readPastedHtml('<img src=x>')).toBeNull();
  });
});
