// Said before a batch file is run whose content was run here before. It stops nothing: whoever was invited then is left out anyway.
import type { HistoryStore } from '../store/history-store';
import type { CliIo } from './cli-io';

export function sayRanBefore(history: HistoryStore, contentSha256: string, io: CliIo): void {
  const [newest] = history.findRunsOfContent(contentSha256);
  if (newest === undefined) return;
  const { runNumber, workspaceName, atMs } = newest;
  io.say(
    `The same batch was run here before: run ${runNumber}, in ${workspaceName}, ${new Date(atMs).toLocaleString()}.`,
  );
}
