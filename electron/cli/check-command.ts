// check FILE: what a run would make of a file. Needs no key and no ledger, and changes nothing; it goes to the network with --links only.
import { prepareRows } from '../../shared/batches/prepare-rows';
import type { RowProblem } from '../../shared/operations/problem';
import { proposeMapping } from '../../shared/operations/propose-mapping';
import { toPeople } from '../../shared/operations/to-people';
import { otherListNotices } from '../../shared/spreadsheets/other-list';
import type { FileNotice, Table } from '../../shared/spreadsheets/spreadsheet';
import { type OpenedBatchFile, openBatchFile, toOperationWord, toPreparedText } from './batch-file';
import {
  type CheckedFileLinks,
  checkLinks,
  createCliLinkChecker,
  toLinksJson,
  toLinksText,
} from './check-links';
import type { CliIo } from './cli-io';
import { refuseFlags } from './flag-values';
import type { CommandForm, CommandWords } from './parse-arguments';
import { toChoices } from './prepare-batch';
import {
  fileFlags,
  offeredSentence,
  type PeopleFile,
  type ReadFile,
  readPeople,
  toPeopleFile,
} from './read-people';

export const checkForm: CommandForm = {
  name: 'check',
  operands: ['FILE'],
  flags: { ...fileFlags, links: 'switch', json: 'switch' },
};

export const checkHelp = `check FILE [--sheet NAME] [--header-row N] [--map "Header=field"]...
    [--mapping FILE.json] [--no-remembered | --near-remembered] [--links] [--json]

Reads a CSV, Excel or batch file (.flowbatch), maps its columns and checks every row. Sends nothing.
  --sheet NAME          the sheet; without it, the visible one that looks most like people
  --header-row N        the row of the column names, as Excel numbers it; 0: there is none
  --map "Header=field"  the column of a field, by its header or letter; may be repeated
                        fields: email, firstname, lastname, fullname, cv_link, ats_candidate_id
  --mapping FILE.json   mappings that were saved in the app under Settings; one of them has to fit
  --no-remembered       propose the columns anew, also where this header is remembered
  --near-remembered     use the columns as those of a remembered header that is nearly this one
  --links               look whether the CV links answer with a file; without the key, and never at Flowmingo
  --json                one object on the last line
Exit 0: the file was read, problems or not. 1: it was not, with a sentence on stderr.`;

/** As many rows as the answer shows of the people. */
const sampleSize = 5;

interface ProblemJson {
  readonly rowNumber: number | null;
  readonly field: string | null;
  readonly kind: string;
  readonly message: string;
  readonly blocking: boolean;
}

/** @throws CliRefusal */
export async function checkCommand(words: CommandWords, io: CliIo): Promise<number> {
  const batchFile = await openBatchFile(words);
  if (batchFile !== null && batchFile.handedOver.head.work.operation !== 'invite')
    return sayPipelineBatch(batchFile, words, io);
  const result: ReadFile =
    batchFile === null
      ? await readPeople(words.operands[0] as string, words, io)
      : { kind: 'read', people: toPeopleFile(batchFile) };
  if (result.kind === 'unreadable') {
    const { fileName, notice, emptyTable } = result.file;
    io.say(notice.message);
    if (words.has('json'))
      io.print(
        JSON.stringify({
          file: fileName,
          sheet: null,
          headerRow: emptyTable?.headerRow ?? null,
          rows: 0,
          mapping: emptyTable ? toHeaders(emptyTable, proposeMapping(emptyTable).mapping.columns) : {},
          problems: [toNoticeJson(notice)],
          sample: [],
        }),
      );
    return 1;
  }
  const { people } = result;
  if (people.offered !== null)
    io.say(
      `${offeredSentence(people, people.offered)} --near-remembered uses them as last time; a run needs that flag or --no-remembered.`,
    );
  const withPeople = { ...people, people: toPeople(people.table, people.mapping) };
  const choices = toChoices(people);
  let prepared = prepareRows({ ...withPeople, ...choices });
  let links: CheckedFileLinks | null = null;
  if (words.has('links')) {
    links = await checkLinks(prepared.rows, io, createCliLinkChecker(io));
    prepared = prepareRows({ ...withPeople, ...choices, linkOutcomes: links.outcomes });
  }
  const notices = [...people.opened.notices, ...otherListNotices(people.table)];
  const problems = [...notices.map(toNoticeJson), ...prepared.problems.map(toProblemJson)];
  if (words.has('json')) {
    const sample = prepared.rows
      .slice(0, sampleSize)
      .map(({ rowNumber, person }) => ({ rowNumber, ...person }));
    const found = links === null ? {} : { links: toLinksJson(links) };
    io.print(JSON.stringify({ ...toFileJson(people), ...toBatchJson(people), problems, sample, ...found }));
    return 0;
  }
  if (people.opened.handedOver !== undefined) io.print(toPreparedText(people.opened.handedOver));
  printSummary(io, people, problems, prepared.rows.filter(({ skip }) => skip === null).length);
  if (links !== null) io.print(toLinksText(links));
  return 0;
}

