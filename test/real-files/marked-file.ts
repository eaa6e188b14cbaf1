import { type RealFile, type RealReading, utf8 } from './real-file';

/**
 * A text file whose lines say in front what a careful person sees in them: `h` the header, `p` somebody, `-` a row
 * below the header that is nobody, `.` anything else. Behind `=>` stands how somebody's line is read, where that is
 * not the line parted at its delimiter.
 */
export function markedFile(
  what: string,
  delimiter: RealReading['delimiter'] & string,
  lines: readonly string[],
  expected: Partial<RealReading> = {},
  options: {
    readonly fileName?: string;
    readonly lineEnd?: string;
    readonly toBytes?: (text: string) => Uint8Array;
    readonly isLastEnded?: boolean;
  } = {},
): RealFile {
  const { fileName = 'people.csv', lineEnd = '\r\n', toBytes = utf8, isLastEnded = true } = options;
  const marks = toMarks(lines, delimiter);
  const rowsOf = (mark: string) => marks.filter((line) => line.mark === mark);
  const [header] = rowsOf('h');
  return {
    what,
    fileName,
    make: () => toBytes(marks.map(({ text }) => text).join(lineEnd) + (isLastEnded ? lineEnd : '')),
    expected: {
      headerRow: header?.rowNumber ?? null,
      delimiter,
      people: rowsOf('p').map(({ rowNumber, cells }) => `${rowNumber}: ${cells.join(' | ')}`),
      leftOut: rowsOf('-').map(({ rowNumber }) => rowNumber),
      ...expected,
    },
  };
}

/** One line with its mark, and what somebody reads in it. */
export interface MarkedLine {
  readonly mark: string;
  readonly rowNumber: number;
  readonly text: string;
  readonly cells: readonly string[];
}

/** The lines with their row numbers, parted at the delimiter unless they say how they are read. */
export function toMarks(lines: readonly string[], delimiter: string): readonly MarkedLine[] {
  return lines.map((line, index) => {
    const [text = '', reading] = line.slice(2).split(' => ');
    const cells = (reading?.split(' | ') ?? text.split(delimiter)).map((cell) => cell.trim());
    return { mark: line[0] ?? '.', rowNumber: index + 1, text, cells: cells.filter((cell) => cell !== '') };
  });
}
