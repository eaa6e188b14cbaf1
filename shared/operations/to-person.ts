// Turns a row into the person it speaks of. Never mends: a wrong value stays as it is written, so that its problem can be shown.
import type { SheetRow } from '../spreadsheets/spreadsheet';
import { cellText } from './cell-text';
import { toEmail } from './email-address';
import type { InviteField, Person } from './field';
import type { Mapping } from './mapping';
import { splitName } from './split-name';

const webAddress = /^[a-z][a-z0-9+.-]*:\/\//i;
const hyperlinkFormula = /^=\s*HYPERLINK\(\s*"([^"]+)"/i;

/** A cell that shows a link gives the link; one that shows a word ("CV") gives the address behind it. */
function toCvLink(text: string | null, link: string | undefined): string | null {
  if (text === null || webAddress.test(text)) return text;
  if (link !== undefined && link.trim() !== '' && !/^(?:mailto|tel):|^#/i.test(link.trim()))
    return link.trim();
  return hyperlinkFormula.exec(text)?.[1] ?? text;
}

/**
 * The person in this row: trimmed and composed (NFC), nothing recased; null where the sheet has nothing.
 * A whole name is split in the mapping's order.
 */
export function toPerson(row: SheetRow, mapping: Mapping): Person {
  const { columns } = mapping;
  const read = (field: InviteField): string | null => {
    const column = columns[field];
    return column === undefined ? null : cellText(row.cells[column]);
  };
  const linkOf = (field: InviteField): string | undefined => {
    const column = columns[field];
    return column === undefined ? undefined : row.links?.get(column);
  };
  const whole = columns.fullname === undefined ? null : splitName(read('fullname') ?? '', mapping.nameOrder);
  return {
    email: toEmail(read('email'), linkOf('email')),
    firstname: whole === null ? read('firstname') : whole.firstname,
    lastname: whole === null ? read('lastname') : whole.lastname,
    cv_link: toCvLink(read('cv_link'), linkOf('cv_link')),
    ats_candidate_id: read('ats_candidate_id'),
  };
}

/** The email cell's own text before the address is taken out of it (`Name <a@b.c>`, two addresses); null where it is empty. */
export function toRawEmail(row: SheetRow, mapping: Mapping): string | null {
  const column = mapping.columns.email;
  return column === undefined ? null : cellText(row.cells[column]);
}
