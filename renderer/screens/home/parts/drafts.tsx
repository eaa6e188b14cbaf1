import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DraftSummary } from '../../../../shared/drafts/draft';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { formatNumber } from '../../../components/format-number';
import { MessageBox } from '../../../components/message-box';
import { useBatchInHand } from '../../../components/use-navigate';
import { handOverDraft } from '../../new-batch/hand-over-draft';
import { HandOverNote } from '../../new-batch/parts/hand-over-note';
import { useHandOver } from '../../new-batch/use-hand-over';
import { useDrafts } from '../use-drafts';
import { useGoOnWithDraft } from '../use-go-on-with-draft';
import { DraftRow } from './draft-row';
import styles from './drafts.module.css';
import { RenameDraftDialog } from './rename-draft-dialog';

/** More would push the runs off the screen; the others are a click away. */
const shownCount = 5;

interface DraftsProps {
  readonly heading?: string;
  /** Every one of them, not only the latest. */
  readonly isWhole?: boolean;
}

/** Batches in the making: what was not sent yet, to go on with. Nothing at all where there is none. */
export function Drafts({ heading = 'Not sent yet', isWhole = false }: DraftsProps) {
  const { asked, askAgain } = useDrafts();
  const inHand = useBatchInHand();
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [deleted, setDeleted] = useState<DraftSummary | null>(null);
  /** Its way on gets the focus, since the Undo that had it is gone. */
  const [broughtBackId, setBroughtBackId] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<DraftSummary | null>(null);
  const [showsAll, setShowsAll] = useState(isWhole);
  const goOn = useGoOnWithDraft(setFailure);
  const { handingOver, handOver, forget } = useHandOver();

  const act = async (done: Promise<unknown>): Promise<boolean> => {
    setFailure(null);
    try {
      await done;
      askAgain();
      return true;
    } catch (thrown) {
      setFailure(toBridgeFailure(thrown));
      return false;
    }
  };
  const remove = async (draft: DraftSummary) => {
    const { draftId } = draft;
    if (inHand?.draftId === draftId) inHand.putAway();
    if (await act(bridge.ask('drafts:delete', { draftId }))) setDeleted(draft);
  };
  const bringBack = async ({ draftId }: DraftSummary) => {
    setBroughtBackId(draftId);
    if (await act(bridge.ask('drafts:bring-back', { draftId }))) setDeleted(null);
  };

  if (asked.kind === 'loading') return null;
  if (asked.kind === 'failed') return <ErrorPanel failure={asked.failure} onRetry={askAgain} />;
  const drafts = asked.value;
  if (drafts.length === 0 && deleted === null && failure === null) return null;
  const others = drafts.length - shownCount;
  return (
    <section className={styles.drafts} aria-labelledby="drafts">
      <div className={styles.head}>
        <h2 id="drafts" className="type-section">
          {heading}
        </h2>
        {others > 0 && !isWhole && (
          <button
            type="button"
            className="link-button type-second"
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? 'Show fewer' : `${formatNumber(others)} more`}
          </button>
        )}
      </div>
      <HandOverNote handingOver={handingOver} onClose={forget} />
      {failure && <ErrorPanel failure={failure} onClose={() => setFailure(null)} />}
      {deleted && (
        <MessageBox
          key={deleted.draftId}
          tone="info"
          announce="polite"
          end={
            <Button size="xs" autoFocus onClick={() => bringBack(deleted)}>
              Undo
            </Button>
          }
        >
          “{deleted.name}” is deleted, with what you changed in it. It can be brought back until you close the
          app.
        </MessageBox>
      )}
      <ul>
        {drafts.slice(0, showsAll ? drafts.length : shownCount).map((draft) => (
          <DraftRow
            key={draft.draftId}
            draft={draft}
            takesFocus={broughtBackId === draft.draftId}
            isInHand={inHand?.draftId === draft.draftId}
            onGoOn={() => goOn(draft)}
            onRename={() => setRenaming(draft)}
            onHandOver={() => handOver(() => handOverDraft(draft))}
            onCopy={() => act(bridge.ask('drafts:copy', { draftId: draft.draftId }))}
            onDelete={() => remove(draft)}
          />
        ))}
      </ul>
      {renaming && (
        <RenameDraftDialog
          name={renaming.name}
          onRename={async (name) => {
            await act(bridge.ask('drafts:rename', { draftId: renaming.draftId, name }));
            setRenaming(null);
          }}
          onClose={() => setRenaming(null)}
        />
      )}
    </section>
  );
}
