import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconPlugConnected, IconSchool } from '@tabler/icons-react';
import { useBatchInHand, useNavigate } from '../../../components/use-navigate';
import { useWorkspaces } from '../../../components/use-workspaces';
import styles from './start-cards.module.css';

interface StartCardsProps {
  /** Null where there is none, or it is not known yet. */
  readonly keychainName: string | null;
  readonly onOpenSample: () => void;
}

/** The two ways to begin. Who has connected already begins with a spreadsheet. */
export function StartCards({ keychainName, onOpenSample }: StartCardsProps) {
  const navigate = useNavigate();
  const hasBatch = useBatchInHand() !== null;
  const { workspaces, current } = useWorkspaces();
  const isConnected = workspaces.some(({ environment }) => environment !== 'practice');

  return (
    <div className={styles.cards}>
      {isConnected ? (
        <section className={styles.card}>
          <h2 className={styles.title}>
            <IconFileSpreadsheet size={22} stroke={1.6} aria-hidden="true" />
            Open a spreadsheet
          </h2>
          <p className="text-2">
            XLSX, CSV or text, with one person in each row. It is only read, never changed.
          </p>
          <div className={styles.action}>
            <Button
              size="lg"
              variant="filled"
              onClick={() => navigate({ kind: 'new-batch', opens: 'nothing' })}
            >
              {hasBatch ? 'Back to my batch' : 'New batch'}
            </Button>
            {current && (
              <span className={`${styles.aside} type-second text-2`} title={current.name}>
                Goes to {current.name}
              </span>
            )}
          </div>
        </section>
      ) : (
        <section className={styles.card}>
          <h2 className={styles.title}>
            <IconPlugConnected size={22} stroke={1.6} aria-hidden="true" />
            Connect to Flowmingo
          </h2>
          <p className="text-2">
            Paste a key from your Flowmingo account. An admin can make one in Account Settings, under API
            Keys.
          </p>
          <div className={styles.action}>
            <Button
              size="lg"
              variant="filled"
              onClick={() => navigate({ kind: 'connect', replacesWorkspaceId: null })}
            >
              Paste a key
            </Button>
            {keychainName !== null && <span className="type-second text-2">Kept in the {keychainName}</span>}
          </div>
        </section>
      )}
      <section className={styles.card}>
        <h2 className={styles.title}>
          <IconSchool size={22} stroke={1.6} aria-hidden="true" />
          Practise first
        </h2>
        <p className="text-2">
          A made-up Flowmingo on this computer with sample people. Everything works, and nobody gets email.
        </p>
        <div className={styles.action}>
          <Button size="lg" onClick={onOpenSample}>
            Open a sample file
          </Button>
          <span className="type-second text-2">No account and no network needed</span>
        </div>
      </section>
    </div>
  );
}
