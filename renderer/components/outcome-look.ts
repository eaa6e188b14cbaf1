import {
  type Icon,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleXFilled,
  IconClock,
  IconEqual,
  IconHelpCircleFilled,
} from '@tabler/icons-react';
import { type Outcome, outcomeLabels } from '../../shared/runs/row-state';

/** An outcome, or a row that is on its way: the run screen calls what is not sent yet "To go" and what waits "Waiting". */
export type OutcomeName = Outcome | 'toGo' | 'waiting' | 'inFlight';

interface OutcomeLook {
  readonly label: string;
  readonly Icon: Icon;
  /** The text's colour. */
  readonly color: string;
  /** The bar's colour. */
  readonly bar: string;
}

/** Icon, word and colours of each outcome, on every screen alike. */
export const outcomeLook: Readonly<Record<OutcomeName, OutcomeLook>> = {
  done: {
    label: outcomeLabels.done,
    Icon: IconCircleCheckFilled,
    color: 'var(--done)',
    bar: 'var(--done-bar)',
  },
  alreadyThere: {
    label: outcomeLabels.alreadyThere,
    Icon: IconEqual,
    color: 'var(--text-2)',
    bar: 'var(--already-there-bar)',
  },
  refused: {
    label: outcomeLabels.refused,
    Icon: IconCircleXFilled,
    color: 'var(--refused)',
    bar: 'var(--refused-bar)',
  },
  unknown: {
    label: outcomeLabels.unknown,
    Icon: IconHelpCircleFilled,
    color: 'var(--unknown)',
    bar: 'var(--unknown-bar)',
  },
  skipped: {
    label: outcomeLabels.skipped,
    Icon: IconCircleMinus,
    color: 'var(--text-2)',
    bar: 'var(--skipped-bar)',
  },
  notSent: {
    label: outcomeLabels.notSent,
    Icon: IconCircleDashed,
    color: 'var(--text-2)',
    bar: 'var(--not-sent-bar)',
  },
  toGo: { label: 'To go', Icon: IconClock, color: 'var(--text-2)', bar: 'var(--not-sent-bar)' },
  waiting: { label: 'Waiting', Icon: IconClock, color: 'var(--text-2)', bar: 'var(--not-sent-bar)' },
  inFlight: { label: 'On its way', Icon: IconClock, color: 'var(--accent)', bar: 'var(--in-flight-bar)' },
};
