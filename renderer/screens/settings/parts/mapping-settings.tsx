import { Button } from '@mantine/core';
import { useRef } from 'react';
import { ErrorPanel } from '../../../components/error-panel';
import { formatCount } from '../../../components/format-number';
import { mappingFields, mappingTitle } from '../../../components/mapping-list-words';
import { MessageBox } from '../../../components/message-box';
import { SkeletonRows } from '../../../components/skeleton-rows';
import { acceptedMappingFiles, type MappingsDone, type OfferedMappings, useMappings } from '../use-mappings';
import { MappingLine } from './mapping-line';
import own from './mapping-settings.module.css';
import { SettingsSection } from './settings-section';

/** The mappings that are remembered: renamed, deleted with a way back, given to a colleague, taken in from one. */
export function MappingSettings() {
  const mappings = useMappings();
  const chooser = useRef<HTMLInputElement>(null);
  const { asked, failure, done, offered } = mappings;
  return (
    <SettingsSection part="columns" title="Columns that are remembered">
      <p className="type-second text-2">
        The next file with the same header is mapped by itself. Only header words are kept, nothing of the
        people.
      </p>
      {failure && <ErrorPanel failure={failure} onClose={mappings.closeFailure} />}
      {asked.kind === 'failed' && <ErrorPanel failure={asked.failure} onRetry={mappings.askAgain} />}
      {asked.kind === 'loading' && <SkeletonRows label="Reading what is remembered" />}
      <div className={own.said}>{done && <Done done={done} onRestore={mappings.restore} />}</div>
      {offered && (
        <Offered
          offered={offered}
          onTakeIn={() => mappings.takeIn(offered)}
          onLeave={mappings.leaveOffered}
        />
      )}
      {asked.kind === 'ready' && asked.value.length === 0 && (
        <p className={`text-2 ${own.none}`}>
          None yet. When you check a file, how you use its columns is remembered here.
        </p>
      )}
      {asked.kind === 'ready' && asked.value.length > 0 && (
        <ul aria-label="Columns that are remembered">
          {asked.value.map((mapping) => (
            <MappingLine
              key={mapping.mappingId}
              mapping={mapping}
              onRename={(name) => mappings.rename(mapping.mappingId, name)}
              onSave={() => mappings.exportThem([mapping.mappingId])}
              onDelete={() => mappings.remove(mapping)}
            />
          ))}
        </ul>
      )}
      <div className={own.ways}>
        <Button onClick={() => chooser.current?.click()}>Take in from a file</Button>
        {asked.kind === 'ready' && asked.value.length > 1 && (
          <Button onClick={() => mappings.exportThem([])}>Save all to a file</Button>
        )}
        <input
          ref={chooser}
          hidden
          type="file"
          accept={acceptedMappingFiles}
          aria-label="File of column mappings"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file !== undefined) mappings.readFile(file);
          }}
        />
      </div>
    </SettingsSection>
  );
}

interface DoneProps {
  readonly done: MappingsDone;
  readonly onRestore: ReturnType<typeof useMappings>['restore'];
}

function Done({ done, onRestore }: DoneProps) {
  switch (done.kind) {
    case 'deleted':
      return (
        <MessageBox
          tone="info"
          announce="polite"
          end={
            <Button size="xs" onClick={() => onRestore(done.mapping)}>
              Undo
            </Button>
          }
        >
          Deleted “{mappingTitle(done.mapping)}”.
        </MessageBox>
      );
    case 'saved':
      return (
        <MessageBox tone="done" announce="polite">
          Saved {formatCount(done.count, 'mapping')} to {done.fileName}.
        </MessageBox>
      );
    case 'taken-in':
      return (
        <MessageBox tone="done" announce="polite">
          Took in {formatCount(done.count, 'mapping')}.
        </MessageBox>
      );
    case 'refused':
      return (
        <MessageBox tone="refused" announce="at-once">
          {done.why}
        </MessageBox>
      );
  }
}

interface OfferedProps {
  readonly offered: OfferedMappings;
  readonly onTakeIn: () => void;
  readonly onLeave: () => void;
}

/** What stands in a colleague's file, before anything of it is kept. */
function Offered({ offered, onTakeIn, onLeave }: OfferedProps) {
  const { fileName, mappings } = offered;
  return (
    <section className={own.offered} aria-label={`Mappings in ${fileName}`}>
      <p className={own.offeredTitle}>
        {fileName} holds {formatCount(mappings.length, 'mapping')}:
      </p>
      <ul className={own.offeredList}>
        {mappings.map((mapping) => (
          <li key={`${mappingTitle(mapping)} ${mapping.headers.join('|')}`}>
            {mappingTitle(mapping)}
            <p className="type-second text-2">{mappingFields(mapping)}</p>
          </li>
        ))}
      </ul>
      <p className="type-second text-2">One for a header that you have already takes the place of yours.</p>
      <div className={own.ways}>
        <Button variant="filled" onClick={onTakeIn}>
          Take in {formatCount(mappings.length, 'mapping')}
        </Button>
        <Button onClick={onLeave}>Take in none</Button>
      </div>
    </section>
  );
}
