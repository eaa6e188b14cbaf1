import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';
import type { SaveResults } from '../use-save-results';

interface SaveButtonsProps {
  readonly save: SaveResults;
  /** Saving is the main thing to do once a run has ended. */
  readonly isMain: boolean;
}

/** Results as a workbook or as text. */
export function SaveButtons({ save, isMain }: SaveButtonsProps) {
  return (
    <>
      <Button
        leftSection={<IconFileTypeCsv size={16} aria-hidden="true" />}
        disabled={save.isAtWork}
        onClick={() => save.save('csv')}
      >
        Save as CSV
      </Button>
      <Button
        variant={isMain ? 'filled' : 'default'}
        leftSection={<IconFileSpreadsheet size={16} aria-hidden="true" />}
        disabled={save.isAtWork}
        onClick={() => save.save('xlsx')}
      >
        Save as XLSX
      </Button>
    </>
  );
}
