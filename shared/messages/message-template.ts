// A message with a name, kept to be used again. Words that a recruiter wrote; never anything of the people who get it.
import { z } from 'zod';
import { longestMessage } from './message-length';
import { longestFallback, parseFallbackWords } from './name-fallback';

/** A recruiter has some dozens of messages; a list that nobody can look over helps nobody. */
export const mostTemplates = 200;
/** A name in a menu. */
export const longestTemplateName = 80;

export const templateNameSchema = z.string().trim().min(1).max(longestTemplateName);

/** The languages that a template can be marked with: those of the countries in which Flowmingo is used most. Null: not said. */
export const templateLanguages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'cs',
  'vi',
  'id',
  'ja',
  'ko',
  'zh',
  'th',
] as const;
export type TemplateLanguage = (typeof templateLanguages)[number];

const contentShape = {
  name: templateNameSchema,
  language: z.enum(templateLanguages).nullable(),
  /** HTML as it is sent; `isCleanMessage` holds for it wherever it is kept. */
  message: z.string().min(1).max(longestMessage),
  /** What people without a first name read in place of it; null where Flowmingo decides. */
  fallbackWords: z
    .string()
    .max(longestFallback)
    .refine((words) => parseFallbackWords(words) === words)
    .nullable(),
};

/** What a template says: what goes to a colleague. */
export const templateContentSchema = z.strictObject(contentShape);
export type TemplateContent = z.infer<typeof templateContentSchema>;

/** The last moment that a Date can hold, in ms (ECMA-262, 21.4.1.1). */
const lastMomentMs = 8_640_000_000_000_000;

/** A template in the list of this computer. `lastUsedAtMs`: when it was last used, or else kept. */
export const savedTemplateSchema = z.strictObject({
  ...contentShape,
  templateId: z.string().min(1).max(100),
  lastUsedAtMs: z.number().int().min(0).max(lastMomentMs),
});
export type SavedTemplate = z.infer<typeof savedTemplateSchema>;

/** Names that differ in case or blanks only are one name. */
export function templateKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The name, or with a number behind it where it is taken. */
export function freeTemplateName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(templateKey(name))) return name;
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const numbered = `${name.slice(0, longestTemplateName - ending.length).trimEnd()}${ending}`;
    if (!taken.has(templateKey(numbered))) return numbered;
  }
}
