import { useState } from 'react';
import type { RequestOutput } from '../../../../shared/ipc/contract';
import { bridge } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount } from '../../../components/format-number';
import { useAttempt } from '../../../components/use-attempt';
import styles from './license-list.module.css';

type Packages = RequestOutput<'settings:read-licenses'>['packages'];

/** Whose work is in this app, and under which terms. Read when somebody asks for it. */
export function LicenseList() {
  const [packages, setPackages] = useState<Packages | null>(null);
  const { isAtWork, failure, clearFailure, attempt } = useAttempt();
  const toggle = () =>
    packages !== null
      ? setPackages(null)
      : attempt(async () => setPackages((await bridge.ask('settings:read-licenses', {})).packages));
  return (
    <div className={styles.licenses}>
      <button
        type="button"
        className="link-button"
        aria-expanded={packages !== null}
        disabled={isAtWork}
        onClick={toggle}
      >
        Licenses of the software in this app
      </button>
      {failure && <ErrorPanel failure={failure} onClose={clearFailure} />}
      {packages !== null && (
        <>
          <p className="type-second text-2">
            {formatCount(packages.length, 'package')}, written by others and used here with thanks.
          </p>
          <ul className={styles.list}>
            {packages.map(({ name, version, license, text }) => (
              <li key={`${name} ${version}`}>
                <details>
                  <summary>
                    {name} {version} <span className="text-2">{license}</span>
                  </summary>
                  <pre className={styles.text}>
                    {text === '' ? 'It comes without a text of its own; its license is named above.' : text}
                  </pre>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
