import { type Icon, IconAlertTriangle, IconInfoCircle, IconWifiOff, IconX } from '@tabler/icons-react';
import type { Finding } from '../../../../shared/batches/finding';
import { useNavigate } from '../../../components/use-navigate';
import styles from './finding-line.module.css';

const icons: Readonly<Record<Finding['weight'], Icon>> = {
  stops: IconX,
  asks: IconAlertTriangle,
  waits: IconWifiOff,
  tells: IconInfoCircle,
};
const weightWords: Readonly<Record<Finding['weight'], string>> = {
  stops: 'Cannot run: ',
  asks: 'Has changed: ',
  waits: 'Waits: ',
  tells: '',
};

interface FindingLineProps {
  readonly finding: Finding;
  /** Called before the run is shown: a dialog closes itself. */
  readonly onLeave?: () => void;
}

/** One thing that a look before the start has found, with the way to the run that it speaks of. */
export function FindingLine({ finding: { weight, sentence, runId }, onLeave }: FindingLineProps) {
  const navigate = useNavigate();
  const Icon = icons[weight];
  const see = () => {
    if (runId === null) return;
    onLeave?.();
    navigate({ kind: 'run', runId });
  };
  return (
    <p className={styles.finding} data-weight={weight}>
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      <span>
        <span className="sr-only">{weightWords[weight]}</span>
        {sentence}{' '}
        {runId !== null && (
          <button type="button" className="link-button" onClick={see}>
            See that run
          </button>
        )}
      </span>
    </p>
  );
}
