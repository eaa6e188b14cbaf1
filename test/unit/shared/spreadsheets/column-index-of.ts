/** 0-based: A is 0, AA is 26. */
export function columnIndexOf(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
