// Family names of Spain, Portugal and Latin America, where people have two: Ana | García López. Data and one look at it.
import { givenNameKey, givenNames } from './given-names';

/** In lower case without accents, beside those that end in -ez. None that is a common given name too (Martín, Simón, Santiago). */
const families: ReadonlySet<string> = new Set(
  'garcia romero torres ruiz moreno munoz navarro ramos serrano blanco molina morales suarez ortega delgado castro ortiz rubio marin sanz iglesias medina garrido santos castillo cortes lozano guerrero cano prieto cruz flores herrera pena leon cabrera calvo gallego vidal reyes campos vega fuentes fuente carrasco diez caballero nieto aguilar pascual herrero santana lorenzo hidalgo montero gimenez ferrer duran vicente mora benitez arias vargas carmona crespo roman pastor soto velasco moya soler parra bravo gallardo rojas acosta rivera silva mendoza salazar rios guerra miranda cardenas espinoza espinosa contreras figueroa escobar aguirre cordova valencia zamora bautista pacheco valdez trujillo orozco cervantes sandoval salinas villanueva montoya lara mejia ochoa avila padilla solis zuniga palacios ayala maldonado estrada nunes ferreira pereira oliveira costa rodrigues martins sousa souza fernandes goncalves gomes lopes marques alves almeida ribeiro pinto carvalho teixeira moreira correia mendes cardoso rocha neves coelho monteiro freitas barbosa araujo cavalcanti cunha dias lima nascimento moura melo tavares fonseca borges machado vieira batista barros macedo andrade azevedo'.split(
    ' ',
  ),
);

/** The word is a family name there, and no given name. */
export function isIberianFamily(word: string): boolean {
  const key = givenNameKey(word);
  if (givenNames.has(key)) return false;
  // Without the mark of Grabež and Papež.
  return families.has(key) || (key.length > 4 && /ez$/i.test(word));
}

/** Sánchez, Rodríguez, Martínez, and Fernández-Cuesta; not Fayez, Ramez and Janez. */
const patronymic = /(?:ch|nd|gu|qu|in|lv|rt|ar|er|om|op|en|un|rd|ld)ez(?:$|-)/;

/** The word is a family name there beyond doubt, so that what follows it is the second one. */
function isSureFamily(word: string): boolean {
  const key = givenNameKey(word);
  return key.length > 4 && /ez(?:$|-)/i.test(word) && patronymic.test(key);
}

/** Given or family names in other countries, too: one of them alone does not tell where people have two family names. */
const alsoElsewhere: ReadonlySet<string> = new Set(
  'roman marin lara vicente pascual valencia costa mora duran'.split(' '),
);

/** Given names there or elsewhere, too, that `givenNames` does not hold: María Reyes, Juan Bautista, Inge Miranda, Moreno of Italy. */
const alsoGiven: ReadonlySet<string> = new Set(
  'cruz reyes bautista santos vidal flores miranda medina vega moreno tavares'.split(' '),
);

/** With no other marks than Spanish and Portuguese have: Mārtiņš is no Martins. */
const iberianLetters = /^[a-záéíóúüñçãõâêôà-]+$/i;

const mayBeFamily = (word: string): boolean =>
  /^\p{Lu}\p{L}{2}/u.test(word) && !givenNames.has(givenNameKey(word));

/** Four words are two given names and two family names, as nearly everywhere where Spanish or Portuguese is spoken. */
const twoAndTwo = 4;

/** The last two words of a name in the usual order are both family names: García López, Sánchez Pardo, Ana Belén Rueda Gómez. */
export function endsInTwoFamilies(words: readonly string[]): boolean {
  const [before = '', last = ''] = words.slice(-2);
  if (words.length < 3) return false;
  if (isSureFamily(before)) return mayBeFamily(last);
  // Sofía Herrera Luna: what is no given name in the middle belongs to the family name.
  const [first = ''] = words;
  const middle = givenNameKey(before);
  if (
    words.length === 3 &&
    families.has(middle) &&
    !isIberianFamily(first) &&
    iberianLetters.test(before.normalize('NFC')) &&
    !givenNames.has(middle) &&
    !alsoElsewhere.has(middle) &&
    !alsoGiven.has(middle)
  )
    return /^\p{Lu}\p{L}{2}/u.test(last);
  const known = [before, last].filter(isIberianFamily);
  return (
    known.length === 2 ||
    (words.length >= twoAndTwo &&
      known.some((word) => !alsoElsewhere.has(givenNameKey(word))) &&
      [before, last].every(mayBeFamily))
  );
}
