// The channels of messages that are kept, as contract.ts takes them in. Messages only; nothing of people, and nothing is sent.
import { z } from 'zod';
import { flowmingoIdSchema } from '../operations/invite-target';
import {
  mostTemplates,
  savedTemplateSchema,
  templateContentSchema,
  templateLanguages,
  templateNameSchema,
} from './message-template';
import { nameFallbackSchema } from './name-fallback';

const idSchema = z.string().min(1).max(100);
const templateList = z.strictObject({ templates: z.array(savedTemplateSchema) });

export const messageChannels = {
  /** The templates of this computer, the last used first. */
  'messages:list-templates': { input: z.strictObject({}), output: templateList },
  /** Keeps a template; it takes the place of the one with its name. Refuses a message that could not be sent. */
  'messages:save-template': {
    input: z.strictObject({ content: templateContentSchema }),
    output: templateList,
  },
  /** Refuses a name that another one has. */
  'messages:rename-template': {
    input: z.strictObject({
      templateId: idSchema,
      name: templateNameSchema,
      language: z.enum(templateLanguages).nullable(),
    }),
    output: templateList,
  },
  /** It was put into a message, so it comes first in the list. */
  'messages:note-use': { input: z.strictObject({ templateId: idSchema }), output: templateList },
  'messages:delete-template': { input: z.strictObject({ templateId: idSchema }), output: templateList },
  /** Takes a deletion or a replacement back: the template is as it was. */
  'messages:restore-template': {
    input: z.strictObject({ template: savedTemplateSchema }),
    output: templateList,
  },
  /** Asks where to save, and writes these templates (all where none is named) for a colleague. */
  'messages:export-templates': {
    input: z.strictObject({ templateIds: z.array(idSchema).max(mostTemplates) }),
    output: z.union([
      z.strictObject({ kind: z.literal('saved'), fileName: z.string(), count: z.number().int() }),
      z.strictObject({ kind: z.literal('cancelled') }),
    ]),
  },
  /** Takes in templates of a colleague that were read inside the sandbox and shown there. One whose name is taken gets a number. */
  'messages:take-in-templates': {
    input: z.strictObject({ templates: z.array(templateContentSchema).min(1).max(mostTemplates) }),
    output: templateList,
  },
  /** The message that was last sent to this target from this workspace; null where there was none. */
  'messages:last-used': {
    input: z.strictObject({
      workspaceId: idSchema,
      setId: flowmingoIdSchema.nullable(),
      projectId: flowmingoIdSchema.nullable(),
    }),
    output: z.strictObject({
      last: z
        .strictObject({
          message: z.string(),
          nameFallback: nameFallbackSchema.nullable(),
          usedAtMs: z.number(),
          runNumber: z.number().int(),
        })
        .nullable(),
    }),
  },
} as const;
