import { actionOf, type ErrorCode, toSentence } from '../shared/errors/codes';
import type { ErrorAction } from '../shared/errors/error-entry';
import type { FlowmingoBridge } from '../shared/ipc/bridge-type';
import type {
  PushChannel,
  PushPayload,
  RequestChannel,
  RequestInput,
  RequestOutput,
} from '../shared/ipc/contract';
import type { Envelope, Failure } from '../shared/ipc/envelope';

declare global {
  interface Window {
    readonly flowmingo: FlowmingoBridge;
  }
}

/** A request that the main process answered with a failure. `sentence` can stand on the screen as it is. */
export class BridgeFailure extends Error {
  override readonly name = 'BridgeFailure';
  readonly code: ErrorCode;
  readonly params: Failure['params'];
  /** Under this reference the technical text stands in the log. */
  readonly reference: string;
  readonly sentence: string;
  readonly action: ErrorAction;

  constructor(failure: Failure) {
    super(failure.code);
    this.code = failure.code;
    this.params = failure.params;
    this.reference = failure.reference;
    this.sentence = toSentence(failure.code, { reference: failure.reference, ...failure.params });
    this.action = actionOf(failure.code);
  }
}

/** Any thrown thing as a failure with a sentence: a bug in the window stays a bug, and says so. */
export function toBridgeFailure(thrown: unknown): BridgeFailure {
  return thrown instanceof BridgeFailure
    ? thrown
    : new BridgeFailure({ code: 'app/bug', params: {}, reference: 'window' });
}

/**
 * Asks the main process and gives the value of its answer.
 * @throws BridgeFailure with the sentence to show.
 */
async function ask<Channel extends RequestChannel>(
  channel: Channel,
  input: RequestInput<Channel>,
): Promise<RequestOutput<Channel>> {
  const request = window.flowmingo[channel] as (
    input: RequestInput<Channel>,
  ) => Promise<Envelope<RequestOutput<Channel>>>;
  const envelope = await request(input).catch((thrown: unknown) => {
    throw toBridgeFailure(thrown);
  });
  if (!envelope.ok) throw new BridgeFailure(envelope.error);
  return envelope.value;
}

/** Listens to a push; the answer ends the listening. */
function listen<Channel extends PushChannel>(
  channel: Channel,
  listener: (payload: PushPayload<Channel>) => void,
): () => void {
  return window.flowmingo.on(channel, listener);
}

/** The window's only way to the main process. */
export const bridge = { ask, listen } as const;
