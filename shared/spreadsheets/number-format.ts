// An Excel number format, taken apart once and used for every cell that has it.
// Never evaluates anything: a format that makes no sense is shown as General.

import { localeOfFormat } from './format-locale';

/** A piece of a format. `digits` stands for the whole number with its placeholders. */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digits' }
  | { readonly kind: 'text' }
  | { readonly kind: 'general' }
  /** Part of a date or time: y, m (month), n (minute), d, h, s, a (AM/PM), with its length; `elapsed` counts past 24 hours. */
  | {
      readonly kind: 'date';
      readonly unit: 'y' | 'm' | 'n' | 'd' | 'h' | 's' | 'a' | 'f';
      readonly length: number;
      readonly elapsed: boolean;
    };

/** One of the up to four parts of a format that semicolons separate. */
export interface FormatSection {
  readonly kind: 'number' | 'date' | 'fraction' | 'scientific' | 'text' | 'general';
  readonly tokens: readonly FormatToken[];
  /** Placeholders before the point, in order, with literals between them (`000\-00`). */
  readonly whole: string;
  /** Placeholders after the point. */
  readonly decimals: string;
  readonly grouped: boolean;
  /** The value is divided by 1000 this often, and multiplied by 100 this often. */
  readonly thousandsOff: number;
  readonly percents: number;
  /** Digits of an exponent (`00` in E+00), its sign shown always or only where negative. */
  readonly exponent: { readonly digits: number; readonly plus: boolean } | null;
  /** Fraction: placeholders of the denominator, or the fixed denominator. */
  readonly denominator: string;
  readonly hasWhole: boolean;
  readonly condition: { readonly operator: string; readonly value: number } | null;
  /** The language of names of months and days (BCP 47); null for English. */
  readonly locale: string | null;
}

/** The parts of a format; at most four. */
export function parseNumberFormat(format: string): readonly FormatSection[] {
  return splitSections(format).slice(0, 4).map(parseSection);
}

function splitSections(format: string): string[] {
  const sections: string[] = [];
  let start = 0;
  for (let index = 0; index < format.length; index++) {
    const character = format[index];
    if (character === '\\' || character === '_' || character === '*') index++;
    else if (character === '"') index = endOr(format.indexOf('"', index + 1), format.length);
    else if (character === '[') index = endOr(format.indexOf(']', index + 1), index);
    else if (character === ';') {
      sections.push(format.slice(start, index));
      start = index + 1;
    }
  }
  return [...sections, format.slice(start)];
}

function endOr(found: number, otherwise: number): number {
  return found === -1 ? otherwise : found;
}

const elapsedUnits: Readonly<Record<string, 'h' | 'n' | 's'>> = { h: 'h', m: 'n', s: 's' };

