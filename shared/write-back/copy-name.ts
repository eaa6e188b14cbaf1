// What a copy with results is called, by what is in it and what the file was called.

const workbookEndings = ['xlsx', 'xlsm', 'xltx', 'xltm'] as const;
const textEndings = ['csv', 'tsv', 'txt'] as const;

/** The endings that copies have. */
export const copyFormats = [...workbookEndings, ...textEndings] as const;
export type CopyFormat = (typeof copyFormats)[number];

export interface CopyName {
  /** "Graduate fair with results.xlsx" */
  readonly fileName: string;
  readonly format: CopyFormat;
}

/** The longest name before our words: with them and an ending it fits in the 255 bytes of every file system. */
const maxNameLength = 200;

/** The file's own ending, unless that is none of what is in it: a CSV file that is called .xlsx becomes .csv. */
export function toCopyName(fileName: string, isText: boolean): CopyName {
  const [, name = fileName, ending = ''] = /^(.+?)(?:\.([^.]{1,5}))?$/s.exec(fileName) ?? [];
  const fitting: readonly CopyFormat[] = isText ? textEndings : workbookEndings;
  const format = fitting.find((one) => one === ending.toLowerCase()) ?? (isText ? 'csv' : 'xlsx');
  return { fileName: `${name.slice(0, maxNameLength)} with results.${format}`, format };
}
