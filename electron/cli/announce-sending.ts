// The last sentences before a run: where to, how many, and whether they get mail. Says the environment in capitals.
import { noMessageFact } from '../../shared/messages/no-message-words';
import type { RunSummary } from '../../shared/runs/progress';
import type { CliIo } from './cli-io';

type Sending = Pick<RunSummary, 'environment' | 'workspaceName' | 'targetTitle' | 'sendInvite'>;

export interface SendingCounts {
  /** Whom something is sent for. */
  readonly people: number;
  /** How many of them have an address; null where that was not counted. */
  readonly withAddress: number | null;
  /** So many at first; null for all at once. */
  readonly firstRows: number | null;
}

/** Says it on stderr, also that no message of the recruiter's own goes along. */
export function announceSending(
  sending: Sending & { readonly message: string | null },
  { people, withAddress, firstRows }: SendingCounts,
  io: CliIo,
): void {
  const { environment, workspaceName, targetTitle, sendInvite, message } = sending;
  const first = firstRows === null || firstRows >= people ? '' : `, the first ${firstRows} now`;
  io.say(
    `${environment.toUpperCase()}, ${workspaceName}: inviting ${people} to ${targetTitle}${first}; ${toEmailWords(sending, withAddress)}.`,
  );
  if (sendInvite && message === null) io.say(`Message: ${noMessageFact}.`);
}

function toEmailWords({ environment, sendInvite }: Sending, withAddress: number | null): string {
  if (!sendInvite) return 'nobody gets an email';
  const people =
    withAddress === null
      ? 'whoever has an address'
      : withAddress === 1
        ? '1 person'
        : `${withAddress} people`;
  return environment === 'practice' ? `${people} will get a made-up email` : `${people} WILL get an email`;
}
