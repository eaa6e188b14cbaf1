import { Button } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunSummary } from '../../../../shared/runs/progress';
import { WriteBackDialog } from './write-back-dialog';

/** The way to results in the recruiter's own file; for runs that came from one. */
export function PutIntoWorkbook({ run }: { readonly run: RunSummary }) {
  const [isOpen, setIsOpen] = useState(false);
  if (!cameFromFile(run)) return null;
  return (
    <>
      <Button leftSection={<IconTableImport size={16} aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        Put into my workbook
      </Button>
      {isOpen && <WriteBackDialog run={run} onClose={() => setIsOpen(false)} />}
    </>
  );
}

/** People chosen on the pipeline screen, and undone runs, come under a title that has no ending. */
function cameFromFile({ fileName }: RunSummary): boolean {
  return /\.[a-z]{2,4}x?$/i.test(fileName);
}
