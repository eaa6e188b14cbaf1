import type { ReadingChoice, TextReading } from '../../../../shared/spreadsheets/spreadsheet';
import { ChoiceCard } from '../../../components/choice-card';
import { formatNumber } from '../../../components/format-number';
import { Segmented } from '../../../components/segmented';
import { delimiterNames } from '../preview-words';
import styles from './choice-line.module.css';

/** More readings than these are not told apart by looking. */
const mostCards = 4;

interface ReadingChoicesProps {
  readonly reading: TextReading;
  readonly onChange: (choice: ReadingChoice) => void;
}

/** How a text file was read: chosen by how the names look, and by where the columns split. */
export function ReadingChoices({ reading, onChange }: ReadingChoicesProps) {
  const { encoding, delimiter, encodingChoices, delimiterChoices } = reading;
  const shown = encodingChoices.slice(0, mostCards);
  const columnsOf = (wanted: TextReading['delimiter']) => delimiterChoices.find((choice) => choice.delimiter === wanted)?.columnCount ?? 1;
  return (
    <>
      {shown.length > 1 && (
        <fieldset className={styles.cards}>
          <legend className="sr-only">How the file was saved, by how the names look</legend>
          {shown.map((choice) => (
            <ChoiceCard
              key={choice.encoding}
              name="encoding"
              isChosen={choice.encoding === encoding}
              onChoose={() => onChange({ encoding: choice.encoding })}
              title={<span className={styles.sample}>{choice.samples.join(', ') || choice.label}</span>}
            >
              {choice.encoding === encoding ? `Read as ${choice.label}` : choice.label}
            </ChoiceCard>
          ))}
        </fieldset>
      )}
      <div className={styles.line}>
        <span className="text-2">Columns split at</span>
        <Segmented
          label="Columns split at"
          value={delimiter}
          choices={(Object.keys(delimiterNames) as TextReading['delimiter'][]).map((value) => ({ value, label: delimiterNames[value], disabled: value !== delimiter && columnsOf(value) < 2 }))}
          onChange={(value) => onChange({ encoding, delimiter: value })}
        />
        <span className="type-second text-2">{formatNumber(columnsOf(delimiter))} columns</span>
      </div>
    </>
  );
}
