import type { FileSource } from './use-open-file';

/** What was pasted, as a file: a file itself, or cells as text. Null where there is neither. */
export function pastedSource(data: Pick<DataTransfer, 'files' | 'getData'>): FileSource | null {
  const file = data.files[0];
  const text = data.getData('text/plain');
  // Excel puts a picture of the cells beside their text: the text is meant.
  if (text.trim() !== '')
    return { fileName: 'Pasted cells', source: new TextEncoder().encode(text), choice: toChoice(text) };
  return file === undefined ? null : { fileName: file.name, source: file };
}

/** Cells from a spreadsheet are parted by tabs; pasted CSV text is read as such a file would be. */
function toChoice(text: string): FileSource['choice'] {
  return text.includes('\t') ? { encoding: 'utf-8', delimiter: '\t' } : { encoding: 'utf-8' };
}
