import type { DisplayRegion } from '../../shared/settings/app-settings';

/** `de-DE` → `en-DE`; a language without a region gives `en-GB`. */
export function toDisplayLocale(language: string): string {
  const region = /-([A-Z]{2})\b/.exec(language)?.[1];
  return region === undefined ? 'en-GB' : `en-${region}`;
}

/** English words with the region's own figures: `en-DE` groups by dots, `en-GB` by commas. */
let locale = toDisplayLocale(navigator.language);

/** From now on dates and numbers are written as in this region. What stands on the screen changes when it is drawn again. */
export function setDisplayRegion(region: DisplayRegion): void {
  locale = region === 'system' ? toDisplayLocale(navigator.language) : `en-${region}`;
}

/** A formatter that is made once for each locale, when it is first needed. */
export function localized<Formatter>(make: (locale: string) => Formatter): () => Formatter {
  let made: { readonly locale: string; readonly formatter: Formatter } | null = null;
  return () => {
    if (made?.locale !== locale) made = { locale, formatter: make(locale) };
    return made.formatter;
  };
}
