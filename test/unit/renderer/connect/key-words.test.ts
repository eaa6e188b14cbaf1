import { describe, expect, it } from 'vitest';
import { toKeyWords } from '../../../../renderer/screens/connect/key-words';
import { parseKeyForm } from '../../../../shared/workspaces/workspace';

const words = (pasted: string, expected: 'production' | 'staging' | null = null) =>
  toKeyWords(parseKeyForm(pasted), expected);

describe('what the key field says while a key is typed', () => {
  it('names the environment and the part that may be shown, never the secret', () => {
    const { tone, sentence } = words('  fl_live_abcd12345.n8G3zPNw9gWkK1Kj ');
    expect(tone).toBe('good');
    expect(sentence).toContain('production key, fl_live_abcd12345.');
    expect(sentence).not.toContain('n8G3');
  });

  it.each([
    ['nothing yet', '', 'quiet'],
    ['another product’s key', 'sk-123456', 'wrong'],
    ['the dots that Flowmingo shows', 'fl_live_abcd12345.••••••••', 'wrong'],
    ['half a key', 'fl_live_abcd12345', 'wrong'],
  ])('tells %s apart', (_, pasted, tone) => {
    expect(words(pasted).tone).toBe(tone);
  });

  it('gives each kind its own sentence', () => {
    const sentences = ['', 'sk-1', 'fl_live_a.••••••••', 'fl_live_a', 'fl_live_a.12345678'].map(
      (pasted) => words(pasted).sentence,
    );
    expect(new Set(sentences).size).toBe(5);
  });

  it('refuses a key of the other environment before it is sent', () => {
    const { tone, sentence } = words('fl_pre_abcd12345.n8G3zPNw9gWkK1Kj', 'production');
    expect(tone).toBe('wrong');
    expect(sentence).toContain('belongs to staging');
    expect(sentence).toContain('fl_live_');
  });
});
