// Reads a list of the API whole although others write into it meanwhile: pages side by side, again where they disagree.
// Must never lose an entry that was there the whole time, and never give one twice.
import { AppError } from '../../shared/errors/app-error';
import type { Entry, ListPage } from '../flowmingo/pipeline-lists';

/** A list that never holds still is read so often; by then it changes faster than it can be read. */
const mostReadings = 5;

/** Two million entries of full pages: more than anybody has, and an end for a server that has none. */
const mostPages = 20_000;
/** So many pages with nothing new are no list that grows: the server does not heed the page's number. */
const mostRepeats = 10;

export interface ListReader {
  /** A page, 1-based; one behind the last is empty. */
  readonly readPage: (page: number) => Promise<ListPage>;
  readonly concurrency: number;
  /** New or changed entries of one page. Awaited, so that no more pages are held than are on their way. */
  readonly onEntries: (entries: readonly Entry[]) => Promise<void>;
  /** Entries seen in this reading, and how many there are. */
  readonly onProgress: (done: number, total: number | null) => void;
}

/**
 * Resolves with the ids of the whole list. New entries push the others to later pages, so one that lies on the border of two pages
 * may be on neither. A reading counts where the total stayed the same from its first page to its last. Else the first page is read
 * once more: where all that was ever seen is as much as there is at that moment, nothing is missing; else everything is read again.
 * @throws AppError `snapshot/changing`, and what `readPage` throws.
 */
export async function readList(reader: ListReader): Promise<ReadonlySet<string>> {
  const all = new Set<string>();
  for (let reading = 1; reading <= mostReadings; reading += 1) {
    const { seen, isStill } = await readOnce(reader, all);
    if (isStill) return seen;
    if (await isEverything(reader, all)) return all;
  }
  throw new AppError('snapshot/changing');
}

/** Reads the first page, where new entries are, and compares. */
async function isEverything({ readPage, onEntries }: ListReader, all: Set<string>): Promise<boolean> {
  const { items, total } = await readPage(1);
  for (const { id } of items) all.add(id);
  await onEntries(items);
  return total !== null && all.size >= total;
}

interface Reading {
  readonly seen: ReadonlySet<string>;
  /** The total never changed, and as many were seen. */
  readonly isStill: boolean;
}

async function readOnce(
  { readPage, concurrency, onEntries, onProgress }: ListReader,
  all: Set<string>,
): Promise<Reading> {
  const seen = new Set<string>();
  const totals = new Set<number | null>();
  let total: number | null = null;
  let hasEmpty = false;
  let repeats = 0;
  const take = async (page: number) => {
    const { items, total: told } = await readPage(page);
    if (items.length === 0) {
      hasEmpty = true;
      return;
    }
    totals.add(told);
    total = told;
    const sizeBefore = seen.size;
    for (const { id } of items) {
      seen.add(id);
      all.add(id);
    }
    if (page > 1 && seen.size === sizeBefore) repeats += 1;
    await onEntries(items);
    onProgress(seen.size, told);
  };
  await take(1);
  const pageSize = seen.size;
  let page = 2;
  const takeUntil = async (end: number) => {
    while (!hasEmpty && repeats <= mostRepeats && page < end) {
      page += 1;
      await take(page - 1);
    }
  };
  while (!hasEmpty && repeats === 0 && pageSize > 0) {
    // One more than the total tells, since neither the total nor a page that is not full is trusted to be the end.
    const left = total === null ? concurrency : Math.max(0, Math.ceil((total - seen.size) / pageSize)) + 1;
    const end = Math.min(page + left, mostPages + 1);
    if (page >= end) throw new AppError('snapshot/changing');
    await Promise.all(Array.from({ length: concurrency }, () => takeUntil(end)));
  }
  const [only] = totals;
  return { seen, isStill: pageSize === 0 || (totals.size === 1 && seen.size === only) };
}
