// What a cell's text looks like: an address, a link, a date, a number, an id, words. For telling headers from people, never for checking.

export type CellKind = 'blank' | 'email' | 'link' | 'date' | 'number' | 'phone' | 'id' | 'words' | 'long';

/** Longer texts are notes, which say nothing of their column. */
const longestWords = 80;

/** The kind of a text, looked at quickly and generously: `Name <address>` and two addresses are `email` too. */
export function cellKind(text: string): CellKind {
  const trimmed = text.trim();
  if (trimmed === '') return 'blank';
  if (trimmed.includes('@') && /[^\s@<>,;]+@[^\s@<>,;]+/.test(trimmed)) return 'email';
  if (/^(https?:\/\/|www\.|ftp:\/\/|mailto:)/i.test(trimmed)) return 'link';
  if (!/\d/.test(trimmed)) return trimmed.length > longestWords ? 'long' : 'words';
  if (isDate(trimmed)) return 'date';
  if (/^[-+(]?[\p{Sc}\s]*\d[\d\s.,'’\u00a0\u202f]*([eE][+-]?\d+)?\)?\s*[%\p{Sc}]?$/u.test(trimmed))
    return 'number';
  if (/^\p{Sc}?\s*\d[\d\s.,'’\u00a0]*\s*(\p{Sc}|%|[A-Z]{3})$/u.test(trimmed)) return 'number';
  if (/^\+?[\d\s()/.-]{7,}$/.test(trimmed)) return 'phone';
  if (trimmed.length <= 40 && !/\s/.test(trimmed)) return 'id';
  return trimmed.length > longestWords ? 'long' : 'words';
}

function isDate(text: string): boolean {
  return (
    /^\d{1,4}([./-])\s?\d{1,2}\1\s?\d{1,4}\.?([ T,]+\d{1,2}[:.]\d{2}([:.]\d{2})?.*)?$/.test(text) ||
    /^\d{4}年\d{1,2}月\d{1,2}日/.test(text) ||
    /^\d{1,2}[:.]\d{2}([:.]\d{2})?(\s?[ap]m)?$/i.test(text) ||
    /^\d{1,2}\.?[\s-]\p{L}{3,12}\.?[\s-]\d{2,4}$/u.test(text) ||
    /^\p{L}{3,12}\.?\s\d{1,2},?\s\d{4}$/u.test(text)
  );
}

/** Kinds that a header is not: where a column is full of them and the first cell is words, that cell is a header. */
export function isValueKind(kind: CellKind): boolean {
  return (
    kind === 'email' ||
    kind === 'link' ||
    kind === 'date' ||
    kind === 'number' ||
    kind === 'phone' ||
    kind === 'id'
  );
}
