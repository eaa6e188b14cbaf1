import { describe, expect, it } from 'vitest';
import { mendMessage } from '../../../../renderer/screens/target/mend-message';
import { exampleLine, firstWords } from '../../../../renderer/screens/target/message-words';
import { checkMessage } from '../../../../shared/messages/check-message';
import { readDocument } from '../../../../shared/messages/read-document';

describe('the words of a message', () => {
  it('are shown as people read them', () => {
    expect(firstWords('<p>Dear {{candidate_name}},</p><p>salt &amp; pepper&nbsp;&lt;3</p>')).toBe(
      'Dear [Candidate name], salt & pepper <3',
    );
    expect(firstWords(`<p>${'word '.repeat(40)}</p>`)).toHaveLength(60);
  });

  it('show the line that somebody without a name reads', () => {
    expect(exampleLine('<p>Welcome</p><p>Dear there,<br>come</p>', 'there')).toBe('Dear there,');
    expect(
      exampleLine('<p>Sehr geehrte Bewerberin, sehr geehrter Bewerber <strong>da</strong>,</p>', 'da'),
    ).toBe('… sehr geehrter Bewerber da,');
    expect(exampleLine(`<p>${'a'.repeat(80)} there</p>`, 'there')).toBe('… there');
  });
});

describe('mending a message', () => {
  const mendAll = (message: string): string => {
    const problem = checkMessage(message).find(
      ({ suggestion, mended }) => suggestion !== undefined || mended !== undefined,
    );
    return problem === undefined ? message : mendAll(mendMessage(message, problem));
  };

  it.each([
    [
      '<p>Dear {{first_name}}, see {{ interview_link }}</p>',
      '<p>Dear {{candidate_name}}, see {{interview_link}}</p>',
    ],
    ['<p>Hello to you</p>', '<p>Hello to you</p><p>{{interview_link}}</p>'],
    ['Hello to you ', 'Hello to you {{interview_link}}'],
    ['<p style="x">Hello</p><table><tr><td>you</td></tr></table>', '<p>Hello</p>you {{interview_link}}'],
    [
      '<p>a link <a href="http://example.com">x</a></p>',
      '<p>a link <a href="https://example.com">x</a></p><p>{{interview_link}}</p>',
    ],
  ])('with its own clicks leaves nothing to mend: %s', (message, mended) => {
    expect(mendAll(message)).toBe(mended);
  });

  it('keeps a message of the editor in the editor', () => {
    expect(readDocument(mendAll('<ul><li>Hello to you</li></ul>')).notShown).toEqual([]);
  });
});
