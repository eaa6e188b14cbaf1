import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { formatTime } from '../format-date';
import { useOnline } from '../use-online';
import { useWorkspaces } from '../use-workspaces';
import { EnvironmentBand } from './environment-band';
import { environmentLook } from './environment-look';
import styles from './shell.module.css';
import { WorkspaceMenu } from './workspace-menu';

/** Says where everything that is done here goes: icon, word and line in the environment's colour, in the window's title too. */
export function EnvironmentBar() {
  const { current } = useWorkspaces();
  const online = useOnline();
  const place = current?.environment ?? 'none';
  const { word, sentence } = environmentLook[place];
  const title = [word, current?.name, 'Flowmingo Batch'].filter((part) => part !== undefined).join(' · ');

  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <header className={styles.bar} data-place={place}>
      <EnvironmentBand place={place} />
      <WorkspaceMenu />
      <div className={styles.sentence}>{sentence}</div>
      <div className={styles.online} data-kind={online.kind} role="status">
        {online.kind === 'online' ? (
          <>
            <span className={styles.dot} aria-hidden="true" />
            Online
          </>
        ) : (
          <>
            <IconAlertTriangle size={16} aria-hidden="true" />
            Offline since {formatTime(online.sinceMs)}. You can go on preparing.
          </>
        )}
      </div>
    </header>
  );
}
