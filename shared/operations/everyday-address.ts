// One quick look at an address, because every address of a sheet gets it. Never says no: what it does not know is looked at part
// by part (email-address.ts).

/** RFC 5321, 4.5.3.1.1. So short a text has no label that is too long (63, RFC 1035, 2.3.4), so that none needs to be measured. */
const longestLookedAt = 64;

/**
 * ASCII letters, digits and `._%+-`, then a domain with an ending of letters; its labels neither begin nor end with a hyphen. An
 * expression takes half the time of a look at each character: cut out of a larger text, as cells are, a text tells them slowly.
 */
const everyday = /^[a-z\d][\w%+-]*(?:\.[\w%+-]+)*@(?:[a-z\d]+(?:-+[a-z\d]+)*\.)+[a-z]{2,}$/i;

/** The rules for one row ask several times in a row for the same address. */
let lastText = '';
let isLastEveryday = false;

/** The text is an address as nearly all are. */
export function isEverydayAddress(text: string): boolean {
  if (text === lastText) return isLastEveryday;
  lastText = text;
  isLastEveryday = text.length <= longestLookedAt && everyday.test(text);
  return isLastEveryday;
}
