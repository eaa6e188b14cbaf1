import { Button } from '@mantine/core';
import type { RunSummary } from '../../../../shared/runs/progress';
import { FooterBar } from '../../../components/footer-bar';
import { formatNumber } from '../../../components/format-number';
import { useNavigate } from '../../../components/use-navigate';
import { canDecide, isLookingUp, toDecideLabel } from '../decision-words';
import type { Unsure } from '../use-unsure';
import type { UnsureList } from '../use-unsure-list';

interface UnsureFooterProps {
  readonly run: RunSummary;
  readonly list: UnsureList;
  readonly unsure: Unsure;
  /** Asks the second time, by name, before anything is sent again. */
  readonly onAskAgain: () => void;
}

/** The counts and the one button that writes the decisions down. Its default changes nothing for anybody. */
export function UnsureFooter({ run, list, unsure, onAskAgain }: UnsureFooterProps) {
  const navigate = useNavigate();
  const toRun = () => navigate({ kind: 'run', runId: run.runId });
  const againCount = unsure.sendAgain.size;
  const isAllDecided = run.undecidedCount === 0 && againCount === 0;
  if (isAllDecided)
    return (
      <FooterBar main={{ label: 'Back to the run', onClick: toRun, hasArrow: false }}>
        <p>
          <b>{formatNumber(list.count)}</b> left alone by you. You can come back to this at any time.
        </p>
      </FooterBar>
    );

  const decide = async () => {
    if (againCount > 0) return onAskAgain();
    if ((await unsure.decide()) !== null) toRun();
  };
  const offBecause = !canDecide(run)
    ? 'Decide when the run stands still.'
    : unsure.work === 'looking-up' || isLookingUp(run)
      ? 'We are looking once more.'
      : undefined;
  return (
    <FooterBar
      actions={<Button onClick={toRun}>Decide later</Button>}
      main={{
        label: toDecideLabel(list.count, againCount),
        onClick: decide,
        hasArrow: false,
        offBecause,
      }}
    >
      <p>
        <b>{formatNumber(list.count - againCount)}</b> left alone, <b>{formatNumber(againCount)}</b> sent
        again. You can come back to this at any time.
      </p>
    </FooterBar>
  );
}
