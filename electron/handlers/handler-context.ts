// What handlers may call: the services of the app, and the few things that need the operating system's windows.
import type { PushPayload } from '../../shared/ipc/contract';
import type { AppContext } from '../context/app-context';
import type { FilePicker } from '../shell/os-file-picker';

export interface HandlerContext extends AppContext {
  readonly version: string;
  readonly electronVersion: string;
  readonly filePicker: FilePicker;
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
