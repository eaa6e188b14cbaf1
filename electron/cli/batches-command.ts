// batches: what is ready to run, in the order of the queue. Sends nothing and asks no keychain.
import { openCliContext } from './cli-context';
import type { CliIo } from './cli-io';
import { counted } from './counted';
import type { CommandForm, CommandWords } from './parse-arguments';

export const batchesForm: CommandForm = { name: 'batches', operands: [], flags: { json: 'switch' } };

export const batchesHelp = `batches [--json]

Lists the batches that were kept ready in the app, in the order in which the queue runs them.`;

/** @throws CliRefusal, AppError `store/…` */
export async function batchesCommand(words: CommandWords, io: CliIo): Promise<number> {
  const context = await openCliContext(io, 'reads-history');
  try {
    const batches = context.ledger.ready.list();
    if (words.has('json')) {
      const list = batches.map(
        ({ batchId, name, operation, targetTitle, sendable, total, startsItself }) => ({
          batchId,
          name,
          operation,
          target: targetTitle,
          sendable,
          total,
          startsItself,
        }),
      );
      io.print(JSON.stringify({ batches: list }));
      return 0;
    }
    if (batches.length === 0) io.print('No batch is ready.');
    for (const [place, { batchId, name, operation, targetTitle, sendable, total }] of batches.entries())
      io.print(
        `${place + 1}  ${batchId}  ${operation}  ${name} to ${targetTitle ?? '(target still open)'}: ${counted(sendable, 'person', 'people')} of ${total} rows`,
      );
    return 0;
  } finally {
    await context.close();
  }
}
