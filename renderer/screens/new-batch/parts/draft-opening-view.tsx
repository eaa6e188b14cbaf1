import { Button } from '@mantine/core';
import { useRef } from 'react';
import { formatDayAndTime } from '../../../components/format-date';
import { MessageBox } from '../../../components/message-box';
import { ReadingState } from '../../open-file/parts/reading-state';
import { changesWords } from '../changes-words';
import type { StoredDraft } from '../open-draft';
import type { DraftOpening } from '../use-draft-opening';
import styles from './draft-opening-view.module.css';

interface DraftOpeningViewProps {
  readonly opening: Exclude<DraftOpening, { kind: 'none' }>;
  readonly onFile: (stored: StoredDraft, file: Blob) => void;
  readonly onLeave: () => void;
}

/** A draft is being brought back, or something is missing for that. */
export function DraftOpeningView({ opening, onFile, onLeave }: DraftOpeningViewProps) {
  switch (opening.kind) {
    case 'reading':
      return <ReadingState fileName={opening.fileName} fraction={opening.fraction} onStop={onLeave} />;
    case 'needs-file':
      return <NeedsFile {...opening} onFile={onFile} onLeave={onLeave} />;
    case 'failed':
      return (
        <div className={styles.page}>
          <h1 className="type-screen">{opening.title}</h1>
          <MessageBox tone="refused" announce="at-once">
            {opening.message}
          </MessageBox>
          <div>
            <Button variant="filled" size="lg" onClick={onLeave} autoFocus>
              First screen
            </Button>
          </div>
        </div>
      );
  }
}

interface NeedsFileProps {
  readonly stored: StoredDraft;
  readonly message: string | null;
  readonly onFile: (stored: StoredDraft, file: Blob) => void;
  readonly onLeave: () => void;
}

function NeedsFile({ stored, message, onFile, onLeave }: NeedsFileProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const { draft, source, fileState } = stored;
  const { changeCount } = draft;
  const kept =
    changeCount === 0
      ? 'Your choices are'
      : `Your ${changesWords(changeCount)} ${changeCount === 1 ? 'is' : 'are'}`;
  return (
    <div className={styles.page}>
      <h1 className="type-screen">{source.fileName} is needed once more</h1>
      <p className="text-2">
        {fileState === 'missing'
          ? 'The copy that we kept of it is gone'
          : 'The copy that we kept of it is damaged'}
        . {kept} kept, as of {formatDayAndTime(draft.savedAtMs, Date.now())}, and nothing was sent. Choose the
        same file to go on.
      </p>
      {message !== null && (
        <MessageBox tone="warning" announce="at-once">
          {message}
        </MessageBox>
      )}
      <div className={styles.ways}>
        <Button variant="filled" size="lg" onClick={() => chooser.current?.click()} autoFocus>
          Choose the file
        </Button>
        <input
          ref={chooser}
          hidden
          type="file"
          aria-label={source.fileName}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file !== undefined) onFile(stored, file);
          }}
        />
        <Button size="lg" onClick={onLeave}>
          Not now
        </Button>
      </div>
    </div>
  );
}
