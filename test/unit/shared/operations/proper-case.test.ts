import { describe, expect, it } from 'vitest';
import { hasTurkishLetters, letterCase, properCase } from '../../../../shared/operations/proper-case';

const family = (name: string) => properCase(name, 'lastname', hasTurkishLetters([name]));
const given = (name: string) => properCase(name, 'firstname', hasTurkishLetters([name]));

describe('properCase', () => {
  it.each([
    ['MÜLLER', 'Müller'],
    ['müller', 'Müller'],
    ['LINDQVIST-ÅBERG', 'Lindqvist-Åberg'],
    ["O'BRIEN", "O'Brien"],
    ['o’brien', 'O’Brien'],
    ["D'ANGELO", "D'Angelo"],
    ["N'GUESSAN", "N'Guessan"],
    ["KA'AHUMANU", "Ka'ahumanu"],
    ['MCDONALD', 'McDonald'],
    ['mcdonald', 'McDonald'],
    ['MACRON', 'Macron'],
    ['MCKAY-JONES', 'McKay-Jones'],
    ['VAN DER BERG', 'van der Berg'],
    ['VON STEIN', 'von Stein'],
    ['VON UND ZU STEIN', 'von und zu Stein'],
    ['DE LA CRUZ', 'de la Cruz'],
    ['DE LOS REYES', 'de los Reyes'],
    ['DOS SANTOS', 'dos Santos'],
    ['DA COSTA', 'da Costa'],
    ['LE BIHAN', 'Le Bihan'],
    ['DEL PIERO', 'Del Piero'],
    ["'T HOOFT", "'t Hooft"],
    ['VAN', 'Van'],
    ['NGUYỄN THỊ', 'Nguyễn Thị'],
    ['NGUYEN VAN', 'Nguyen Van'],
    ['ĐẶNG', 'Đặng'],
    ['YILDIZ', 'Yıldız'],
    ['AYDIN', 'Aydın'],
    ['ŞİMŞEK', 'Şimşek'],
    ['KILIÇ', 'Kılıç'],
    ['IRVING', 'Irving'],
    ['IVANOV', 'Ivanov'],
    ['ИВАНОВ', 'Иванов'],
    ['ΠΑΠΑΔΟΠΟΥΛΟΣ', 'Παπαδοπουλος'],
    ['GARCÍA MÁRQUEZ', 'García Márquez'],
    ['ORTEGA Y GASSET', 'Ortega y Gasset'],
    ['NG', 'Ng'],
    ['SMITH III', 'Smith III'],
    ['IJSSELSTEIN', 'IJsselstein'],
  ])('family name %s', (name, expected) => expect(family(name)).toBe(expected));

  it.each([
    ['ANNA-LENA', 'Anna-Lena'],
    ['JEAN PIERRE', 'Jean Pierre'],
    ['anna maria', 'Anna Maria'],
    ['MARIA DE LOS ANGELES', 'Maria de los Angeles'],
    ['DE', 'De'],
    ['VAN ANH', 'Van Anh'],
    ['İPEK', 'İpek'],
    ['ALİ IŞIN', 'Ali Işın'],
    ['IONUŢ', 'Ionuţ'],
    ['ismail', 'Ismail'],
    ['EMINE', 'Emine'],
    ['IŞIL', 'Işıl'],
    ['isabel', 'Isabel'],
    ['IJEOMA', 'Ijeoma'],
    ['TJ', 'TJ'],
    ['AL', 'Al'],
    ['J. R.', 'J. R.'],
    ['J.R.R.', 'J.R.R.'],
    ['MINH  ANH', 'Minh  Anh'],
  ])('first name %s', (name, expected) => expect(given(name)).toBe(expected));
});

it.each([
  ['ANNA', 'upper'],
  ['anna', 'lower'],
  ['Anna', 'mixed'],
  ['McDONALD', 'mixed'],
  ['ÉLODIE', 'upper'],
  ['王小明', null],
  ['12', null],
] as const)('letterCase of %s', (text, expected) => expect(letterCase(text)).toBe(expected));
