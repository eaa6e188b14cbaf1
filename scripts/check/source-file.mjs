/**
 * What the house rules look at: a file's path, its text, its text without comments, and what it imports.
 */
import { posix } from 'node:path';

/** @typedef {{ path: string, text: string, code: string, imports: { target: string, names: string, isType: boolean, line: number }[] }} SourceFile */

const IMPORT_PATTERNS = [
  /\b(?:import|export)\b([^;'"`]*?)\bfrom\s*['"]([^'"]+)['"]/g,
  /\bimport(\s*)['"]([^'"]+)['"]/g,
  /\b(?:import|require)(\s*)\(\s*['"]([^'"]+)['"]/g,
];

/**
 * @param {string} path relative to the repository, with forward slashes
 * @param {string} text
 * @returns {SourceFile}
 */
export function toSourceFile(path, text) {
  const code = withoutComments(text);
  const imports = IMPORT_PATTERNS.flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => ({
      target: resolveImport(path, match[2]),
      names: match[1],
      // An import of types alone leaves nothing in the program.
      isType: /^\s+type\s/.test(match[1]),
      line: lineOf(code, match.index),
    })),
  );
  return { path, text, code, imports };
}

/** The 1-based line of a place in a text. */
export const lineOf = (text, index) => text.slice(0, index).split('\n').length;

/** A relative import as a path in the repository; a package's name as it stands. */
function resolveImport(path, specifier) {
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), specifier)) : specifier;
}

/** Blanks out comments and keeps every line break, so that line numbers stay true. */
function withoutComments(text) {
  const blank = (comment) => comment.replace(/[^\n]/g, ' ');
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(?<=^|\s)\/\/.*$/gm, blank);
}
