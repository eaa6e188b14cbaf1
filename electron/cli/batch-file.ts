// A batch file on disk, for the commands that take one in the place of a spreadsheet. What it says counts where no flag says otherwise.
// Never reads its rows another way than the window does.
import { type BatchFileHead, batchFileExtension, type InviteWork } from '../../shared/hand-over/batch-file';
import type { HandedOver } from '../../shared/hand-over/batch-file-reader';
import { isCleanMessage } from '../../shared/messages/clean-message';
import { CliRefusal } from './cli-refusal';
import { refuseFlags } from './flag-values';
import type { CommandWords } from './parse-arguments';
import { type OpenedFile, openFile } from './read-table';

/** A batch file that could be read. */
export interface OpenedBatchFile extends OpenedFile {
  readonly handedOver: HandedOver;
}

/** What a batch file says itself: how it was read, and what it is for. */
const saidByTheFile = [
  'operation',
  'sheet',
  'header-row',
  'map',
  'mapping',
  'no-remembered',
  'near-remembered',
];

/** The file of these words, where it is called a batch file; null for any other. @throws CliRefusal where it cannot be read. */
export async function openBatchFile(words: CommandWords): Promise<OpenedBatchFile | null> {
  const filePath = words.operands[0] as string;
  if (!isCalledBatchFile(filePath)) return null;
  refuseFlags(words, saidByTheFile, 'with a batch file, which says it itself');
  const file = await openFile(filePath);
  const { handedOver } = file.opened;
  if (file.blocking !== null) throw new CliRefusal(file.blocking.message);
  if (handedOver === undefined) throw new Error('A batch file was opened as something else.');
  return { ...file, handedOver };
}

export function isCalledBatchFile(filePath: string): boolean {
  return filePath.toLowerCase().endsWith(`.${batchFileExtension}`);
}

/** The operation as --operation takes it. */
export function toOperationWord({
  operation,
}: BatchFileHead['work']): 'invite' | 'add' | 'move' | 'reject' | 'changes' {
  return operation === 'as-edited' ? 'changes' : operation;
}

/** The message of a batch file. @throws CliRefusal where it holds what nobody would see who looks at it. */
export function needPlainMessage({ message }: InviteWork): string | null {
  if (message === null || isCleanMessage(message)) return message;
  throw new CliRefusal(
    'The message of this batch file holds HTML that mail does not show or that could mislead. Nothing was done. Open the file in the app, which takes it out, or name another with --message-file.',
  );
}

/** "Prepared as “Graduate fair”: 312 people, 6 left out, from list.xlsx." */
export function toPreparedText({ head, rows }: HandedOver): string {
  const leftOut = rows.filter((row) => row.leftOut !== undefined).length;
  const count = rows.length - leftOut;
  const people = `${count} ${count === 1 ? 'person' : 'people'}${leftOut === 0 ? '' : `, ${leftOut} left out`}`;
  return `Prepared as “${head.name}”: ${people}, from ${head.source.fileName}.`;
}
