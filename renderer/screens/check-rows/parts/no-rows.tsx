import { IconSearch } from '@tabler/icons-react';
import { EmptyState } from '../../../components/empty-state';
import type { CheckView } from '../use-check';

interface NoRowsProps {
  readonly view: CheckView;
  readonly onClearFilters: () => void;
}

/** Stands where a list has no row, and says why. */
export function NoRows({ view: { search, arrangement }, onClearFilters }: NoRowsProps) {
  const isFiltered = search !== '' || Object.keys(arrangement.columns).length > 0;
  const sentence = !isFiltered
    ? 'There is nothing of this kind, or it has been mended.'
    : search === ''
      ? 'No row of this list passes the filters of its columns.'
      : `We found “${search}” in none of these rows.`;
  return (
    <EmptyState
      Icon={IconSearch}
      title="No row here"
      sentence={sentence}
      {...(isFiltered ? { mainAction: { label: 'Clear the filters', onClick: onClearFilters } } : {})}
    />
  );
}
