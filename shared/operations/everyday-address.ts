// One quick look at an address, character by character, because every address of a sheet gets it. Never says no: what it does not
// know is looked at part by part (email-address.ts).

const letter = 1;
const digit = 2;
/** `_`, `%` and `+`, which may stand before the @ only. */
const beforeAtOnly = 4;
const hyphen = 8;

const dot = 0x2e;
/** RFC 1035, 2.3.4. */
const longestLabel = 63;

/** What each ASCII character may be in an address; 0 for what needs the closer look. */
const kinds = new Uint8Array(128);
for (let code = 0; code < kinds.length; code++) {
  const character = String.fromCharCode(code);
  if (/[a-z]/i.test(character)) kinds[code] = letter;
  else if (/\d/.test(character)) kinds[code] = digit;
  else if (/[_%+]/.test(character)) kinds[code] = beforeAtOnly;
  else if (character === '-') kinds[code] = hyphen;
}

/** The rules for one row ask several times in a row for the same address. */
let lastText = '';
let isLastEveryday = false;

const kindOf = (code: number): number => (code < kinds.length ? (kinds[code] ?? 0) : 0);

/** The text is an address as nearly all are: ASCII letters, digits and `._%+-`, then a domain with an ending of letters. */
export function isEverydayAddress(text: string): boolean {
  if (text === lastText) return isLastEveryday;
  const at = text.indexOf('@');
  lastText = text;
  isLastEveryday = at > 0 && isBeforeAt(text, at) && isDomain(text, at + 1);
  return isLastEveryday;
}

function isBeforeAt(text: string, at: number): boolean {
  if ((kindOf(text.charCodeAt(0)) & (letter | digit)) === 0) return false;
  let isAfterDot = false;
  for (let index = 1; index < at; index++) {
    const code = text.charCodeAt(index);
    if (code === dot) {
      if (isAfterDot) return false;
      isAfterDot = true;
    } else if (kindOf(code) === 0) return false;
    else isAfterDot = false;
  }
  return !isAfterDot;
}

/** At least two labels that neither begin nor end with a hyphen, the last one of letters. */
function isDomain(text: string, from: number): boolean {
  let start = from;
  /** The kinds of the label's characters, and of its last one. */
  let seen = 0;
  let last = 0;
  for (let index = from; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === dot) {
      const length = index - start;
      if (length === 0 || length > longestLabel || last === hyphen) return false;
      start = index + 1;
      seen = 0;
      last = 0;
      continue;
    }
    const kind = kindOf(code);
    if (kind === 0 || kind === beforeAtOnly || (kind === hyphen && index === start)) return false;
    seen |= kind;
    last = kind;
  }
  const length = text.length - start;
  return start > from && seen === letter && length >= 2 && length <= longestLabel;
}
