// The entries of the lists that a snapshot reads (API guide, 4.1 to 4.6). Every field but the id may be null, missing or in another form.

/** As much of a title as a batch takes with it (`shared/operations/`): nobody reads more, and a longer one must not stop a run. */
export const maxTitleChars = 500;

/** The lists that come page by page. */
export type ListName = 'job-posts' | 'interview-sets' | 'projects' | 'applications' | 'submissions';

export interface ListPage {
  readonly items: readonly Entry[];
  /** How many the whole list has; null where the answer does not say. */
  readonly total: number | null;
}

/** An entry as it came; its id is a text. */
export interface Entry {
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface TitledEntry {
  readonly id: string;
  readonly title: string;
  readonly projectId: string | null;
}

export interface ApplicationEntry {
  readonly applicationId: string;
  readonly candidateId: string | null;
  readonly projectId: string | null;
  readonly jobPostId: string | null;
  readonly stageId: string | null;
  readonly stageTitle: string | null;
  readonly score: number | null;
  readonly status: number | null;
  readonly createdAtMs: number | null;
}

export interface SubmissionEntry {
  readonly submissionId: string;
  readonly setId: string | null;
  readonly candidateId: string | null;
  /** 0 to 10. */
  readonly score: number | null;
  readonly status: number | null;
  readonly submittedAtMs: number | null;
  readonly createdAtMs: number | null;
}

/** A page of a list; null where the answer is not one. */
export function toListPage(body: unknown): ListPage | null {
  if (!isRecord(body) || !Array.isArray(body.data)) return null;
  const items = body.data.flatMap((item) => toEntry(item) ?? []);
  if (items.length !== body.data.length) return null;
  return { items, total: toTotal(body.total) };
}

function toEntry(item: unknown): Entry | null {
  if (!isRecord(item)) return null;
  if (typeof item.id === 'string') return { ...item, id: item.id };
  return typeof item.id === 'number' ? { ...item, id: String(item.id) } : null;
}

/** A count that comes as text is one, too. */
function toTotal(value: unknown): number | null {
  if (typeof value === 'string' && /^\d+$/.test(value)) return Number(value);
  return typeof value === 'number' ? value : null;
}

/** A job post, a set, a project (`title`) or a stage (`name`). */
export function toTitledEntry(entry: Entry): TitledEntry {
  return {
    id: entry.id,
    title: toTitle(entry.title) ?? toTitle(entry.name) ?? 'Untitled',
    projectId: toText(entry.com_project_id),
  };
}

export function toApplicationEntry(entry: Entry): ApplicationEntry {
  const stage = isRecord(entry.stage) ? entry.stage : {};
  return {
    applicationId: entry.id,
    candidateId: toText(entry.tal_candidate_id),
    projectId: toText(entry.com_project_id),
    jobPostId: toText(entry.com_job_post_id),
    stageId: toText(stage.id),
    stageTitle: toTitle(stage.name),
    score: toScore(entry.score),
    status: toWhole(entry.status),
    createdAtMs: toTime(entry.created_at),
  };
}

export function toSubmissionEntry(entry: Entry): SubmissionEntry {
  return {
    submissionId: entry.id,
    setId: toText(entry.com_interview_set_id),
    candidateId: toText(entry.tal_candidate_id),
    score: toScore(entry.overall_score),
    status: toWhole(entry.status),
    submittedAtMs: toTime(entry.submission_at),
    createdAtMs: toTime(entry.created_at),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toTitle(value: unknown): string | null {
  return toText(value)?.slice(0, maxTitleChars) ?? null;
}

/** A text, or a number as one: ids may come as either. */
function toText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A number, or a numeric string such as "8.50" (API guide, 4.4). */
function toScore(value: unknown): number | null {
  const score = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof score === 'number' && Number.isFinite(score) ? score : null;
}

function toWhole(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}

/** ISO-8601 (API guide, 4) or epoch milliseconds; UTC. */
function toTime(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const atMs = new Date(value).getTime();
  return Number.isNaN(atMs) ? null : atMs;
}
