// The last sentence before a run: where to, how many, and whether they get mail. Says the environment in capitals.
import type { RunSummary } from '../../shared/runs/progress';
import type { CliIo } from './cli-io';

type Sending = Pick<RunSummary, 'environment' | 'workspaceName' | 'targetTitle' | 'sendInvite'>;

/** Says it on stderr; `count` people are sent to, at first only `firstRows` of them where that is not null. */
export function announceSending(
  { environment, workspaceName, targetTitle, sendInvite }: Sending,
  count: number,
  firstRows: number | null,
  io: CliIo,
): void {
  const email = sendInvite
    ? `${count} ${count === 1 ? 'person WILL get an email' : 'people WILL get an email'}`
    : 'nobody gets an email';
  const first = firstRows === null || firstRows >= count ? '' : `, the first ${firstRows} now`;
  io.say(
    `${environment.toUpperCase()}, ${workspaceName}: inviting ${count} to ${targetTitle}${first}; ${email}.`,
  );
}
