// Invented people for the pictures, whose addresses look like those of people.
import type { MadePerson } from '../e2e/people-files';

const firstNames =
  'Ana Dušan Jürgen Thị Zoë Kofi Łukasz Siân Noor Inês Minh Kateřina Björk João Maëlle Çağla Eszter Aoife Rafael Linh'.split(
    ' ',
  );
const lastNames =
  'Nováková Müller Nguyễn Okafor García Østergaard Żak Öztürk Pritchard Trần Kovačević Lindqvist Mensah Moreau Silva Wójcik Horváth Đặng Rossi'.split(
    ' ',
  );
/** Letters that do not fall apart into a base letter and an accent. */
const plainLetters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' };

function toAddressPart(name: string): string {
  const plain = name.toLowerCase().normalize('NFD');
  return plain.replace(/[łøđı]/g, (letter) => plainLetters[letter] ?? '').replace(/[^a-z]/g, '');
}

/** As many as there are pairs of names, 380 at most; every one is called differently. */
export function makePicturePeople(count: number): MadePerson[] {
  return Array.from({ length: count }, (_, index) => {
    const firstname = firstNames[index % firstNames.length] ?? '';
    const lastname = lastNames[index % lastNames.length] ?? '';
    return {
      firstname,
      lastname,
      email: `${toAddressPart(firstname)}.${toAddressPart(lastname)}@example.com`,
      id: String(index + 417).padStart(6, '0'),
    };
  });
}

/** Those people as the window's file input takes a file. */
export function csvOf(name: string, people: readonly MadePerson[]) {
  const lines = people.map((one) => [one.id, one.firstname, one.lastname, one.email].join(';'));
  return {
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(['Candidate ID;First name;Last name;E-mail', ...lines].join('\r\n')),
  };
}
