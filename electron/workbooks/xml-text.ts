// Any text as XML that gives back the same text when it is read (ECMA-376, ST_Xstring).

/** What XML cannot hold, or would change: controls, CR, U+FFFE/FFFF, lone surrogates; and `_x0041_`, which readers would decode. */
const special =
  /[&<>"]|_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const mayBeSpecial = /[&<>"_\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  _: '_x005F_',
};

/** The text for an element or an attribute of a workbook. Lone surrogates, which are no characters, become U+FFFD. */
export function xmlText(text: string): string {
  return mayBeSpecial.test(text) ? text.replace(special, escapeOne) : text;
}

function escapeOne(character: string): string {
  const entity = entities[character];
  if (entity !== undefined) return entity;
  const code = character.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}
