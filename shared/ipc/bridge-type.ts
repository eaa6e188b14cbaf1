// The type of window.flowmingo, derived from the contract. Nothing else is exposed to the page.
import type { PushChannel, PushPayload, RequestChannel, RequestInput, RequestOutput } from './contract';
import type { Envelope } from './envelope';

/** `window.flowmingo`: one function a request channel, and `on` for pushes (it answers the function that ends listening). */
export type FlowmingoBridge = {
  readonly [Channel in RequestChannel]: (
    input: RequestInput<Channel>,
  ) => Promise<Envelope<RequestOutput<Channel>>>;
} & {
  readonly on: <Channel extends PushChannel>(
    channel: Channel,
    listener: (payload: PushPayload<Channel>) => void,
  ) => () => void;
};
