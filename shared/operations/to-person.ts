// Turns a row into the person it speaks of. Never mends: a wrong value stays as it is written, so that its problem can be shown.
import type { SheetRow } from '../spreadsheets/spreadsheet';
import { cellText } from './cell-text';
import { toEmail } from './email-address';
import type { Person } from './field';
import type { Mapping } from './mapping';
import { nameText } from './name-text';
import { splitName } from './split-name';

const webAddress = /^[a-z][a-z0-9+.-]*:\/\//i;
const hyperlinkFormula = /^=\s*HYPERLINK\(\s*"([^"]+)"/i;

/** A cell that shows a link gives the link; one that shows a word ("CV") gives the address behind it. */
function toCvLink(text: string | null, link: string | undefined): string | null {
  if (text === null || text.startsWith('https://') || webAddress.test(text)) return text;
  if (link !== undefined && link.trim() !== '' && !/^(?:mailto|tel):|^#/i.test(link.trim()))
    return link.trim();
  return hyperlinkFormula.exec(text)?.[1] ?? text;
}

/**
 * The person in this row: trimmed and composed (NFC), nothing recased; null where the sheet has nothing.
 * A whole name is split in the mapping's order. `rawEmail` and `fullNameText` are given where they have been read already.
 */
export function toPerson(
  row: SheetRow,
  mapping: Mapping,
  rawEmail = toRawEmail(row, mapping),
  fullNameText = fullNameIn(row, mapping),
): Person {
  const { email, firstname, lastname, fullname, cv_link, ats_candidate_id } = mapping.columns;
  const whole = fullname === undefined ? null : splitName(fullNameText ?? '', mapping.nameOrder);
  return {
    email: toEmail(rawEmail, linkIn(row, email)),
    firstname: whole === null ? nameIn(row, firstname) : whole.firstname,
    lastname: whole === null ? nameIn(row, lastname) : whole.lastname,
    cv_link: toCvLink(textIn(row, cv_link), linkIn(row, cv_link)),
    ats_candidate_id: textIn(row, ats_candidate_id),
  };
}

function textIn(row: SheetRow, column: number | undefined): string | null {
  return column === undefined ? null : cellText(row.cells[column]);
}

function nameIn(row: SheetRow, column: number | undefined): string | null {
  return column === undefined ? null : nameText(row.cells[column]);
}

function linkIn(row: SheetRow, column: number | undefined): string | undefined {
  return column === undefined ? undefined : row.links?.get(column);
}

/** The email cell's own text before the address is taken out of it (`Name <a@b.c>`, two addresses); null where it is empty. */
export function toRawEmail(row: SheetRow, mapping: Mapping): string | null {
  return textIn(row, mapping.columns.email);
}

/** The whole name as its cell has it, without character references of web pages; null where it is empty, or no column holds whole names. */
export function fullNameIn(row: SheetRow, mapping: Mapping): string | null {
  return nameIn(row, mapping.columns.fullname);
}
