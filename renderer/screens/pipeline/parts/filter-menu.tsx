import { Button, CloseButton, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import styles from './filter-bar.module.css';

interface FilterMenuProps {
  /** What is filtered by: "Stage". */
  readonly name: string;
  /** "Any stage". */
  readonly anyLabel: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly chosenId: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** One filter: a menu, and where something is chosen a cross that takes it away. */
export function FilterMenu({ name, anyLabel, choices, chosenId, onChoose }: FilterMenuProps) {
  const chosen = choices.find(({ id }) => id === chosenId);
  return (
    <span className={styles.filter} data-chosen={chosen !== undefined || undefined}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="xs"
            variant={chosen === undefined ? 'default' : 'light'}
            rightSection={<IconChevronDown size={12} aria-hidden="true" />}
          >
            <span className={styles.chosen}>
              {chosen === undefined ? anyLabel : `${name}: ${chosen.label}`}
            </span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu ?? ''}>
          <Menu.Item onClick={() => onChoose(null)}>{anyLabel}</Menu.Item>
          {choices.map(({ id, label }) => (
            <Menu.Item key={id} aria-current={id === chosenId || undefined} onClick={() => onChoose(id)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen !== undefined && (
        <CloseButton size="xs" aria-label={`Show ${anyLabel.toLowerCase()}`} onClick={() => onChoose(null)} />
      )}
    </span>
  );
}
