import type { MappingContent } from '../../shared/mappings/saved-mapping';
import { fieldLabels, inviteFields } from '../../shared/operations/field';

/** Headers named where a mapping has no name; the rest is counted. */
const mostNamed = 4;

/** The recruiter's name for it, or its header words: "Vorname, Nachname, E-Mail and 3 more". */
export function mappingTitle({
  name,
  headers,
  columns,
}: Pick<MappingContent, 'headers' | 'columns'> & { readonly name: string | null }): string {
  if (name !== null) return name;
  const used = columns.map(({ header }) => header);
  const shown = [...used, ...headers.filter((header) => !used.includes(header))].slice(0, mostNamed);
  const rest = headers.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

/** "Email: E-Mail-Adresse · First name: Vorname", in the order in which fields stand everywhere. */
export function mappingFields({ columns }: Pick<MappingContent, 'columns'>): string {
  return inviteFields
    .flatMap((field) => {
      const column = columns.find((one) => one.field === field);
      return column === undefined ? [] : [`${fieldLabels[field]}: ${column.header}`];
    })
    .join(' · ');
}
