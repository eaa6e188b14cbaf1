// What handlers may call: the services of the app, and the few things that need the operating system's windows.
import type { PushPayload } from '../../shared/ipc/contract';
import type { BackupWork } from '../backup/backup-work';
import type { AppContext } from '../context/app-context';
import type { BatchFileSaver } from '../hand-over/batch-file-saver';
import type { OpenedBatchFiles } from '../hand-over/opened-batch-files';
import type { NetworkSettings } from '../network/connection-pool';
import type { FilePicker } from '../shell/os-file-picker';

export interface HandlerContext extends AppContext {
  readonly version: string;
  readonly electronVersion: string;
  readonly filePicker: FilePicker;
  readonly batchFileSaver: BatchFileSaver;
  readonly openedBatchFiles: OpenedBatchFiles;
  readonly backupWork: BackupWork;
  /** One sentence each: what the start-up has to say. */
  readonly startUpNotices: readonly string[];
  readonly openExternal: (address: string) => Promise<boolean>;
  readonly pushWorkspacesChanged: () => void;
  readonly pushDraftsChanged: () => void;
  /** The window has kept what it holds and may close. */
  readonly letWindowClose: () => void;
  readonly pushLinksChecked: (progress: PushPayload<'links:checked'>) => void;
  /** Runs from which something is still to leave or to come. */
  readonly goingRunCount: () => number;
  /** Closes everything, and starts the app again. */
  readonly restart: () => void;
  /** The way to the network, for its test. */
  readonly network: NetworkSettings;
  /** FLOWMINGO_BASE_URL, or null. */
  readonly loopbackUrl: string | null;
  /** Made with the build. */
  readonly licensesFile: string;
  /** Where "Save as" begins. */
  readonly documentsFolder: string;
}
