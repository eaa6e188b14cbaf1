import { bridge } from '../../bridge';
import type { WorkerClient } from '../../worker/worker-client';

/** As many keys of a kind as one question may hold (shared/ipc/contract.ts). */
const keysPerQuestion = 2000;
/** Longer than any address or link that is sent, and than the question takes. */
const longestKey = 8100;

/**
 * Asks the run history of the workspace for everybody in the worker's rows who has not been asked for; the worker keeps the answers.
 * Answers how many invitations were found; null where `isWanted` ended it before the end.
 */
export async function askEarlierInvites(
  sheet: WorkerClient,
  workspaceId: string,
  isWanted: () => boolean,
): Promise<number | null> {
  let found = 0;
  for (;;) {
    const question = await sheet.ask('historyQuestion', keysPerQuestion);
    if (!isWanted()) return null;
    if (question === null) return found;
    const { invited } = await bridge.ask('history:find-invited', {
      workspaceId,
      personKeys: fitting(question.personKeys),
      cvLinks: fitting(question.cvLinks),
      atsIds: fitting(question.atsIds),
    });
    if (!isWanted()) return null;
    await sheet.ask('addEarlierInvites', question, invited);
    found += invited.length;
  }
}

function fitting(keys: readonly string[]): string[] {
  return keys.filter((key) => key.length <= longestKey);
}
