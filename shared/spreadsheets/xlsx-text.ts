// Any text in the form in which a workbook gives the same text back when it is read (ECMA-376, part 1, 22.9.2.19, ST_Xstring).
// Never escapes for XML: exceljs does that.

/**
 * What XML cannot hold or would change (controls, CR, U+FFFE/FFFF, lone surrogates), DEL, which exceljs drops,
 * and the underscore of a literal `_x0041_`, which readers would decode.
 */
const special =
  /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const mayBeSpecial = /[_\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff\ufffe\uffff]/;

/** The text with `_xHHHH_` for what cannot stand in it as it is. Lone surrogates, which are no characters, become U+FFFD. */
export function toXlsxText(text: string): string {
  return mayBeSpecial.test(text) ? text.replace(special, escapeOne) : text;
}

function escapeOne(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}
