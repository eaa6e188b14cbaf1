// The only place where ipcMain is used: trusted frame → known channel → parsed input → handler → parsed output → envelope.
// Every failure answers with a code and a reference; technical text goes to the log and never to the window.
import { ipcMain } from 'electron';
import { AppError } from '../../shared/errors/app-error';
import type { ParsedInput, RequestChannel, RequestOutput } from '../../shared/ipc/contract';
import { requests } from '../../shared/ipc/contract';
import { toFailure } from '../../shared/ipc/envelope';
import type { AppLog } from '../log/app-log';
import { isTrustedSender } from './trusted-senders';

/** One function for every request channel of the contract. */
export type RequestHandlers = {
  readonly [Channel in RequestChannel]: (
    input: ParsedInput<Channel>,
  ) => RequestOutput<Channel> | Promise<RequestOutput<Channel>>;
};

/**
 * Starts answering. `windowContentsId` tells which window may ask, at the time of asking; `toExpected` makes an AppError of a
 * failure that people can do something about.
 */
export function routeRequests(
  handlers: RequestHandlers,
  log: AppLog,
  windowContentsId: () => number | null,
  toExpected: (error: unknown) => unknown,
): void {
  for (const channel of Object.keys(requests) as RequestChannel[]) {
    ipcMain.handle(channel, async (event, input: unknown) => {
      if (!isTrustedSender(event, windowContentsId())) {
        return toFailure('ipc/not-trusted', {}, log.failure(channel, new Error('untrusted sender')));
      }
      const parsed = requests[channel].input.safeParse(input);
      if (!parsed.success) {
        // The issues name paths and kinds only: a rejected value may hold anything.
        const issues = parsed.error.issues
          .map((issue) => `${issue.path.join('.')}: ${issue.code}`)
          .join('; ');
        return toFailure('ipc/bad-request', {}, log.failure(channel, new Error(issues)));
      }
      return answer(channel, handlers[channel] as (input: unknown) => unknown, parsed.data, log, toExpected);
    });
  }
}

async function answer(
  channel: RequestChannel,
  handler: (input: unknown) => unknown,
  input: unknown,
  log: AppLog,
  toExpected: (error: unknown) => unknown,
): Promise<unknown> {
  try {
    return { ok: true, value: requests[channel].output.parse(await handler(input)) };
  } catch (error) {
    const reference = log.failure(channel, error);
    const expected = toExpected(error);
    if (expected instanceof AppError) return toFailure(expected.code, expected.params, reference);
    return toFailure('app/bug', { reference }, reference);
  }
}
