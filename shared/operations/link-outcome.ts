// What a look at a CV link came to, and which links may be looked at. Never says more of a link than its site has said.
import { z } from 'zod';
import { isEverydayLink } from './everyday-link';
import { publicHostOf } from './public-host';

/** The longest link that is looked at: browsers and servers agree on about 8,000 characters (RFC 9110, 4.1). */
export const maxLinkLength = 8000;

/**
 * Why a link does not answer. `status`: the site said no; `cut-off`: an answer that cannot be read; `not-https`: it leads on to an address
 * without https; `private`: it leads into a network that only some can reach.
 */
const noAnswerReasons = [
  'status',
  'no-such-site',
  'no-connection',
  'too-slow',
  'cut-off',
  'certificate-expired',
  'certificate',
  'too-many-redirects',
  'not-https',
  'private',
] as const;
export type NoAnswerReason = (typeof noAnswerReasons)[number];

/** Why a link was not looked at: nothing is known about it. `busy`: its site asked for a pause. */
const notCheckedReasons = ['offline', 'proxy', 'stopped', 'no-time', 'busy'] as const;
export type NotCheckedReason = (typeof notCheckedReasons)[number];

export const linkOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answers'),
    /** As the site names it (`application/pdf`); null where it says nothing. */
    mediaType: z.string().max(200).nullable(),
    sizeBytes: z.number().int().min(0).nullable(),
  }),
  z.strictObject({
    kind: z.literal('no-answer'),
    why: z.enum(noAnswerReasons),
    /** The HTTP status, with `status` only. */
    status: z.number().int().nullable(),
  }),
  z.strictObject({ kind: z.literal('asks-login'), status: z.number().int().nullable() }),
  z.strictObject({ kind: z.literal('not-a-file'), what: z.enum(['page', 'empty']) }),
  z.strictObject({ kind: z.literal('not-checked'), why: z.enum(notCheckedReasons) }),
]);
export type LinkOutcome = z.infer<typeof linkOutcomeSchema>;

/** A link with what a look at it came to. */
export const checkedLinkSchema = z.strictObject({
  link: z.string().max(maxLinkLength),
  outcome: linkOutcomeSchema,
});
export type CheckedLink = z.infer<typeof checkedLinkSchema>;

/** Whether a link may be looked at: https, to a host that anybody could reach, without a user name or password in it. */
export function isCheckableLink(link: string): boolean {
  if (link.length > maxLinkLength) return false;
  if (isEverydayLink(link)) return true;
  if (!/^https:\/\/\S+$/i.test(link)) return false;
  return publicHostOf(link) !== null && !/^https:\/\/[^/?#]*@/i.test(link);
}
