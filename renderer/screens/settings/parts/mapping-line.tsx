import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { longestMappingName, type SavedMapping } from '../../../../shared/mappings/saved-mapping';
import { formatDay } from '../../../components/format-date';
import { mappingFields, mappingTitle } from '../../../components/mapping-list-words';
import { Truncated } from '../../../components/truncated';
import styles from './mapping-settings.module.css';

interface MappingLineProps {
  readonly mapping: SavedMapping;
  readonly onRename: (name: string | null) => void;
  readonly onSave: () => void;
  readonly onDelete: () => void;
}

/** One remembered mapping: its name or header words, where the columns go, when it was last used, and what can be done. */
export function MappingLine({ mapping, onRename, onSave, onDelete }: MappingLineProps) {
  const [isNaming, setIsNaming] = useState(false);
  const title = mappingTitle(mapping);
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setIsNaming(false);
    onRename(typed === '' ? null : typed);
  };
  return (
    <li className={styles.mapping}>
      <div className={styles.words}>
        {isNaming ? (
          <form className={styles.naming} onSubmit={keep}>
            <TextInput
              name="name"
              aria-label={`New name of ${title}`}
              description="Leave it empty to show the header words."
              defaultValue={mapping.name ?? ''}
              maxLength={longestMappingName}
              autoFocus
              onKeyDown={(event) => event.key === 'Escape' && setIsNaming(false)}
            />
            <Button size="xs" type="submit">
              Keep this name
            </Button>
          </form>
        ) : (
          <p className={styles.title}>
            <Truncated text={title} />
          </p>
        )}
        <p className="type-second text-2">
          <Truncated text={mappingFields(mapping)} />
        </p>
        <p className="type-second text-2">Last used {formatDay(mapping.lastUsedAtMs)}</p>
      </div>
      <div className={styles.buttons}>
        <Button size="xs" aria-label={`Rename ${title}`} onClick={() => setIsNaming(!isNaming)}>
          Rename
        </Button>
        <Button size="xs" aria-label={`Save to a file: ${title}`} onClick={onSave}>
          Save to a file
        </Button>
        <Button size="xs" variant="danger-quiet" aria-label={`Delete ${title}`} onClick={onDelete}>
          Delete
        </Button>
      </div>
    </li>
  );
}
