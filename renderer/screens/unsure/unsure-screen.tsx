import { useRef, useState } from 'react';
import type { RunSummary } from '../../../shared/runs/progress';
import type { UnsurePerson } from '../../../shared/runs/unsure';
import { ErrorPanel } from '../../components/error-panel';
import { SkeletonRows } from '../../components/skeleton-rows';
import { useRun } from '../run/use-run';
import { canDecide, toAgainWarning } from './decision-words';
import { ExchangeDrawer } from './parts/exchange-drawer';
import { SendAgainDialog } from './parts/send-again-dialog';
import { UnsureFooter } from './parts/unsure-footer';
import { UnsureHead } from './parts/unsure-head';
import { UnsureNotes } from './parts/unsure-notes';
import { UnsurePeople } from './parts/unsure-people';
import { UnsureSolved } from './parts/unsure-solved';
import styles from './unsure-screen.module.css';
import { useUnsure } from './use-unsure';
import { useUnsureList } from './use-unsure-list';

/** "Not sure about 3 people": the evidence for each, and the choice to leave alone, which is the default, or to send again. */
export function UnsureScreen({ runId }: { readonly runId: string }) {
  const { asked, askAgain, setRun } = useRun(runId);
  if (asked.kind === 'ready') return <ReadyUnsure run={asked.value} onChanged={setRun} />;
  return (
    <div className={styles.waiting}>
      <h1 className="type-screen">Not sure</h1>
      {asked.kind === 'loading' ? (
        <SkeletonRows label="Reading the run" />
      ) : (
        <ErrorPanel failure={asked.failure} onRetry={askAgain} />
      )}
    </div>
  );
}

interface ReadyUnsureProps {
  readonly run: RunSummary;
  readonly onChanged: (run: RunSummary) => void;
}

function ReadyUnsure({ run, onChanged }: ReadyUnsureProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useUnsureList(run);
  const unsure = useUnsure(run, (changed) => {
    onChanged(changed);
    list.readAgain();
  });
  const [seen, setSeen] = useState<UnsurePerson | null>(null);
  const [isAsking, setIsAsking] = useState(false);

  return (
    <div className={styles.screen}>
      <div ref={scroller} className={styles.scroller}>
        <div className={styles.page}>
          <UnsureHead run={run} list={list} unsure={unsure} />
          <UnsureNotes run={run} list={list} unsure={unsure} />
          {list.count === 0 ? (
            <UnsureSolved run={run} />
          ) : (
            <>
              <UnsurePeople
                list={list}
                operation={run.operation}
                scroller={scroller}
                sendAgain={unsure.sendAgain}
                warning={toAgainWarning(run)}
                canChoose={canDecide(run)}
                onChoose={unsure.choose}
                onSeeExchange={setSeen}
              />
              <p className={`${styles.search} text-2`}>
                You can search for them in Flowmingo yourself, under {run.targetTitle}.
              </p>
            </>
          )}
        </div>
      </div>
      {list.count > 0 && (
        <UnsureFooter run={run} list={list} unsure={unsure} onAskAgain={() => setIsAsking(true)} />
      )}
      {seen !== null && (
        <ExchangeDrawer key={seen.ordinal} runId={run.runId} person={seen} onClose={() => setSeen(null)} />
      )}
      {isAsking && <SendAgainDialog run={run} unsure={unsure} onClose={() => setIsAsking(false)} />}
    </div>
  );
}
