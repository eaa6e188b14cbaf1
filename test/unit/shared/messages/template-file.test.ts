import { describe, expect, it } from 'vitest';
import type { SavedTemplate } from '../../../../shared/messages/message-template';
import {
  longestTemplateFile,
  parseTemplateFile,
  toTemplateFile,
} from '../../../../shared/messages/template-file';
import { hostileSnippets } from '../../renderer/target/hostile-snippets';

const template: SavedTemplate = {
  templateId: 'secret-id',
  name: 'Absolventenmesse',
  language: 'de',
  message: '<p>Guten Tag {{candidate_name}}: {{interview_link}}</p>',
  fallbackWords: 'zusammen',
  lastUsedAtMs: 5,
};
const { templateId: _, lastUsedAtMs: __, ...content } = template;
const file = (changes: object) =>
  JSON.stringify({ kind: 'flowmingo-batch-messages', version: 1, templates: [content], ...changes });

describe('a file of messages', () => {
  it('brings them to a colleague, and nothing of this computer', () => {
    const text = toTemplateFile([template, { ...template, name: 'Other' }]);
    expect(text).not.toContain('secret-id');
    expect(text).not.toContain('lastUsed');
    expect(parseTemplateFile(text)).toEqual({
      kind: 'read',
      templates: [
        { content, removed: [] },
        { content: { ...content, name: 'Other' }, removed: [] },
      ],
    });
  });

  it.each(hostileSnippets.slice(0, 40))('is cleaned, and says what was left out: %s', (snippet) => {
    const parsed = parseTemplateFile(
      file({ templates: [{ ...content, message: `<p>Hello</p>${snippet}` }] }),
    );
    if (parsed.kind !== 'read') throw new Error('refused');
    expect(parsed.templates[0]?.removed).not.toEqual([]);
    expect(parsed.templates[0]?.content.message).toMatch(/^<p>Hello<\/p>/);
  });

  it.each([
    ['a newer version', file({ version: 2, more: 1 }), 'newer Flowmingo Batch'],
    ['another kind', file({ kind: 'flowmingo-batch-mappings', version: 2 }), 'not a file of messages'],
    ['no JSON', 'Hello', 'not a file of messages'],
    ['JSON of something else', '[1]', 'not a file of messages'],
    ['a field too many', file({ templates: [{ ...content, more: 1 }] }), 'not a file of messages'],
    ['a prototype', file({}).replace('"version"', '"__proto__":{"a":1},"version"'), 'not a file of messages'],
    ['no messages', file({ templates: [] }), 'not a file of messages'],
    [
      'a message that is too long',
      file({ templates: [{ ...content, message: 'x'.repeat(5001) }] }),
      'not a file',
    ],
    [
      'braces as words',
      file({ templates: [{ ...content, fallbackWords: '{{a}}' }] }),
      'not a file of messages',
    ],
    [
      'nothing but a script',
      file({ templates: [{ ...content, message: '<script>1</script>' }] }),
      'holds nothing',
    ],
    ['too much of it', ' '.repeat(longestTemplateFile + 1), 'too large'],
    ['deep nesting', '['.repeat(100_000), 'not a file of messages'],
  ])('with %s is refused with a sentence', (_name, text, why) => {
    expect(parseTemplateFile(text)).toMatchObject({ kind: 'refused', why: expect.stringContaining(why) });
  });
});
