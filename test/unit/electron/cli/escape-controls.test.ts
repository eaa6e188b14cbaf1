import { expect, test } from 'vitest';
import { escapeControls } from '../../../../electron/cli/escape-controls';

test('a name cannot command the terminal, and letters of all scripts stay as they are', () => {
  expect(escapeControls('Ana\u001b[2J\u009b31m\r\u0007\u007fSilva')).toBe(
    'Ana\\u001b[2J\\u009b31m\\u000d\\u0007\\u007fSilva',
  );
  const plain = 'Nguyễn Văn Sơn · 山田 · “ok”\n\tnext line';
  expect(escapeControls(plain)).toBe(plain);
});

test('an answer for programs reads back as it was', () => {
  const answer = { email: 'a\u009bb\u001bc@example.com' };
  expect(JSON.parse(escapeControls(JSON.stringify(answer)))).toEqual(answer);
});
