import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRows } from '../../../../shared/operations/check-rows';
import { garbledName } from '../../../../shared/operations/garbled-name';

/** A name as it looks once its UTF-8 was read in another encoding. */
function misread(name: string, encoding: string): string {
  return new TextDecoder(encoding).decode(new TextEncoder().encode(name));
}

describe('names whose letters were misread or lost on the way', () => {
  it.each([
    'Jürgen',
    'Nguyễn',
    'Trần Thị Ánh',
    'Łukasz',
    'Núñez',
    'Šárka',
    'Ümit',
    'Иван',
    'Ελένη',
    'O’Brien',
    'Žofia',
  ])('%s is offered where it was misread as Western European', (name) => {
    expect(garbledName(misread(name, 'windows-1252'))).toEqual({ mended: name });
  });

  it.each(['Jürgen', 'Müller', 'Núñez', 'Łukasz', 'François', 'Gonçalves'])(
    '%s is offered where it was misread as Central European',
    (name) => {
      expect(garbledName(misread(name, 'windows-1250'))).toEqual({ mended: name });
    },
  );

  it('a misread à whose blank has gone is one', () => {
    expect(garbledName('Thu HÃ Nguyá»…n')).toEqual({ mended: 'Thu Hà Nguyễn' });
    expect(garbledName('TrÃ')).toEqual({ mended: 'Trà' });
  });

  it.each(['J\ufffdrgen', 'Nguy?n', 'Tr?n Th?', '?ukasz', 'Th? Hoa'])(
    '%s is lost, and nothing is guessed',
    (name) => {
      expect(garbledName(name)).toEqual({ mended: null });
    },
  );

  it.each([
    'Jürgen',
    'Nguyễn Thị Ánh',
    'NGUYỄN THỊ ƯỚC',
    'Åse',
    'ÅŚE',
    'Ælfgifu',
    'João',
    'JOÃO',
    'IRMÃ',
    'MÃE',
    'Conceição',
    'CONCEIÇÃO',
    'Ağça',
    'ÇAĞRI',
    'ŞÜKRÜ',
    'Gündoğdu',
    'DÚŠEK',
    'HRÚŠA',
    'KRÁĽ',
    'CĂŞUNEANU',
    'Băşescu',
    'ÍŽOVÁ',
    'Þórður',
    'ÞÓRÐUR',
    'Ðorđe',
    'Œuvrard',
    'ÖĞÜT',
    'Žižek',
    'ŽIŽEK',
    '陈伟',
    'Иван',
    'Ñúñez',
    'Éàç',
    'Anna?',
    'Müller–Lüdenscheidt',
    'O’Brien',
    '«Élan»',
    'Ää',
    'Ąčiūtė',
    'Łącka',
    'GĄSIOR-ŁĘCKA',
  ])('%s is a name like others', (name) => {
    expect(garbledName(name)).toBeNull();
  });

  it('whatever Latin name is misread is offered as it was, or left alone', () => {
    const letters = fc.constantFrom(...'abcdeáàâãäåæçéèêëíïñóôõöøúûüýÿąćęłńśźżčďěňřšťžůășțğışőűđ'.split(''));
    const names = fc.array(letters, { minLength: 3, maxLength: 12 }).map((all) => `A${all.join('')}`);
    fc.assert(
      fc.property(names, (name) => {
        expect(garbledName(name)).toBeNull();
        const garbled = misread(name, 'windows-1252');
        expect(garbledName(garbled)?.mended ?? name).toBe(name);
      }),
      { numRuns: 3000 },
    );
  });

  it('is shown at the cell with what to do, and stops nobody', () => {
    const person = {
      email: 'p@example.com',
      firstname: 'JÃ¼rgen',
      lastname: 'M\ufffdller',
      cv_link: null,
      ats_candidate_id: null,
    };
    expect(
      checkRows({ people: [{ rowNumber: 2, person, rawEmail: person.email, hidden: false }] }),
    ).toMatchObject([
      { field: 'firstname', kind: 'name-garbled', blocking: false, suggestion: 'Jürgen' },
      {
        field: 'lastname',
        kind: 'name-garbled',
        blocking: false,
        message: 'Letters of this last name were lost. Type it anew, or leave it.',
      },
    ]);
  });
});
