import { Button, Menu } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedMapping } from '../../../../shared/mappings/saved-mapping';
import { bridge } from '../../../bridge';
import { mappingFields, mappingTitle } from '../../../components/mapping-list-words';
import type { MappingChoice } from '../../../worker/session-types';
import { choiceNote, type ListedMapping, restSentence, toListedMappings } from '../saved-mapping-words';
import styles from './saved-mapping-menu.module.css';

type Listed =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly fitting: readonly ListedMapping[]; readonly restCount: number };

interface SavedMappingMenuProps {
  readonly toChoices: (saved: readonly SavedMapping[]) => Promise<MappingChoice[]>;
  readonly onUse: (saved: SavedMapping) => void;
}

/** What is remembered, of which one can be put to use for this file; those that fit best come first. */
export function SavedMappingMenu({ toChoices, onUse }: SavedMappingMenuProps) {
  const [listed, setListed] = useState<Listed>({ kind: 'loading' });

  const list = () => {
    setListed({ kind: 'loading' });
    bridge
      .ask('mappings:list', {})
      .then(async ({ mappings }) => toListedMappings(mappings, await toChoices(mappings)))
      .then(
        (ready) => setListed({ kind: 'ready', ...ready }),
        () => setListed({ kind: 'failed' }),
      );
  };
  return (
    <Menu position="bottom-end" offset={4} width={420} shadow="md" onOpen={list}>
      <Menu.Target>
        <Button leftSection={<IconHistory size={16} aria-hidden="true" />}>Use a saved mapping</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.list}>
          {listed.kind === 'ready' &&
            listed.fitting.map((one) => (
              <Menu.Item key={one.saved.mappingId} disabled={one.isUsed} onClick={() => onUse(one.saved)}>
                <span className={styles.item}>
                  <b className={styles.words} title={mappingTitle(one.saved)}>
                    {mappingTitle(one.saved)}
                  </b>
                  <span className={`type-second text-2 ${styles.words}`} title={mappingFields(one.saved)}>
                    {mappingFields(one.saved)}
                  </span>
                  <span className="type-second text-2">{choiceNote(one)}</span>
                </span>
              </Menu.Item>
            ))}
        </div>
        <Menu.Label aria-live="polite">{restSentence(listed)}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
