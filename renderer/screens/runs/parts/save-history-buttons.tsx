import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react';

interface SaveHistoryButtonsProps {
  readonly isAtWork: boolean;
  readonly onSave: (format: 'xlsx' | 'csv') => void;
}

/** The chosen runs and their people as a workbook, or the people as text. */
export function SaveHistoryButtons({ isAtWork, onSave }: SaveHistoryButtonsProps) {
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      <Button
        leftSection={<IconFileTypeCsv size={16} aria-hidden="true" />}
        disabled={isAtWork}
        onClick={() => onSave('csv')}
      >
        Save people as CSV
      </Button>
      <Button
        leftSection={<IconFileSpreadsheet size={16} aria-hidden="true" />}
        disabled={isAtWork}
        onClick={() => onSave('xlsx')}
      >
        Save as XLSX
      </Button>
    </div>
  );
}
