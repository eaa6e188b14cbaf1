// Check 10: which addresses may be handed to the browser. https, and a host of the list, exactly.
import { describe, expect, it } from 'vitest';
import { mayOpen } from '../../electron/shell/external-address';

describe('check 10: the browser is handed', () => {
  it.each(['https://team.flowmingo.ai/', 'https://flowmingo.ai/', 'https://team.flowmingo.ai/keys?a=b#c'])(
    'our own %s',
    (address) => {
      expect(mayOpen(address)).toBe(true);
    },
  );

  it.each([
    'http://team.flowmingo.ai/',
    'https://team.flowmingo.ai.evil.example/',
    'https://evilflowmingo.ai/',
    'https://apis.flowmingo.ai/',
    'https://team.flowmingo.ai@evil.example/',
    'https://user:word@team.flowmingo.ai/',
    'https://team.flowmingo.ai:8443/',
    'https://evil.example/https://team.flowmingo.ai/',
    'https:\\\\evil.example\\team.flowmingo.ai',
    'https://team.flowmingo.ai.',
    'https://tеam.flowmingo.ai/',
    'javascript:alert(1)//https://team.flowmingo.ai/',
    'file:///etc/passwd',
    'file://team.flowmingo.ai/share',
    'data:text/html,<script>1</script>',
    'smb://team.flowmingo.ai/x',
    'ms-msdt:/id',
    'vscode://team.flowmingo.ai/',
    '//team.flowmingo.ai/',
    'team.flowmingo.ai',
    '',
  ])('never %j', (address) => {
    expect(mayOpen(address)).toBe(false);
  });
});
