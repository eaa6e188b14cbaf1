import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../../shared/messages/check-message';
import { mendPlaceholders } from '../../../../shared/messages/find-braces';

const fine = '<p>Dear {{candidate_name}}, here is {{interview_link}}</p>';
const kinds = (html: string): string[] => checkMessage(html).map(({ kind }) => kind);

describe('checkMessage, length', () => {
  it('holds 10 to 5,000 in every way of counting', () => {
    const link = '{{interview_link}}';
    expect(kinds('Hi there.')).toEqual(['too-short']);
    expect(kinds('Hi there 1')).toEqual(['no-interview-link']);
    expect(kinds('🌻🌻🌻🌻🌻')).toEqual(['too-short']);
    expect(kinds(' Hi there. ')).toEqual(['too-short']);
    expect(kinds(`${link}${'x'.repeat(5000 - link.length)}`)).toEqual([]);
    expect(kinds(`${link}${'x'.repeat(5001 - link.length)}`)).toEqual(['too-long']);
    expect(kinds(`${link}${'🌻'.repeat(2500)}`)).toEqual(['too-long']);
  });

  it('is not content with tags', () => {
    expect(kinds('<p></p><p><br></p><p>&nbsp;</p>')).toEqual(['too-short']);
  });

  it('says how many are too many', () => {
    expect(checkMessage(`${fine}${'x'.repeat(5000)}`)[0]).toMatchObject({
      blocking: true,
      message: expect.stringContaining(`Take out ${fine.length}.`),
    });
  });
});

describe('checkMessage, placeholders', () => {
  it('is content with the four', () => {
    expect(
      checkMessage(
        '<p>Dear {{candidate_name}}, {{position_name}} at {{company_name}}: {{interview_link}}</p>',
      ),
    ).toEqual([]);
  });

  it.each([
    ['{candidate_name}', '{{candidate_name}}', true],
    ['{{candidate_name}', '{{candidate_name}}', true],
    ['{{{candidate_name}}}', '{{candidate_name}}', true],
    ['{{Candidate_Name}}', '{{candidate_name}}', true],
    ['{{candidate name}}', '{{candidate_name}}', true],
    ['{{candidateName}}', '{{candidate_name}}', true],
    ['{{candidate_<b>name</b>}}', '{{candidate_name}}', true],
    ['[candidate_name]', '{{candidate_name}}', true],
    ['%company_name%', '{{company_name}}', true],
    ['{{ candidate_name }}', '{{candidate_name}}', false],
    ['{{candidate_name&nbsp;}}', '{{candidate_name}}', false],
  ])('%s is broken, %s was meant', (text, suggestion, blocking) => {
    expect(checkMessage(`${fine} ${text}`)).toMatchObject([
      { kind: 'broken-placeholder', text, suggestion, blocking },
    ]);
    expect(mendPlaceholders(`${fine} ${text}`)).toBe(`${fine} ${suggestion}`);
  });

  it.each([
    ['{{first_name}}', '{{candidate_name}}'],
    ['{{job_title}}', '{{position_name}}'],
    ['{{link}}', '{{interview_link}}'],
    ['{{candidat_name}}', '{{candidate_name}}'],
    ['{{recruiter}}', undefined],
    ['{{}}', undefined],
  ])('%s is unknown', (text, suggestion) => {
    const [problem, ...more] = checkMessage(`${fine} ${text}`);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ kind: 'unknown-placeholder', text, blocking: true });
    expect(problem?.suggestion).toBe(suggestion);
  });

  it('leaves braces alone that are none', () => {
    expect(kinds(`${fine} <span>{a} [see below] 100% of_it</span>`)).toEqual([]);
  });

  it('misses the interview link', () => {
    expect(checkMessage('<p>Dear {{candidate_name}}</p>')).toMatchObject([
      { kind: 'no-interview-link', blocking: false },
    ]);
  });

  it('counts people without a first name, where the message greets by name', () => {
    expect(checkMessage(fine, { total: 301, withoutFirstName: 4 })).toMatchObject([
      {
        kind: 'no-first-name',
        blocking: false,
        message: expect.stringContaining('4 of 301 people have no first name'),
      },
    ]);
    expect(checkMessage(fine, { total: 301, withoutFirstName: 1 })[0]?.message).toContain(
      '1 of 301 people has no first name',
    );
    expect(
      checkMessage('<p>Hello, here is {{interview_link}}</p>', { total: 301, withoutFirstName: 4 }),
    ).toEqual([]);
    expect(checkMessage(fine, { total: 301, withoutFirstName: 0 })).toEqual([]);
  });
});

describe('checkMessage, tags', () => {
  it('stops what mail programs leave out, and mends it with one click', () => {
    expect(checkMessage(`${fine}<script>x</script><form><img src=x></form>`)).toMatchObject([
      {
        kind: 'not-allowed',
        blocking: true,
        message: expect.stringContaining('<script>, <form>, <img>'),
        mended: fine,
      },
    ]);
  });
});

describe('checkMessage, people without a first name', () => {
  const some = { total: 301, withoutFirstName: 4 };

  it('is content where they read something else', () => {
    expect(checkMessage(fine, { ...some, withFallback: 4 }, { words: 'there', forRows: [] })).toEqual([]);
    const forOne = { words: null, forRows: [{ rowNumber: 7, words: 'you' }] };
    expect(checkMessage(fine, { ...some, withFallback: 1 }, forOne)[0]?.message).toContain('3 of 301');
  });

  it('holds their message to the limits, too', () => {
    const link = '{{interview_link}}';
    const full = `${link}{{candidate_name}}${'x'.repeat(5000 - link.length - 18)}`;
    expect(kinds(full)).toEqual([]);
    const words = 'und herzlich willkommen';
    expect(checkMessage(full, undefined, { words, forRows: [] })).toMatchObject([
      { kind: 'too-long', blocking: true, message: expect.stringContaining('without a first name') },
    ]);
    expect(
      checkMessage('{{candidate_name}}', undefined, {
        words: null,
        forRows: [{ rowNumber: 2, words: 'Hi' }],
      }),
    ).toMatchObject([{ kind: 'too-short', blocking: true }]);
  });
});
