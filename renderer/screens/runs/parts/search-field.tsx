import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';

interface SearchFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** The arrow down leads from the field to the people found. */
  readonly onGoDown: () => void;
}

/** "What did we ever send to ana@…?" */
export function SearchField({ text, onChange, onGoDown }: SearchFieldProps) {
  return (
    <TextInput
      size="lg"
      aria-label="Find a person in every run"
      placeholder="Find a person in every run"
      description="Finds names, addresses and your own IDs, in every run. Accents do not matter."
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      rightSection={text !== '' && <CloseButton aria-label="Clear the search" onClick={() => onChange('')} />}
      value={text}
      maxLength={300}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChange('');
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        onGoDown();
      }}
    />
  );
}
