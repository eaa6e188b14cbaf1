import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { draftNameSchema } from '../../../../shared/drafts/draft';
import styles from './drafts.module.css';

interface RenameDraftDialogProps {
  readonly name: string;
  readonly onRename: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Gives a batch that is not sent another name, which its run has then, too. */
export function RenameDraftDialog({ name: before, onRename, onClose }: RenameDraftDialogProps) {
  const [name, setName] = useState(before);
  const wanted = draftNameSchema.safeParse(name);
  return (
    <Modal
      opened
      onClose={onClose}
      title="Rename this batch"
      size={440}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ title: 'type-section' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted.success) void onRename(wanted.data);
        }}
      >
        <TextInput
          label="Name"
          description="Its run has this name, too. The file keeps its own."
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          data-autofocus
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>Keep the name</Button>
          <Button type="submit" variant="filled" disabled={!wanted.success}>
            Rename
          </Button>
        </div>
      </form>
    </Modal>
  );
}