/** Work on a pipeline is compared with the pipeline itself when it is run; here only what the file says can be told. */
function sayPipelineBatch({ opened, handedOver }: OpenedBatchFile, words: CommandWords, io: CliIo): number {
  const { head, contentSha256 } = handedOver;
  const operation = toOperationWord(head.work);
  refuseFlags(words, ['links'], `with a batch file of --operation ${operation}, which has no CV links`);
  if (words.has('json')) {
    const batch = { name: head.name, source: head.source, ...head.work, operation };
    io.print(JSON.stringify({ file: opened.fileName, rows: head.rowCount, batch, sha256: contentSha256 }));
    return 0;
  }
  io.print(toPreparedText(handedOver));
  io.print(
    `Operation: ${operation}. Its ${head.rowCount} rows are compared with the pipeline when it is run.`,
  );
  return 0;
}

function toFileJson({ opened, sheet, table, mapping, offered }: PeopleFile) {
  const nearlyRemembered =
    offered === null
      ? {}
      : {
          nearlyRemembered: {
            mapping: toHeaders(table, offered.mapping.columns),
            missing: offered.missing,
            added: offered.added,
          },
        };
  return {
    file: opened.fileName,
    sheet: sheet.name,
    headerRow: table.headerRow,
    rows: table.rows.length,
    mapping: toHeaders(table, mapping.columns),
    ...nearlyRemembered,
  };
}

/** What a batch file says besides its rows; nothing for any other file. */
function toBatchJson({ opened: { handedOver } }: PeopleFile): object {
  if (handedOver === undefined || handedOver.head.work.operation !== 'invite') return {};
  const { name, source, work } = handedOver.head;
  const { operation, target, sendInvite, message, settings, firstRows } = work;
  const batch = { name, source, operation, target, sendInvite, message, settings, firstRows };
  return { batch, sha256: handedOver.contentSha256 };
}

/** Field → header; null where the sheet has no header. */
function toHeaders(table: Table, columns: PeopleFile['mapping']['columns']): Record<string, string | null> {
  const headerOf = (columnIndex: number) =>
    table.headerRow === null
      ? null
      : (table.columns.find((column) => column.columnIndex === columnIndex)?.header ?? null);
  return Object.fromEntries(
    Object.entries(columns).map(([field, columnIndex]) => [field, headerOf(columnIndex)]),
  );
}

function toProblemJson({ rowNumber, field, kind, message, blocking }: RowProblem): ProblemJson {
  return { rowNumber, field, kind, message, blocking };
}

function toNoticeJson({ rowNumber, kind, message, blocking }: FileNotice): ProblemJson {
  return { rowNumber: rowNumber ?? null, field: null, kind, message, blocking };
}

function printSummary(
  io: CliIo,
  { opened, sheet, table, mapping }: PeopleFile,
  problems: readonly ProblemJson[],
  sendable: number,
): void {
  io.print(
    `${opened.fileName}${sheet.name === null ? '' : `, sheet ${sheet.name}`}: ${table.rows.length} rows, ${table.headerRow === null ? 'no header' : `header in row ${table.headerRow}`}.`,
  );
  for (const [field, columnIndex] of Object.entries(mapping.columns)) {
    const column = table.columns.find((one) => one.columnIndex === columnIndex);
    io.print(
      `  ${field}: column ${column?.letter ?? '?'}${column === undefined || column.header === '' ? '' : ` “${column.header}”`}${column?.isHidden ? ', hidden in the sheet' : ''}`,
    );
  }
  for (const { rowNumber, message, blocking } of problems)
    io.print(`${rowNumber === null ? 'File' : `Row ${rowNumber}`}${blocking ? ' (stops)' : ''}: ${message}`);
  io.print(`${sendable} of ${table.rows.length} rows can be sent.`);
}
