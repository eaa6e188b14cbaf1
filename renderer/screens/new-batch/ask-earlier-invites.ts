import { bridge } from '../../bridge';
import type { WorkerClient } from '../../worker/worker-client';

/** As many keys of a kind as one question may hold (shared/ipc/contract.ts). */
const keysPerQuestion = 2000;
/** Longer than any address or link that is sent, and than the question takes. */
const longestKey = 8100;

/**
 * Asks the run history of the workspace for everybody in the worker's rows who has not been asked for; the worker keeps the answers.
 * `onFound` is told each time when it has taken some in, so that the rows want to be checked again. Answers false where `isWanted`
 * ended it before the end.
 */
export async function askEarlierInvites(
  sheet: WorkerClient,
  workspaceId: string,
  isWanted: () => boolean,
  onFound: () => void,
): Promise<boolean> {
  for (;;) {
    const question = await sheet.ask('historyQuestion', keysPerQuestion);
    if (!isWanted()) return false;
    if (question === null) return true;
    const { invited } = await bridge.ask('history:find-invited', {
      workspaceId,
      personKeys: fitting(question.personKeys),
      cvLinks: fitting(question.cvLinks),
      atsIds: fitting(question.atsIds),
    });
    if (!isWanted()) return false;
    await sheet.ask('addEarlierInvites', question, invited);
    if (invited.length > 0) onFound();
  }
}

function fitting(keys: readonly string[]): string[] {
  return keys.filter((key) => key.length <= longestKey);
}
