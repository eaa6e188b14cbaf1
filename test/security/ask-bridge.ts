import type { Page } from 'playwright';
import type { Envelope } from '../../shared/ipc/envelope';

/** Asks a channel as code in the page could: straight through `window.flowmingo`, with any payload. */
export async function askBridge(page: Page, channel: string, payload: unknown): Promise<Envelope<unknown>> {
  return page.evaluate(
    ([name, input]) => {
      const holder = globalThis as unknown as {
        flowmingo: Record<string, (input: unknown) => Promise<Envelope<unknown>>>;
      };
      const ask = holder.flowmingo[name];
      if (ask === undefined) throw new Error(`There is no ${name}.`);
      return ask(input);
    },
    [channel, payload] as const,
  );
}
