// Reads a whole list of submissions or applications, page by page (API guide, 4). Knows no addresses and no key.
import { z } from 'zod';
import { AppError } from '../../shared/errors/app-error';
import type { ClockRange, ListedRecord, RecordList } from '../operations/look-up';
import { parseJson } from './classify-write';
import type { HttpAnswer } from './http-transport';

const recordSchema = z.looseObject({
  id: z.string(),
  tal_candidate_id: z.string().nullish(),
  created_at: z.union([z.string(), z.number()]).nullish(),
});
const pageSchema = z.looseObject({ data: z.array(recordSchema), total: z.number().nullish() });
type Page = z.infer<typeof pageSchema>;

/** The most that a page may hold (API guide, 4). */
export const pageLimit = 100;
/** 10,000 records: more than that take longer than anybody waits before a run. */
const maxPages = 100;
/** Pages asked for at once: quick, and far below what a run itself asks. */
const pagesAtOnce = 4;
/** A list that changes while it is read is read again so often. */
const readings = 2;
/** A Date header has whole seconds. */
const headerStepMs = 999;

/** `readPage` answers with status 200 or throws. The same record on two pages counts once. @throws AppError `api/unreadable`. */
export async function readAllRecords(readPage: (page: number) => Promise<HttpAnswer>): Promise<RecordList> {
  const records = new Map<string, ListedRecord>();
  let clock: ClockRange | null = null;
  let total = 0;
  const take = async (page: number): Promise<number> => {
    const askedAtMs = Date.now();
    const answer = await readPage(page);
    clock ??= toClock(answer, askedAtMs, Date.now());
    const parsed = pageSchema.safeParse(parseJson(answer.bodyText));
    if (!parsed.success) throw new AppError('api/unreadable');
    for (const record of parsed.data.data) records.set(record.id, toRecord(record));
    // Without a total, only a page that is not full says that it is the last one.
    total =
      parsed.data.total ?? (parsed.data.data.length < pageLimit ? records.size : Number.POSITIVE_INFINITY);
    return parsed.data.data.length;
  };

  for (let reading = 1; reading <= readings; reading += 1) {
    const pageSize = await take(1);
    const pageCount = pageSize === 0 ? 1 : Math.ceil(total / pageSize);
    const pages = Array.from({ length: Math.min(pageCount, maxPages) - 1 }, (_, index) => index + 2);
    const takeNext = async () => {
      for (let page = pages.shift(); page !== undefined; page = pages.shift()) await take(page);
    };
    await Promise.all(Array.from({ length: pagesAtOnce }, takeNext));
    if (pageCount > maxPages) return { records: [...records.values()], isWhole: false, clock };
    if (records.size >= total) break;
  }
  return { records: [...records.values()], isWhole: records.size >= total, clock };
}

function toRecord({ id, tal_candidate_id, created_at }: Page['data'][number]): ListedRecord {
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
