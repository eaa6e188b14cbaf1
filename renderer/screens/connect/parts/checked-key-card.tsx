import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconKey, IconLock, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { knownScopes, scopeLabels } from '../../../../shared/workspaces/workspace';
import type { CheckedKey } from '../../../../shared/workspaces/workspace-view';
import type { BridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { formatDay, formatDistance, formatTime } from '../../../components/format-date';
import { EnvironmentBand } from '../../../components/shell/environment-band';
import styles from './checked-key-card.module.css';

interface CheckedKeyCardProps {
  readonly checked: CheckedKey;
  readonly failure: BridgeFailure | null;
  readonly isSaving: boolean;
  /** Null where this computer has no keychain. */
  readonly keychainName: string | null;
  readonly initialName: string;
  readonly onSave: (name: string) => void;
  readonly onUseAnother: () => void;
}

/** The contract takes 80 characters. */
const maxNameLength = 80;

function Expiry({ expiresAtMs }: { readonly expiresAtMs: number | null }) {
  if (expiresAtMs === null) return <>Never</>;
  return (
    <>
      {formatDay(expiresAtMs)} <span className="text-2">{formatDistance(expiresAtMs, Date.now())}</span>
    </>
  );
}

/** What a key turned out to be, what it may do, and where it is kept; the recruiter names the workspace. */
export function CheckedKeyCard({
  checked,
  failure,
  isSaving,
  keychainName,
  initialName,
  onSave,
  onUseAnother,
}: CheckedKeyCardProps) {
  const [name, setName] = useState(initialName);
  const { environment, organizationId, scopes, expiresAtMs, keyShownPart, checkedAtMs } = checked;
  const canSave = name.trim() !== '' && !isSaving;

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (canSave) onSave(name.trim());
  };

  return (
    <form onSubmit={save}>
      <p className={styles.key}>
        <IconKey size={16} stroke={1.6} aria-hidden="true" />
        <span>
          <span className="sr-only">Key </span>
          {keyShownPart}.<span aria-hidden="true">••••••••••••••••</span>
        </span>
      </p>
      <p className={styles.accepted} role="status">
        <IconCheck size={16} aria-hidden="true" />
        Flowmingo accepted this key at {formatTime(checkedAtMs)}.{' '}
        <span className="text-2">Only its first part is shown from now on.</span>
      </p>
      <div className={styles.card}>
        <div className={styles.band}>
          <EnvironmentBand place={environment} withSentence />
        </div>
        <dl className={styles.facts}>
          <dt>Organization</dt>
          <dd>
            <b>{organizationId ?? 'Without a number'}</b>
          </dd>
          <dt>
            <label htmlFor="workspace-name">Your name for it</label>
          </dt>
          <dd>
            <TextInput
              id="workspace-name"
              w={280}
              maxLength={maxNameLength}
              value={name}
              autoFocus
              onChange={(event) => setName(event.target.value)}
            />
          </dd>
          <dt>It may</dt>
          <dd>
            <ul className={styles.scopes}>
              {knownScopes.map((scope) =>
                scopes.includes(scope) ? (
                  <li key={scope}>
                    <IconCheck size={16} color="var(--done)" aria-hidden="true" />
                    {scopeLabels[scope]}
                  </li>
                ) : (
                  <li key={scope} className="text-2">
                    <IconX size={16} aria-hidden="true" />
                    {scopeLabels[scope]} <span className={styles.tag}>Not in this key</span>
                  </li>
                ),
              )}
            </ul>
          </dd>
          <dt>Expires</dt>
          <dd>
            <Expiry expiresAtMs={expiresAtMs} />
          </dd>
          <dt>Kept in</dt>
          <dd>
            {keychainName === null ? (
              <>
                <IconAlertTriangle size={16} color="var(--warning)" aria-hidden="true" />
                <span>
                  This session only. This computer has no keychain that we can use, so you will paste the key
                  again next time.
                </span>
              </>
            ) : (
              <>
                <IconLock size={16} stroke={1.6} aria-hidden="true" />
                <span>{keychainName}</span>
              </>
            )}
          </dd>
        </dl>
      </div>
      {failure && <ErrorPanel failure={failure} />}
      <div className={styles.actions}>
        <Button type="submit" size="lg" variant="filled" disabled={!canSave}>
          {initialName === '' ? 'Save this workspace' : 'Replace the key'}
        </Button>
        <Button size="lg" onClick={onUseAnother}>
          Use another key
        </Button>
        {name.trim() === '' && (
          <span className="type-second text-2">
            Flowmingo gives a number and no name. Give it one to save it.
          </span>
        )}
      </div>
    </form>
  );
}
