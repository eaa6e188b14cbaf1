// The time limits that somebody set, as the transport asks for them. A change holds for the next exchange.
import type { AppSettings } from '../../shared/settings/app-settings';
import type { ExchangeLimits } from '../flowmingo/http-transport';

/** Reads the settings whenever a limit is asked for. */
export function createSetLimits(readSettings: () => AppSettings): ExchangeLimits {
  return {
    get connectMs() {
      return readSettings().connectSeconds * 1000;
    },
    get firstByteMs() {
      return readSettings().firstByteSeconds * 1000;
    },
    get bodyMs() {
      return readSettings().wholeAnswerSeconds * 1000;
    },
  };
}
