// The channels of remembered mappings, as contract.ts takes them in. Header texts and fields; nothing of people.
import { z } from 'zod';
import {
  mappingContentSchema,
  mappingNameSchema,
  mostMappings,
  savedMappingSchema,
  sharedMappingSchema,
} from './saved-mapping';
import { savedPipelineMappingSchema } from './saved-pipeline-mapping';

const nothing = z.strictObject({});
const idSchema = z.string().min(1).max(100);
const mappingList = z.strictObject({ mappings: z.array(savedMappingSchema) });

export const mappingChannels = {
  /** The remembered mappings of this computer, the last used first. Header texts and fields; nothing of people. */
  'mappings:list': { input: nothing, output: mappingList },
  /** Keeps how this header's columns are used; it takes the place of what was kept for the same header. */
  'mappings:remember': { input: z.strictObject({ content: mappingContentSchema }), output: nothing },
  /** The same for sheets of work on pipelines. */
  'mappings:list-pipeline': {
    input: nothing,
    output: z.strictObject({ mappings: z.array(savedPipelineMappingSchema) }),
  },
  'mappings:remember-pipeline': {
    input: z.strictObject({ mapping: savedPipelineMappingSchema }),
    output: nothing,
  },
  'mappings:rename': {
    input: z.strictObject({ mappingId: idSchema, name: mappingNameSchema }),
    output: mappingList,
  },
  'mappings:delete': { input: z.strictObject({ mappingId: idSchema }), output: mappingList },
  /** Takes a deletion back. */
  'mappings:restore': { input: z.strictObject({ mapping: savedMappingSchema }), output: mappingList },
  /** Asks where to save, and writes these mappings (all where none is named) for a colleague. */
  'mappings:export': {
    input: z.strictObject({ mappingIds: z.array(idSchema).max(mostMappings) }),
    output: z.union([
      z.strictObject({ kind: z.literal('saved'), fileName: z.string(), count: z.number().int() }),
      z.strictObject({ kind: z.literal('cancelled') }),
    ]),
  },
  /** Takes in mappings of a colleague that were read inside the sandbox and shown there. */
  'mappings:take-in': {
    input: z.strictObject({ mappings: z.array(sharedMappingSchema).min(1).max(mostMappings) }),
    output: mappingList,
  },
} as const;
