// Tells when the computer goes to sleep and when it is awake again. Requests on their way would be lost by it.
import { powerMonitor } from 'electron';

export interface PowerListener {
  readonly onSuspend: () => void;
  readonly onResume: () => void;
}

/** To be called once, after the app is ready. */
export function watchPower({ onSuspend, onResume }: PowerListener): void {
  powerMonitor.on('suspend', onSuspend);
  powerMonitor.on('resume', onResume);
}
