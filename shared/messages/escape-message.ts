// Words of a message inside HTML. Only what would be read as something else is escaped, so that the HTML view stays readable.

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
};

/** Safe between tags only. */
export function escapeWords(text: string): string {
  return text.replace(/[&<>\u00a0]/g, (character) => entities[character] ?? character);
}

/** Safe between the double quotes of an attribute. */
export function escapeLink(link: string): string {
  return link.replace(/[&<>"\u00a0]/g, (character) => entities[character] ?? character);
}
