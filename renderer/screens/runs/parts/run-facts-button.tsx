import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { RunFactsDialog } from './run-facts-dialog';

/** Opens what there is to know about a run beside its people. */
export function RunFactsButton({ run }: { readonly run: RunSummary }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconInfoCircle size={16} aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        About this run
      </Button>
      {isOpen && <RunFactsDialog run={run} onClose={() => setIsOpen(false)} />}
    </>
  );
}
