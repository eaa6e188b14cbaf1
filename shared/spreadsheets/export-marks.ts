// What programs write into text files for what is nothing, and where a sign of a web page ends. Never resolves such signs: what a cell
// holds is kept to the letter, and names are read without them where they are sent.
import { withoutEntities } from './html-entities';

/** What MySQL writes for an empty field; nobody is called so. */
export const nullMark = '\\N';

/** The longest reference that products of the web write, without its semicolon. */
const longestReference = 9;

/** True where a semicolon at `at` is the end of a reference, as in `O&#39;Hara`, and parts no cells. */
export function endsReference(text: string, at: number): boolean {
  const reference = /&#?[a-z\d]{2,8}$/i.exec(text.slice(Math.max(0, at - longestReference), at))?.[0];
  return reference !== undefined && withoutEntities(`${reference};`) !== `${reference};`;
}
