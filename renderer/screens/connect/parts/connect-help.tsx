import { baseUrls, knownScopes, type Scope, scopeLabels } from '../../../../shared/workspaces/workspace';
import type { CheckedKey } from '../../../../shared/workspaces/workspace-view';
import { bridge } from '../../../bridge';
import styles from './connect-help.module.css';

interface ConnectHelpProps {
  readonly checked: CheckedKey | null;
  readonly keychainName: string | null;
}

/** What a key without the scope cannot be used for. */
const offWithout: Readonly<Record<Scope, string>> = {
  invite_candidates: 'Inviting people needs a key with the scope invite_candidates.',
  read_hiring:
    'Choosing from lists of interview sets, projects and job posts needs a key with the scope read_hiring.',
  write_pipeline: 'Adding, moving and rejecting need a key with the scope write_pipeline.',
};

function hostOf(checked: CheckedKey | null): string {
  return checked === null || checked.environment === 'practice'
    ? 'Flowmingo'
    : new URL(baseUrls[checked.environment]).host;
}

/** Where a key comes from, what it is missing, and what becomes of it. */
export function ConnectHelp({ checked, keychainName }: ConnectHelpProps) {
  const missing = checked === null ? [] : knownScopes.filter((scope) => !checked.scopes.includes(scope));
  const isKept =
    keychainName === null
      ? 'It stays in this app’s memory until you close it'
      : `It goes to the ${keychainName}`;
  return (
    <aside className={styles.help} aria-label="About keys">
      <section>
        <h2 className="type-section">Where to find a key</h2>
        <ol className={styles.steps}>
          <li>
            <span>
              Sign in at <b>team.flowmingo.ai</b> as an admin.
            </span>
          </li>
          <li>
            <span>
              Open the avatar menu, then <b>Account Settings</b>, then <b>API Keys</b>.
            </span>
          </li>
          <li>
            <span>
              Choose <b>Create New Secret Key</b>, tick what it may do, and copy it.
            </span>
          </li>
        </ol>
        <button
          type="button"
          className="link-button"
          onClick={() => void bridge.ask('app:open-link', { link: 'api-keys' }).catch(() => undefined)}
        >
          Open API Keys in the browser
        </button>
      </section>
      {missing.length > 0 && (
        <section>
          <h2 className="type-section">What stays off with this key</h2>
          {missing.map((scope) => (
            <p key={scope} className="text-2" title={scopeLabels[scope]}>
              {offWithout[scope]}
            </p>
          ))}
          <p className="text-2">
            Those buttons stay visible but off, and say why. You can replace the key later. Nothing else
            changes.
          </p>
        </section>
      )}
      <section>
        <h2 className="type-section">What happens to the key</h2>
        <p className="text-2">
          {isKept} and is sent only to {hostOf(checked)}. It is never shown again, and is in no file, log or
          export.
        </p>
      </section>
    </aside>
  );
}
