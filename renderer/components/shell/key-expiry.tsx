import type { WorkspaceView } from '../../../shared/workspaces/workspace-view';
import { formatDistance, formatShortDay } from '../format-date';

/** Two weeks: long enough to ask an admin for a new key. */
const soonMs = 14 * 24 * 3600 * 1000;

/** When a workspace's key ends, as the second half of a line; amber when it is soon, and said plainly when the key is gone. */
export function KeyExpiry({ workspace }: { readonly workspace: WorkspaceView }) {
  const { environment, expiresAtMs, keyKeptIn } = workspace;
  if (environment === 'practice') return null;
  if (keyKeptIn === 'missing')
    return (
      <>
        {' '}
        · <b className="tone-warning">Key missing</b>
      </>
    );
  if (expiresAtMs === null) return <> · Key never expires</>;
  const nowMs = Date.now();
  if (expiresAtMs <= nowMs)
    return (
      <>
        {' '}
        · <b className="tone-refused">Key expired on {formatShortDay(expiresAtMs)}</b>
      </>
    );
  if (expiresAtMs - nowMs <= soonMs)
    return (
      <>
        {' '}
        · <b className="tone-warning">Key expires {formatDistance(expiresAtMs, nowMs)}</b>
      </>
    );
  return <> · Key expires {formatShortDay(expiresAtMs)}</>;
}
