import { UnstyledButton } from '@mantine/core';
import {
  type Icon,
  IconHistory,
  IconLayoutColumns,
  IconPlus,
  IconSettings,
  IconStack2,
} from '@tabler/icons-react';
import type { Screen } from '../screen';
import { useNavigate } from '../use-navigate';
import { useQueue } from '../use-queue';
import { Logo } from './logo';
import styles from './shell.module.css';

interface RailItem {
  readonly label: string;
  readonly Icon: Icon;
  readonly goesTo: Screen;
  readonly isFor: readonly Screen['kind'][];
}

const workItems: readonly RailItem[] = [
  {
    label: 'New batch',
    Icon: IconPlus,
    goesTo: { kind: 'new-batch', opens: 'nothing' },
    isFor: ['new-batch'],
  },
  { label: 'Batches', Icon: IconStack2, goesTo: { kind: 'batches' }, isFor: ['batches'] },
  { label: 'Runs', Icon: IconHistory, goesTo: { kind: 'runs' }, isFor: ['runs', 'run', 'unsure'] },
  { label: 'Pipeline', Icon: IconLayoutColumns, goesTo: { kind: 'pipeline' }, isFor: ['pipeline'] },
];
const settingsItem: RailItem = {
  label: 'Settings',
  Icon: IconSettings,
  goesTo: { kind: 'settings' },
  isFor: ['settings', 'connect'],
};

interface RailButtonProps {
  readonly item: RailItem;
  readonly at: Screen['kind'];
  /** Stands at the icon; said in words for screen readers. */
  readonly badge?: { readonly count: number; readonly words: string };
}

function RailButton({ item, at, badge }: RailButtonProps) {
  const navigate = useNavigate();
  return (
    <UnstyledButton
      className={styles.railItem}
      aria-current={item.isFor.includes(at) ? 'page' : undefined}
      onClick={() => navigate(item.goesTo)}
    >
      <span className={styles.railIcon}>
        <item.Icon size={20} stroke={1.6} aria-hidden="true" />
        {badge !== undefined && badge.count > 0 && (
          <span className={styles.badge} aria-hidden="true">
            {badge.count > 99 ? '99+' : badge.count}
          </span>
        )}
      </span>
      {item.label}
      {badge !== undefined && badge.count > 0 && <span className="sr-only">, {badge.words}</span>}
    </UnstyledButton>
  );
}

/** The way between the app's parts. The mark at its top leads to the first screen. */
export function Rail({ at }: { readonly at: Screen['kind'] }) {
  const navigate = useNavigate();
  const { asked } = useQueue();
  const readyCount = asked.kind === 'ready' ? asked.value.batches.length : 0;
  return (
    <nav className={styles.rail} aria-label="Main">
      <UnstyledButton
        className={styles.logo}
        aria-label="First screen"
        aria-current={at === 'home' ? 'page' : undefined}
        onClick={() => navigate({ kind: 'home' })}
      >
        <Logo />
      </UnstyledButton>
      {workItems.map((item) => (
        <RailButton
          key={item.label}
          item={item}
          at={at}
          {...(item.goesTo.kind === 'batches'
            ? { badge: { count: readyCount, words: `${readyCount} ready` } }
            : {})}
        />
      ))}
      <div className={styles.railEnd}>
        <RailButton item={settingsItem} at={at} />
      </div>
    </nav>
  );
}
