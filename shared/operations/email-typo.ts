// Finds addresses whose domain is a likely slip of the finger. Never says so of a domain that somebody may really have.
import { countryEndings } from './country-endings';
import { editDistance } from './edit-distance';
import {
  endingSlips,
  knownSlips,
  providerEndingSlips,
  providers,
  realLookalikes,
  shortProviderDomains,
} from './email-providers';

/** Below five letters one slip leads to too many real names. */
const shortestGuessedName = 5;
/** From ten letters two slips still point at one name. */
const twoSlipsFrom = 10;

const providerByName = new Map(providers.map((provider) => [provider.name, provider]));
const shortDomains = new Set(shortProviderDomains);

/** Endings under which the providers of any country's are met most. */
const commonEndings = 'com fr de es it co.uk com.br com.vn com.mx com.ar com.tr pl'.split(' ');
/** The domain by its letters alone: `gmai.lcom` and `yahoocom.br` have their dots in the wrong place. */
const byLetters = new Map(
  providers.flatMap(({ name, endings }) =>
    (endings.length > 0 ? endings : commonEndings).map((ending) => {
      const domain = `${name}.${ending}`;
      return [domain.replaceAll('.', ''), domain] as const;
    }),
  ),
);

/** `gmail.con` → name `gmail`, ending `con`; `yahoo.co.uk` → `yahoo`, `co.uk`. */
function splitDomain(domain: string): { name: string; ending: string } | null {
  const dot = domain.indexOf('.');
  if (dot <= 0 || dot === domain.length - 1) return null;
  return { name: domain.slice(0, dot), ending: domain.slice(dot + 1) };
}

/** The ending without its slip. The last label is looked at where the whole is not known. */
function mendEnding(ending: string): string {
  const whole = endingSlips.get(ending);
  if (whole !== undefined) return whole;
  const dot = ending.lastIndexOf('.');
  const last = endingSlips.get(ending.slice(dot + 1)) ?? ending.slice(dot + 1);
  const front = ending.slice(0, Math.max(0, dot));
  // `.con.vn`: before a country only com is meant; other words there are names (met.police.uk).
  const mendedFront = last.length === 2 && endingSlips.get(front) === 'com' ? 'com' : front;
  return dot === -1 ? last : `${mendedFront}.${last}`;
}

/** An ending without a firm's name in it: `de`, `com.vn`, but not `acme.com`. */
const bareEnding = /^(?:[a-z]{2,6}|(?:com?|net|org)\.[a-z]{2})$/;

/** `gmail.comanna`: something was typed or pasted behind it. */
const runOn = /^com[a-z]{1,30}$/;

function mendName(name: string, ending: string): string | null {
  if (providerByName.has(name)) return name;
  const known = knownSlips.get(name);
  if (known !== undefined) return known;
  if (name.length < shortestGuessedName - 1) return null;
  for (const provider of providers) {
    if (provider.name.length < shortestGuessedName) continue;
    if (provider.endings.length > 0 ? !provider.endings.includes(ending) : ending.length > 6) continue;
    const most = Math.min(provider.name.length, name.length) >= twoSlipsFrom ? 2 : 1;
    // Another first letter makes another word (mail, email, range): slips happen inside.
    if (name[0] !== provider.name[0]) continue;
    if (editDistance(name, provider.name, most) <= most) return provider.name;
  }
  return null;
}

/** The endings of each short domain, by its name. */
const shortEndings = new Map<string, readonly string[]>();
for (const domain of shortProviderDomains) {
  const dot = domain.indexOf('.');
  const name = domain.slice(0, dot);
  shortEndings.set(name, [...(shortEndings.get(name) ?? []), domain.slice(dot + 1)]);
}

/** `orange.ft`: no country's; `yandex.rru`: a letter typed twice; `web.d`: cut off. */
function isNoEnding(ending: string): boolean {
  if (/^com?\.[a-z]{2}$/.test(ending)) return !countryEndings.has(ending.slice(-2));
  if (ending.length < 3) return !countryEndings.has(ending);
  return ending.length === 3 && /^(.)\1.$|^.(.)\2$/.test(ending);
}

/** The ending that the provider has and that was meant in place of one that nobody has; null where several may be meant. */
function ownEnding(name: string, ending: string): string | null {
  if (!isNoEnding(ending)) return null;
  const provider = providerByName.get(name);
  const anyCountry = provider?.endings.length === 0;
  const own = anyCountry ? commonEndings : (provider?.endings ?? shortEndings.get(name) ?? []);
  const near = own.filter((one) =>
    ending.length === 1 ? one[0] === ending : editDistance(ending, one, 1) === 1,
  );
  const [first = null] = near;
  // hotmail.c: com, co.uk and com.br begin alike, and com is met most.
  return near.length === 1 || (anyCountry && first === 'com') ? first : null;
}

/**
 * The domain that was probably meant (`gmial.com` → `gmail.com`, `gmail.con` → `gmail.com`), or null where nothing looks wrong.
 * `domain` in lower case.
 */
export function mendDomain(domain: string): string | null {
  if (realLookalikes.has(domain) || shortDomains.has(domain)) return null;
  const parts = splitDomain(domain);
  if (parts === null) return null;
  const sameLetters = byLetters.get(domain.replaceAll('.', ''));
  if (sameLetters !== undefined) return sameLetters === domain ? null : sameLetters;
  const own = ownEnding(parts.name, parts.ending);
  if (own !== null) return `${parts.name}.${own}`;
  const ending = mendEnding(parts.ending);
  const slip = providerEndingSlips.get(ending);
  const name = mendName(parts.name, slip ?? ending);
  if (name !== null) {
    const known = providerByName.get(name)?.endings ?? [];
    const isSlip =
      slip !== undefined &&
      !known.includes(ending) &&
      (known.includes(slip) || (known.length === 0 && slip === 'com'));
    const hasNoOther =
      providerByName.get(name)?.hasNoOther === true &&
      !known.includes(ending) &&
      (bareEnding.test(ending) || runOn.test(ending));
    const mended = `${name}.${hasNoOther ? known[0] : isSlip ? slip : ending}`;
    return mended === domain ? null : mended;
  }
  const mended = `${parts.name}.${ending}`;
  const shortMended = slip === undefined ? mended : `${parts.name}.${slip}`;
  if (shortDomains.has(shortMended)) return shortMended;
  if (ending === parts.ending) return null;
  // A two-letter ending (.ed, .ti) may be a country that we do not know, so it is a slip only behind a known provider.
  return parts.ending.length - parts.ending.lastIndexOf('.') === 3 || parts.ending.length === 2
    ? null
    : mended;
}

const mendedDomains = new Map<string, string | null>();
/** Domains looked up once per process; a sheet has few different ones, an attacker's sheet must not fill the memory. */
const mostRemembered = 20_000;

/** `mendDomain`, looked up once for each domain. */
export function mendedDomain(domain: string): string | null {
  let mended = mendedDomains.get(domain);
  if (mended === undefined) {
    mended = mendDomain(domain);
    if (mendedDomains.size >= mostRemembered) mendedDomains.clear();
    mendedDomains.set(domain, mended);
  }
  return mended;
}

/** The address with its domain mended, or null where nothing looks wrong. The part before the @ stays as written. */
export function emailTypo(email: string): string | null {
  const at = email.lastIndexOf('@');
  const mended = mendedDomain(email.slice(at + 1).toLowerCase());
  return mended === null ? null : email.slice(0, at + 1) + mended;
}
