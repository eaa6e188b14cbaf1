// Tells the words that open a family name: van, de la, bin. Never a whole name by itself.
import { givenNameKey } from './given-names';
import { nameParticles } from './name-words';

/** The word opens a family name; `de'`, `v.d.` and `'t` too. */
export function isParticle(word: string | undefined): boolean {
  if (word === undefined) return false;
  return (
    nameParticles.has(givenNameKey(word).replace(/['’]$|[./]/g, '')) ||
    nameParticles.has(word.toLowerCase()) ||
    /^(?:['’‘]t|[sd]\/o)$/i.test(word)
  );
}
