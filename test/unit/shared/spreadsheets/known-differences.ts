import { columnIndexOf } from './column-index-of';
import { corpusFormats, corpusNumbers } from './make-corpus';

/** A cell that two readers read differently. '' stands for a cell that is not there. */
export interface Difference {
  readonly file: string;
  readonly reader: string;
  readonly place: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Differences that were looked into. `right` says who shows what Excel shows, `why` what the other one does. */
interface KnownDifference {
  readonly right: 'we' | 'they';
  readonly why: string;
  readonly covers: (difference: Difference) => boolean;
}

/** The number and the format behind a cell of the file `numbers`. */
function numberAt(place: string): { value: number; format: string } {
  const [, letters = '', row = ''] = /!([A-Z]+)(\d+)$/.exec(place) ?? [];
  return {
    value: corpusNumbers[Number(row) - 2] ?? Number.NaN,
    format: corpusFormats[columnIndexOf(letters)] ?? '',
  };
}

function amongNumbers(
  reader: string,
  covers: (cell: { value: number; format: string } & Difference) => boolean,
): (difference: Difference) => boolean {
  return (difference) =>
    difference.file === 'numbers' &&
    difference.reader === reader &&
    covers({ ...numberAt(difference.place), ...difference });
}

const isDateFormat = (format: string) => /[dyhs]/.test(format.replace(/"[^"]*"|\[(?!h|m).*?\]/g, ''));
const bare = (text: string) => text.replace(/\s/g, '');
/** 31 December 9999. */
const lastDay = 2_958_465;

/** Every rule must cover a difference that exists; what none covers fails the test. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    right: 'we',
    why: 'A whole number of 12 to 15 digits in a format for science is an ID or a phone number, and all its digits are in the file (samples/README.md); hucre shows 1.23E+11, as Excel does.',
    covers: amongNumbers(
      'hucre',
      ({ value, format }) =>
        Number.isInteger(value) && Math.abs(value) >= 1e11 && Math.abs(value) < 1e15 && /E\+0/.test(format),
    ),
  },
  {
    right: 'we',
    why: 'Excel keeps 15 digits and shows zeros, or an exponent, beyond them; hucre shows all digits of the float.',
    covers: amongNumbers('hucre', ({ value, format }) => value >= 1e15 && !isDateFormat(format)),
  },
  {
    right: 'we',
    why: 'The same, for the damaged id of a sample: Excel shows 1.23457E+15, and so does the recruiter’s screen.',
    covers: ({ file, reader, ours, theirs }) =>
      file.startsWith('07') &&
      reader === 'hucre' &&
      ours === Number(theirs).toExponential(5).replace('e', 'E'),
  },
  {
    right: 'we',
    why: 'General shows at most eleven characters; hucre shows all digits of the float.',
    covers: amongNumbers(
      'hucre',
      ({ value, format, theirs }) =>
        (format === 'General' || format === '@') && value < 1e15 && Number(theirs) === value,
    ),
  },
  {
    right: 'we',
    why: 'hucre leaves out a currency that stands in brackets with its language.',
    covers: amongNumbers(
      'hucre',
      ({ format, ours, theirs }) => format.includes('[$') && bare(ours).replace(/[€$]/, '') === bare(theirs),
    ),
  },
  {
    right: 'we',
    why: 'The blanks with which Excel lines fractions up are no part of the text.',
    covers: amongNumbers(
      'hucre',
      ({ format, ours, theirs }) => format.includes('?') && bare(ours) === bare(theirs),
    ),
  },
  {
    right: 'we',
    why: 'Excel has a day 0 and a 29 February 1900 and rounds seconds; hucre counts the real calendar and cuts them.',
    covers: amongNumbers('hucre', ({ value, format }) => isDateFormat(format) && value >= 0 && value < 61),
  },
  {
    right: 'we',
    why: 'Excel has no dates below 0 or after 9999 and fills such cells with #; the number says more. hucre shows NaN.',
    covers: amongNumbers(
      'hucre',
      ({ value, format }) => isDateFormat(format) && (value < 0 || value > lastDay),
    ),
  },
  {
    right: 'we',
    why: 'The sign of a negative number stands before the first literal; hucre puts it inside, or loses it.',
    covers: amongNumbers('hucre', ({ value, format }) => value < 0 && /^["(]/.test(format)),
  },
  {
    right: 'we',
    why: '##0.0E+0 keeps the exponent a multiple of three; hucre shows one digit before the point.',
    covers: amongNumbers('hucre', ({ format }) => format === '##0.0E+0'),
  },
  {
    right: 'we',
    why: 'exceljs makes dates that JavaScript cannot hold of large numbers.',
    covers: amongNumbers(
      'exceljs',
      ({ value, format, theirs }) => isDateFormat(format) && value > lastDay && theirs === '',
    ),
  },
  {
    right: 'we',
    why: 'exceljs drops the result of a formula that is 0 or false.',
    covers: ({ file, reader, ours, theirs }) =>
      file === 'texts' && reader === 'exceljs' && ['0', 'FALSE'].includes(ours) && theirs === '',
  },
  {
    right: 'we',
    why: 'exceljs loses a CDATA text, and with it the rest of the row.',
    covers: ({ file, reader, theirs }) => file === 'in-line' && reader === 'exceljs' && theirs === '',
  },
  {
    right: 'we',
    why: 'A link over a range belongs to each of its cells; others lose it.',
    covers: ({ file, place, theirs }) =>
      file === 'links over ranges' && place.endsWith(' link') && theirs === '',
  },
  {
    right: 'we',
    why: 'A HYPERLINK formula makes a link like any other; others keep the formula only.',
    covers: ({ file, place, theirs }) =>
      file === 'a formula’s link' && place.endsWith(' link') && theirs === '',
  },
  {
    right: 'we',
    why: 'A line break is one character in a cell, also where it was written as CR and LF.',
    covers: ({ file, ours, theirs }) => file === 'strings' && ours === theirs.replace('\r\n', '\n'),
  },
  {
    right: 'we',
    why: 'A date that is written out is shown in its format; hucre gives what is written, exceljs a day of 1905.',
    covers: ({ file, place, ours }) =>
      file === 'strict Open XML' && place === 'People!B2' && ours === '09/05/2025',
  },
  {
    right: 'we',
    why: 'exceljs cannot read tags with a prefix at all.',
    covers: ({ file, reader, place }) =>
      file.startsWith('prefixes') && reader === 'exceljs' && place === 'nothing is read',
  },
];
