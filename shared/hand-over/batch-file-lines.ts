// The one text that a batch file has for what it holds: a line of JSON for the head and one for each row, keys in one order.
// Never reads a text that is not exactly the one that would be written: a key that stands twice, `__proto__`, a number in other
// words or blanks between are no text of ours.
import type { NameFallback } from '../messages/name-fallback';
import { type BatchFileHead, type BatchFileRow, batchFileHeadSchema, batchFileRowSchema } from './batch-file';

/** The head's line, without its end. */
export function toHeadLine({ name, source, columns, work, rowCount }: BatchFileHead): string {
  const { fileName, sizeBytes, sha256, sheetName, headerRow } = source;
  return JSON.stringify({
    name,
    source: { fileName, sizeBytes, sha256, sheetName, headerRow },
    columns: columns.map(({ letter, header }) => ({ letter, header })),
    work: toWork(work),
    rowCount,
  });
}

/** A row's line, without its end. */
export function toRowLine({ row, cells, person, leftOut, takenIn, hidden, links }: BatchFileRow): string {
  return JSON.stringify({
    row,
    cells,
    person: person && {
      email: person.email,
      firstname: person.firstname,
      lastname: person.lastname,
      cv_link: person.cv_link,
      ats_candidate_id: person.ats_candidate_id,
    },
    leftOut,
    takenIn,
    hidden,
    links: links?.map(({ place, address }) => ({ place, address })),
  });
}

/** Null where the line is no head of ours. */
export function parseHeadLine(line: string): BatchFileHead | null {
  const parsed = batchFileHeadSchema.safeParse(parseJson(line));
  return parsed.success && toHeadLine(parsed.data) === line ? parsed.data : null;
}

/** Null where the line is no row of ours. */
export function parseRowLine(line: string): BatchFileRow | null {
  const parsed = batchFileRowSchema.safeParse(parseJson(line));
  return parsed.success && toRowLine(parsed.data) === line ? parsed.data : null;
}

function toWork(work: BatchFileHead['work']): BatchFileHead['work'] {
  const columns = work.mapping.columns.map(({ field, place }) => ({ field, place }));
  const mapping = { columns, nameOrder: work.mapping.nameOrder };
  if (work.operation !== 'invite') {
    const { projectId, jobPostId, stageId } = work.place;
    return { operation: work.operation, mapping, place: { projectId, jobPostId, stageId } } as typeof work;
  }
  const { target, sendInvite, message, nameFallback, settings, firstRows } = work;
  return {
    operation: 'invite',
    mapping: mapping as typeof work.mapping,
    target: {
      setId: target.setId,
      setTitle: target.setTitle,
      projectId: target.projectId,
      projectTitle: target.projectTitle,
      jobPostId: target.jobPostId,
      jobPostTitle: target.jobPostTitle,
    },
    sendInvite,
    message,
    // No key where there is no rule, so that such files are the same as ever.
    ...(nameFallback === undefined ? {} : { nameFallback: toFallback(nameFallback) }),
    settings: settings && {
      concurrency: settings.concurrency,
      peoplePerRequest: settings.peoplePerRequest,
    },
    firstRows,
  };
}

function toFallback({ words, forRows }: NameFallback): NameFallback {
  return { words, forRows: forRows.map(({ rowNumber, words }) => ({ rowNumber, words })) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
