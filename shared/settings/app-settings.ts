// What the recruiter can set for the whole app, with its bounds and what holds where nothing was set. Never anything secret.
import { z } from 'zod';
import { holdSecondsBounds, runSettingsSchema } from '../runs/run-settings';

/** How long a request may take, in seconds. The defaults are those of an ordinary network. */
export const timeLimitBounds = {
  /** Less than 3 s fails on a slow proxy; after a minute nobody is there. */
  connect: { least: 3, most: 60, usual: 10 },
  /** An invitation of 50 people may take 15 s to answer; five minutes is what the longest gateways wait. */
  firstByte: { least: 15, most: 300, usual: 60 },
  /** A page of 100 applications is under 100 KB: 5 s are enough for a good network, two minutes for any. */
  wholeAnswer: { least: 5, most: 120, usual: 30 },
} as const;

/** Slower than one in ten seconds is no run any more; Flowmingo's own limits are far below 100. */
export const requestsPerSecondBounds = { least: 0.1, most: 100 } as const;

/** Days after which somebody who was certainly invited to the same may be sent to again. */
export const invitedAgainAfterDays = [90, 180, 365] as const;

/** Regions whose dates and numbers screens can have; `system` is the computer's own. */
export const displayRegions = [
  'system',
  'GB',
  'US',
  'DE',
  'AT',
  'CH',
  'CZ',
  'ES',
  'FR',
  'IT',
  'NL',
  'PL',
  'PT',
  'SE',
  'VN',
] as const;
export type DisplayRegion = (typeof displayRegions)[number];

const seconds = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.number().int().min(least).max(most);

export const appSettingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  displayRegion: z.enum(displayRegions),
  /** How dates stand in workbooks that are saved: alike everywhere, or as the computer that opens them writes dates. */
  exportDates: z.enum(['iso', 'reader']),
  // Unwrapped: a default would be put in for every setting that a change does not name.
  concurrency: runSettingsSchema.shape.concurrency.unwrap(),
  peoplePerRequest: runSettingsSchema.shape.peoplePerRequest.unwrap(),
  holdSeconds: seconds(holdSecondsBounds),
  connectSeconds: seconds(timeLimitBounds.connect),
  firstByteSeconds: seconds(timeLimitBounds.firstByte),
  wholeAnswerSeconds: seconds(timeLimitBounds.wholeAnswer),
  /** Requests that invite or change, of one workspace; null for as many as Flowmingo bears. */
  requestsPerSecond: z
    .number()
    .min(requestsPerSecondBounds.least)
    .max(requestsPerSecondBounds.most)
    .nullable(),
  /** Null: whoever was ever invited to the same is left out. */
  invitedAgainAfterDays: z.union(invitedAgainAfterDays.map((days) => z.literal(days))).nullable(),
  /** Of whole names, where neither the header nor the names themselves tell. */
  nameOrder: z.enum(['decide', 'last-word-is-family', 'first-word-is-family']),
  notices: z.enum(['with-names', 'without-names', 'off']),
});
export type AppSettings = z.infer<typeof appSettingsSchema>;
export type ExportDates = AppSettings['exportDates'];

/** What holds where nothing was set. */
export const defaultSettings: AppSettings = {
  theme: 'system',
  displayRegion: 'system',
  exportDates: 'iso',
  ...runSettingsSchema.parse({}),
  holdSeconds: holdSecondsBounds.least,
  connectSeconds: timeLimitBounds.connect.usual,
  firstByteSeconds: timeLimitBounds.firstByte.usual,
  wholeAnswerSeconds: timeLimitBounds.wholeAnswer.usual,
  requestsPerSecond: null,
  invitedAgainAfterDays: null,
  nameOrder: 'decide',
  notices: 'with-names',
};

/** The longest that one request can take with these limits. */
export function longestRequestMs({
  connectSeconds,
  firstByteSeconds,
  wholeAnswerSeconds,
}: Pick<AppSettings, 'connectSeconds' | 'firstByteSeconds' | 'wholeAnswerSeconds'>): number {
  return (connectSeconds + firstByteSeconds + wholeAnswerSeconds) * 1000;
}
