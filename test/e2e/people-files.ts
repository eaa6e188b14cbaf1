// Spreadsheets of invented people for the stories, made when they are needed.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';

const firstNames = ['Ana', 'Dušan', 'Jürgen', 'Thị Minh', 'Zoë', 'Kofi', 'Łukasz', 'İpek', 'Siân', 'Noor'];
const lastNames = [
  'Nováková',
  'Müller',
  'Nguyễn',
  'Okafor',
  'García',
  'Øster',
  'Żak',
  'Öztürk',
  'Pritchard',
  'de la Cruz',
];

export interface MadePerson {
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly id: string;
}

/** People who differ in their addresses and ids; ids have leading zeros. */
export function makePeople(count: number): MadePerson[] {
  return Array.from({ length: count }, (_, index) => ({
    email: `person.${index}@example.com`,
    firstname: firstNames[index % firstNames.length] ?? '',
    lastname: lastNames[Math.floor(index / 10) % lastNames.length] ?? '',
    id: String(index + 1).padStart(6, '0'),
  }));
}

const headers = ['Candidate ID', 'First name', 'Last name', 'E-mail', 'Notes'];
const toCells = ({ id, firstname, lastname, email }: MadePerson) => [id, firstname, lastname, email, '=1+1'];

/** A semicolon-separated CSV in UTF-8. */
export function makeCsv(folder: string, people: readonly MadePerson[]): string {
  const file = path.join(folder, 'Job fair.csv');
  writeFileSync(file, [headers, ...people.map(toCells)].map((cells) => cells.join(';')).join('\r\n'));
  return file;
}

/** A workbook with two lines above the header. */
export async function makeXlsx(folder: string, people: readonly MadePerson[]): Promise<string> {
  const file = path.join(folder, 'Graduate fair.xlsx');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Fair');
  sheet.addRow(['Graduate fair, collected at stand B14']);
  sheet.addRow([]);
  sheet.addRow(headers);
  for (const person of people) sheet.addRow(toCells(person));
  await workbook.xlsx.writeFile(file);
  return file;
}

/** The sheet "Results" of a saved workbook as rows by header. */
export async function readResults(file: string): Promise<Record<string, string>[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet('Results');
  if (sheet === undefined) throw new Error('The workbook has no sheet Results.');
  const names = (sheet.getRow(1).values as unknown[]).slice(1).map(String);
  const rows: Record<string, string>[] = [];
  sheet.eachRow((row, number) => {
    if (number > 1)
      rows.push(Object.fromEntries(names.map((name, index) => [name, row.getCell(index + 1).text])));
  });
  return rows;
}
