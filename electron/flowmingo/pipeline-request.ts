// The three pipeline writes: their requests and answers (API guide, 5). Open: unknown fields are kept, none is asserted.
import { z } from 'zod';

export type PipelineRequest =
  | {
      readonly kind: 'add';
      readonly body: {
        readonly tal_candidate_id: string;
        readonly com_project_id: string;
        readonly com_job_post_id?: string;
        readonly com_stage_id?: string;
      };
    }
  | {
      readonly kind: 'move';
      readonly applicationId: string;
      readonly body: { readonly com_stage_id: string };
    }
  | { readonly kind: 'reject'; readonly applicationId: string };

/** The address of a request, below the base URL. */
export function toPipelinePath(request: PipelineRequest): string {
  if (request.kind === 'add') return '/integration/hiring/applications/v1';
  const id = encodeURIComponent(request.applicationId);
  return `/integration/hiring/applications/${id}/${request.kind === 'move' ? 'move-stage' : 'reject'}/v1`;
}

const text = z.union([z.string(), z.number().transform(String)]);

/** "A minimal confirmation": the application's id and, by operation, its stage or its status. */
export const pipelineAnswerSchema = z.looseObject({
  id: text,
  com_project_id: text.nullish(),
  com_job_post_id: text.nullish(),
  com_stage_id: text.nullish(),
  status: z.union([z.string(), z.number()]).nullish(),
});
export type PipelineAnswer = z.infer<typeof pipelineAnswerSchema>;
