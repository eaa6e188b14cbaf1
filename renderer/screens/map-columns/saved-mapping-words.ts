import { namedHeaders } from '../../../shared/mappings/header-difference';
import type { SavedMapping } from '../../../shared/mappings/saved-mapping';
import { formatDay } from '../../components/format-date';
import { formatNumber } from '../../components/format-number';
import type { MappingChoice } from '../../worker/session-types';

/** A remembered mapping of which at least one column is in this file. */
export interface ListedMapping extends Omit<MappingChoice, 'mappingId'> {
  readonly saved: SavedMapping;
}

/** Those that fit, the ones with fewest columns missing first and among them the last used; the others are only counted. */
export function toListedMappings(
  mappings: readonly SavedMapping[],
  choices: readonly MappingChoice[],
): { readonly fitting: readonly ListedMapping[]; readonly restCount: number } {
  const fitting = mappings
    .flatMap((saved): ListedMapping[] => {
      const choice = choices.find(({ mappingId }) => mappingId === saved.mappingId);
      return choice === undefined || choice.missing.length >= saved.columns.length
        ? []
        : [{ saved, missing: choice.missing, isUsed: choice.isUsed }];
    })
    .sort(
      (a, b) =>
        a.missing.length / a.saved.columns.length - b.missing.length / b.saved.columns.length ||
        b.saved.lastUsedAtMs - a.saved.lastUsedAtMs,
    );
  return { fitting, restCount: mappings.length - fitting.length };
}

/** "Last used 12 March 2026", and what of it is not in this file. */
export function choiceNote({ saved, missing, isUsed }: ListedMapping): string {
  const used = `Last used ${formatDay(saved.lastUsedAtMs)}`;
  if (isUsed) return `${used}. Used now`;
  return missing.length === 0
    ? `${used}. All its columns are here`
    : `${used}. ${namedHeaders(missing)} ${missing.length === 1 ? 'is' : 'are'} missing here`;
}

/** What stands below the list: that there is none, that others fit not at all, and where they are managed. */
export function restSentence(
  listed:
    | { readonly kind: 'loading' }
    | { readonly kind: 'failed' }
    | { readonly kind: 'ready'; readonly fitting: readonly unknown[]; readonly restCount: number },
): string {
  if (listed.kind === 'loading') return 'Reading what is remembered.';
  if (listed.kind === 'failed') return 'What is remembered could not be read. Nothing was changed.';
  const { fitting, restCount } = listed;
  if (fitting.length === 0 && restCount === 0)
    return 'None yet. When you check a file, how you use its columns is remembered.';
  if (restCount === 0) return 'Rename or delete them under Settings.';
  return `${formatNumber(restCount)} ${restCount === 1 ? 'other has' : 'others have'} no column of this file.`;
}
