// Why results could not be put into a file, as a sentence for the screen.

/** Nothing was written; `message` says why, and what to do instead. */
export class WriteBackRefused extends Error {
  override readonly name = 'WriteBackRefused';
}

/** What is said where the copy did not come out as it should. */
export function copyDiffers(what: string): WriteBackRefused {
  return new WriteBackRefused(
    `We checked the copy before saving it, and ${what}. Nothing was saved, and your file is as it was. Use Save as XLSX, which makes a workbook of its own.`,
  );
}
