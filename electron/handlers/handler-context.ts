// What handlers may call: the services of the app, and the few things that need the operating system's windows.
import type { PushPayload } from '../../shared/ipc/contract';
import type { AppContext } from '../context/app-context';
import type { BatchFileSaver } from '../hand-over/batch-file-saver';
import type { OpenedBatchFiles } from '../hand-over/opened-batch-files';
import type { FilePicker } from '../shell/os-file-picker';

export interface HandlerContext extends AppContext {
  readonly version: string;
  readonly electronVersion: string;
  readonly filePicker: FilePicker;
  readonly batchFileSaver: BatchFileSaver;
  readonly openedBatchFiles: OpenedBatchFiles;
  /** One sentence each: what the start-up has to say. */
  readonly startUpNotices: readonly string[];
  readonly openExternal: (address: string) => Promise<boolean>;
  readonly pushWorkspacesChanged: () => void;
  readonly pushDraftsChanged: () => void;
  /** The window has kept what it holds and may close. */
  readonly letWindowClose: () => void;
  readonly pushLinksChecked: (progress: PushPayload<'links:checked'>) => void;
  /** Where "Save as" begins. */
  readonly documentsFolder: string;
}
