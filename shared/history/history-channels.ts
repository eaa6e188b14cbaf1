// The channels of the history, as contract.ts takes them in: search, one person's story, deletion, how long runs are kept, files.
import { z } from 'zod';
import { savedFileSchema } from '../ipc/saved-file';
import {
  historyFilterSchema,
  historySearchSchema,
  personRefSchema,
  runFactsSchema,
  storySchema,
} from './history';
import { keepMonthsSchema, runsToDeleteSchema } from './retention';

const nothing = z.strictObject({});
const runId = z.strictObject({ runId: z.string().min(1).max(100) });

export const historyChannels = {
  /** Everybody whom the words fit, over all runs; without words nobody. */
  'history:search': {
    input: z.strictObject({ text: z.string().max(300), filter: historyFilterSchema }),
    output: historySearchSchema,
  },
  'history:get-story': { input: z.strictObject({ person: personRefSchema }), output: storySchema },
  'history:get-run': { input: runId, output: runFactsSchema },
  /** What "Delete this run" would delete: the run, and the others of its batch. */
  'history:describe-deletion': { input: runId, output: runsToDeleteSchema },
  /** Hides the run and the others of its batch; they can be brought back until the app is closed. */
  'history:delete-run': { input: runId, output: runsToDeleteSchema },
  'history:bring-back-run': { input: runId, output: runsToDeleteSchema },
  'history:get-retention': { input: nothing, output: z.strictObject({ keepMonths: keepMonthsSchema }) },
  /** What would be deleted at once, were that the setting. */
  'history:preview-retention': {
    input: z.strictObject({ keepMonths: keepMonthsSchema }),
    output: runsToDeleteSchema,
  },
  /** Keeps the setting, and deletes for good what is older. */
  'history:set-retention': {
    input: z.strictObject({ keepMonths: keepMonthsSchema }),
    output: runsToDeleteSchema,
  },
  /** Asks where to save. XLSX has the runs and the people, CSV the people; of one person, their rows. */
  'history:export': {
    input: z.strictObject({
      format: z.enum(['xlsx', 'csv']),
      filter: historyFilterSchema,
      person: personRefSchema.nullable(),
    }),
    output: savedFileSchema,
  },
  /** The support report as it would be saved, whole. Nothing of people is in it. */
  'report:make': { input: nothing, output: z.strictObject({ reportId: z.string(), text: z.string() }) },
  /** Asks where to save exactly the text that was shown. */
  'report:save': { input: z.strictObject({ reportId: z.string().max(100) }), output: savedFileSchema },
} as const;
