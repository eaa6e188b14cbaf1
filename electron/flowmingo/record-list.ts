// Reads a whole list of submissions or applications, page by page (API guide, 4). Knows no addresses and no key.
import { z } from 'zod';
import { AppError } from '../../shared/errors/app-error';
import type { ClockRange, ListedRecord, RecordList } from '../operations/look-up';
import { parseJson } from './classify-write';
import type { HttpAnswer } from './http-transport';

const text = z.union([z.string(), z.number().transform(String)]);
const recordSchema = z.looseObject({
  id: text,
  tal_candidate_id: text.nullish(),
  created_at: z.union([z.string(), z.number()]).nullish(),
});
/** A count that comes as text is one, too. */
const count = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);
const pageSchema = z.looseObject({ data: z.array(recordSchema), total: count.nullish() });
type Page = z.infer<typeof pageSchema>;

/** The most that a page may hold (API guide, 4). */
export const pageLimit = 100;
/** 10,000 records: more than that take longer than anybody waits before a run. */
const usualMaxPages = 100;
/** Pages asked for at once: quick, and far below what a run itself asks. */
const pagesAtOnce = 4;
/** A list that changes while it is read is read again so often. */
const readings = 3;
/** A Date header has whole seconds. */
const headerStepMs = 999;

export interface ListOptions {
  /** What each entry must name, where it names it at all; others are left out. */
  readonly target: Readonly<Record<string, string | undefined>>;
  readonly maxPages: number;
}

interface Reading {
  readonly items: ReadonlyMap<string, ListedItem>;
  readonly isWhole: boolean;
  /** It is longer than can be read through: reading it again would not help. */
  readonly isTooLong: boolean;
}

/**
 * Reads until a page holds nothing: neither a `total` nor a page that is not full is trusted to say that there is no more
 * (the server may hold fewer on a page than was asked for). `isWhole` only where one reading saw as many records as there were
 * at its beginning, and none were taken away meanwhile. `target`: what each record must name, where it names it at all; others
 * are left out. `readPage` answers with status 200 or throws. @throws AppError `api/unreadable`.
 */
export async function readAllRecords(
  readPage: (page: number) => Promise<HttpAnswer>,
  target: Readonly<Record<string, string | undefined>> = {},
): Promise<RecordList> {
  const { items, isWhole, clock } = await readWholeList(readPage, { target, maxPages: usualMaxPages });
  return { records: items.map(toRecord), isWhole, clock };
}

/** An entry of a list as it came. */
export type ListedItem = Page['data'][number];

/** As `readAllRecords`, with everything that the entries hold. */
export async function readWholeList(
  readPage: (page: number) => Promise<HttpAnswer>,
  options: ListOptions,
): Promise<{
  readonly items: readonly ListedItem[];
  readonly isWhole: boolean;
  readonly clock: ClockRange | null;
}> {
  let clock: ClockRange | null = null;
  const take = async (page: number): Promise<Page> => {
    const askedAtMs = Date.now();
    const answer = await readPage(page).catch((error: unknown) => {
      if (page > 1 && error instanceof AppError && endOfListCodes.has(error.code)) return null;
      throw error;
    });
    if (answer === null) return { data: [] };
    clock ??= toClock(answer, askedAtMs, Date.now());
    const parsed = pageSchema.safeParse(parseJson(answer.bodyText));
    if (!parsed.success) throw new AppError('api/unreadable');
    return parsed.data;
  };
  for (let reading = 1; ; reading += 1) {
    const { items, isWhole, isTooLong } = await readOnce(take, options);
    if (isWhole || isTooLong || reading === readings) return { items: [...items.values()], isWhole, clock };
  }
}

/** How a server may answer a page behind the last one, where it does not answer an empty one. */
export const endOfListCodes: ReadonlySet<string> = new Set(['api/not-found', 'api/refused']);

async function readOnce(
  take: (page: number) => Promise<Page>,
  { target, maxPages }: ListOptions,
): Promise<Reading> {
  const items = new Map<string, ListedItem>();
  const seen = new Set<string>();
  const keep = ({ data }: Page) => {
    for (const record of data) {
      seen.add(record.id);
      if (isOfTarget(record, target)) items.set(record.id, record);
    }
  };
  const first = await take(1);
  keep(first);
  const totals = [first.total ?? 0];
  let isAtEnd = first.data.length === 0;
  for (let page = 2; !isAtEnd; ) {
    if (page > maxPages + 1) return { items, isWhole: false, isTooLong: true };
    const pagesLeft =
      Math.ceil(((first.total ?? Number.POSITIVE_INFINITY) - seen.size) / first.data.length) + 1;
    const count = Math.max(1, Math.min(pagesAtOnce, pagesLeft));
    const from = page;
    const pages = await Promise.all(Array.from({ length: count }, (_, index) => take(from + index)));
    const seenBefore = seen.size;
    for (const one of pages) {
      keep(one);
      // What an empty page says of the whole is nothing to go by.
      if (one.total != null && one.data.length > 0) totals.push(one.total);
    }
    isAtEnd = pages.some(({ data }) => data.length === 0);
    // A server that does not heed the page's number would give the same for ever.
    if (!isAtEnd && seen.size === seenBefore) return { items, isWhole: false, isTooLong: false };
    page += count;
  }
  const heldAtFirst = totals[0] ?? 0;
  return {
    items,
    isWhole: seen.size >= heldAtFirst && Math.min(...totals) >= heldAtFirst,
    isTooLong: false,
  };
}

function isOfTarget(record: ListedItem, target: Readonly<Record<string, string | undefined>>): boolean {
  return Object.entries(target).every(
    ([name, wanted]) => wanted === undefined || record[name] == null || String(record[name]) === wanted,
  );
}

function toRecord({ id, tal_candidate_id, created_at }: ListedItem): ListedRecord {
  const createdAtMs = created_at == null ? Number.NaN : new Date(created_at).getTime();
  return {
    id,
    candidateId: tal_candidate_id ?? null,
    createdAtMs: Number.isNaN(createdAtMs) ? null : createdAtMs,
  };
}

function toClock({ headers }: HttpAnswer, askedAtMs: number, answeredAtMs: number): ClockRange | null {
  const dateMs = Date.parse(headers.date ?? '');
  if (Number.isNaN(dateMs)) return null;
  return { leastMs: dateMs - answeredAtMs, mostMs: dateMs + headerStepMs - askedAtMs };
}