function parseSection(source: string): FormatSection {
  const tokens: FormatToken[] = [];
  let condition: FormatSection['condition'] = null;
  let locale: string | null = null;
  let core = '';
  let hasDate = false;
  const literal = (text: string) => tokens.push({ kind: 'literal', text });
  for (let index = 0; index < source.length; index++) {
    const character = source[index] ?? '';
    const rest = source.slice(index);
    const lower = character.toLowerCase();
    if (character === '\\') {
      index++;
      literal(source[index] ?? '');
    } else if (character === '"') {
      const end = endOr(source.indexOf('"', index + 1), source.length);
      literal(source.slice(index + 1, end));
      index = end;
    } else if (character === '_') {
      index++;
      literal(' ');
    } else if (character === '*') index++;
    else if (character === '[') {
      const end = endOr(source.indexOf(']', index), source.length);
      const inner = source.slice(index + 1, end);
      index = end;
      const compared = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(inner);
      const currency = /^\$([^-]*)/.exec(inner);
      const unit = /^(h+|m+|s+)$/i.test(inner) ? elapsedUnits[(inner[0] ?? '').toLowerCase()] : undefined;
      if (compared) condition = { operator: compared[1] ?? '', value: Number(compared[2]) };
      else if (unit) {
        tokens.push({ kind: 'date', unit, length: inner.length, elapsed: true });
        hasDate = true;
      } else {
        if (currency?.[1]) literal(currency[1]);
        locale = localeOfFormat(inner) ?? locale;
      }
    } else if (/^general/i.test(rest)) {
      tokens.push({ kind: 'general' });
      index += 'general'.length - 1;
    } else if (/^(am\/pm|a\/p|上午\/下午)/i.test(rest)) {
      const length = /^a\/p/i.test(rest) ? 1 : 2;
      tokens.push({ kind: 'date', unit: 'a', length, elapsed: false });
      index += length === 1 ? 2 : 4;
      hasDate = true;
    } else if (
      'ymdhsbeg'.includes(lower) &&
      !(lower === 'e' && /[0#?]/.test(core)) &&
      lower !== 'b' &&
      lower !== 'g'
    ) {
      let length = 1;
      while ((source[index + length] ?? '').toLowerCase() === lower) length++;
      // `e` is the year in East Asian formats.
      tokens.push({
        kind: 'date',
        unit: lower === 'e' ? 'y' : (lower as 'y' | 'm' | 'd' | 'h' | 's'),
        length: lower === 'e' ? 4 : length,
        elapsed: false,
      });
      index += length - 1;
      hasDate = true;
    } else if (hasDate && /^\.0+/.test(rest)) {
      const zeros = /^\.0+/.exec(rest)?.[0] ?? '';
      tokens.push({ kind: 'date', unit: 'f', length: zeros.length - 1, elapsed: false });
      index += zeros.length - 1;
    } else if (character === '@') tokens.push({ kind: 'text' });
    else if (
      !hasDate &&
      /[0#?.,%/]|[Ee][+-]/.test(character === 'E' || character === 'e' ? rest.slice(0, 2) : character)
    ) {
      index += takeDigits(rest, tokens, (part) => {
        core += part;
      });
    } else literal(character);
  }
  return { ...toSection(tokens, core, hasDate, condition), locale };
}

/** Takes the placeholders at the head of `rest`; the first lot puts the number's place among the tokens. Gives how many further characters were taken. */
function takeDigits(rest: string, tokens: FormatToken[], add: (part: string) => void): number {
  const character = rest[0] ?? '';
  if (character === '%') {
    tokens.push({ kind: 'literal', text: '%' });
    add('%');
    return 0;
  }
  const run = /^(?:[Ee][+-]|[0#?.,]|\/\s*\d*)+/.exec(rest)?.[0] ?? character;
  const place = tokens.findIndex((token) => token.kind === 'digits');
  if (place !== -1) {
    // Literals between placeholders, as in 000\-00: they belong inside the number.
    const between = tokens.splice(place + 1);
    for (const token of between)
      if (token.kind === 'literal' && token.text !== '%') add(`\u0000${token.text}\u0000`);
  } else tokens.push({ kind: 'digits' });
  add(run);
  return run.length - 1;
}

function toSection(
  tokens: FormatToken[],
  core: string,
  hasDate: boolean,
  condition: FormatSection['condition'],
): Omit<FormatSection, 'locale'> {
  const percents = core.split('%').length - 1;
  const bare = core.replaceAll('%', '');
  const exponent = /[Ee]([+-])([0#?]+)/.exec(bare);
  const fraction = /\/\s*([\d#?]+)/.exec(bare);
  const mantissa = bare.replace(/[Ee][+-].*$/, '').replace(/\/.*$/, '');
  const [before = '', after = ''] = mantissa.split('.');
  const scaling = /,+$/.exec(mantissa.replace(/\u0000[^\u0000]*\u0000/g, ''))?.[0].length ?? 0;
  const kind = hasDate
    ? 'date'
    : tokens.some((token) => token.kind === 'general')
      ? 'general'
      : fraction
        ? 'fraction'
        : exponent
          ? 'scientific'
          : tokens.some((token) => token.kind === 'text') && !tokens.some((token) => token.kind === 'digits')
            ? 'text'
            : 'number';
  return {
    kind,
    tokens: hasDate ? withMinutes(tokens) : tokens,
    whole: before.replaceAll(',', ''),
    decimals: after.replaceAll(',', ''),
    grouped: /[0#?],+[0#?]/.test(before),
    thousandsOff: scaling,
    percents,
    exponent: exponent ? { digits: (exponent[2] ?? '').length, plus: exponent[1] === '+' } : null,
    denominator: fraction?.[1] ?? '',
    hasWhole: /[0#?]\s*\u0000? ?\u0000?[0#?]/.test(before) || /\u0000 \u0000/.test(before),
    condition,
  };
}

/** `m` after hours or before seconds means minutes. */
function withMinutes(tokens: readonly FormatToken[]): readonly FormatToken[] {
  const dates = tokens.filter((token) => token.kind === 'date');
  return tokens.map((token) => {
    if (token.kind !== 'date' || token.unit !== 'm' || token.length > 2) return token;
    const place = dates.indexOf(token);
    const before = dates[place - 1];
    const after = dates[place + 1];
    const isMinute =
      (before?.kind === 'date' && before.unit === 'h') || (after?.kind === 'date' && after.unit === 's');
    return isMinute ? { ...token, unit: 'n' as const } : token;
  });
}
