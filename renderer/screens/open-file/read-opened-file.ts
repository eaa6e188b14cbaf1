import { bridge } from '../../bridge';
import type { FileToOpen } from './use-open-file';

/** The batch file that was double-clicked, read piece by piece from the main process when it is opened. */
export function readOpenedFile({
  openedId,
  fileName,
}: {
  readonly openedId: string;
  readonly fileName: string;
}): FileToOpen {
  const source = async () => {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let offset = 0; ; ) {
      const { bytes } = await bridge.ask('handover:read-opened', { openedId, offset });
      if (bytes === null) return new Blob(pieces);
      pieces.push(bytes);
      offset += bytes.length;
    }
  };
  return { fileName, source };
}
