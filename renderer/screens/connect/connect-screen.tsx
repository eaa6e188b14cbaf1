import { ReadingPage } from '../../components/reading-page';
import { useAppInfo } from '../../components/use-app-info';
import { useNavigate } from '../../components/use-navigate';
import { useWorkspaces } from '../../components/use-workspaces';
import styles from './connect-screen.module.css';
import { CheckedKeyCard } from './parts/checked-key-card';
import { ConnectHelp } from './parts/connect-help';
import { KeyField } from './parts/key-field';
import { useConnect } from './use-connect';

interface ConnectProps {
  /** The workspace whose key is replaced; null for a new workspace. */
  readonly replacesWorkspaceId: string | null;
  /** The run to show once the key is saved; the first screen where there is none. */
  readonly returnsToRunId?: string | undefined;
}

/** Paste a key, see what it is and what it may do, name the workspace. The key leaves the window as soon as it is checked. */
export function ConnectScreen({ replacesWorkspaceId, returnsToRunId }: ConnectProps) {
  const navigate = useNavigate();
  const info = useAppInfo();
  const { workspaces, readAgain } = useWorkspaces();
  const replaced = workspaces.find(({ workspaceId }) => workspaceId === replacesWorkspaceId) ?? null;
  const connect = useConnect(replacesWorkspaceId, () => {
    readAgain();
    navigate(
      returnsToRunId === undefined
        ? { kind: 'home' }
        : { kind: 'run', runId: returnsToRunId, hasNewKey: true },
    );
  });

  return (
    <ReadingPage>
      <h1 className="type-page">
        {replaced === null ? 'Connect to Flowmingo' : `Replace the key of ${replaced.name}`}
      </h1>
      <p className={`${styles.lead} text-2`}>
        {replaced === null
          ? 'Paste the secret key. You see it once in Flowmingo, when you create it.'
          : `Paste the new key. The old one, ${replaced.keyShownPart}, is deleted from this computer when the new one is saved.`}
      </p>
      <div className={styles.columns}>
        <div>
          {connect.state.kind === 'checked' ? (
            <CheckedKeyCard
              checked={connect.state.checked}
              failure={connect.state.failure}
              isSaving={connect.state.isSaving}
              keychainName={info?.keychainAvailable ? info.keychainName : null}
              initialName={replaced?.name ?? ''}
              onSave={connect.save}
              onUseAnother={connect.startAgain}
            />
          ) : (
            <KeyField
              state={connect.state}
              environment={replaced?.environment ?? null}
              onCheck={connect.check}
              onChange={connect.forgetFailure}
            />
          )}
        </div>
        <ConnectHelp
          checked={connect.state.kind === 'checked' ? connect.state.checked : null}
          keychainName={info?.keychainAvailable ? info.keychainName : null}
        />
      </div>
    </ReadingPage>
  );
}
