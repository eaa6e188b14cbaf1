// An application as the list of its project shows it (API guide, 4.3). Every field but the id may be null or missing.
import { z } from 'zod';
import type { ListedApplication } from '../operations/look-up';
import type { ListedItem } from './record-list';

const text = z.string().nullish().catch(null);
const applicationSchema = z.looseObject({
  id: z.string(),
  tal_candidate_id: text,
  com_job_post_id: text,
  stage: z.looseObject({ id: text, name: text }).nullish().catch(null),
  status: z.number().nullish().catch(null),
  created_at: z.union([z.string(), z.number()]).nullish().catch(null),
});

/** 100,000 applications: more than any project that a person can look at. */
export const maxPipelinePages = 1000;

/** A field in another form than the guide's counts as missing. */
export function toListedApplication(item: ListedItem): ListedApplication {
  const one = applicationSchema.parse(item);
  const createdAtMs = one.created_at == null ? Number.NaN : new Date(one.created_at).getTime();
  return {
    applicationId: one.id,
    candidateId: one.tal_candidate_id ?? null,
    jobPostId: one.com_job_post_id ?? null,
    stageId: one.stage?.id ?? null,
    stageTitle: one.stage?.name ?? null,
    status: one.status ?? null,
    createdAtMs: Number.isNaN(createdAtMs) ? null : createdAtMs,
  };
}
