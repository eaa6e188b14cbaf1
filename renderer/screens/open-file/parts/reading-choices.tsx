import { NativeSelect } from '@mantine/core';
import { useRef } from 'react';
import type { Delimiter, ReadingChoice, TextReading } from '../../../../shared/spreadsheets/spreadsheet';
import { ChoiceCard } from '../../../components/choice-card';
import { formatCount } from '../../../components/format-number';
import { Segmented } from '../../../components/segmented';
import { delimiterNames, hasTellingSamples, shortestFirst } from '../preview-words';
import styles from './choice-line.module.css';

/** More readings than these are not told apart by looking. */
const mostCards = 4;

interface ReadingChoicesProps {
  readonly reading: TextReading;
  readonly onChange: (choice: ReadingChoice) => void;
}

/** How a text file was saved: chosen by how the names look, or from a list where they look alike in all readings. */
export function EncodingChoices({ reading, onChange }: ReadingChoicesProps) {
  // A card that is pressed stays where it is, although the reading that is used comes first.
  const order = useRef<readonly string[]>([]);
  const { current: before } = order;
  const offered = reading.encodingChoices.map(({ encoding }) => encoding);
  order.current = [...before, ...offered.filter((encoding) => !before.includes(encoding))];
  if (!hasTellingSamples(reading)) return null;
  const placeOf = ({ encoding }: { readonly encoding: string }) => order.current.indexOf(encoding);
  const samples = shortestFirst(reading.encodingChoices.map((choice) => choice.samples));
  const cards = reading.encodingChoices
    .map((choice, index) => ({ ...choice, words: samples[index]?.join(', ') }))
    .slice(0, mostCards)
    .sort((one, other) => placeOf(one) - placeOf(other));
  return (
    <fieldset className={styles.cards}>
      <legend className="sr-only">How the file was saved, by how the names look</legend>
      {cards.map((choice) => (
        <ChoiceCard
          key={choice.encoding}
          name="encoding"
          isChosen={choice.encoding === reading.encoding}
          onChoose={() => onChange({ encoding: choice.encoding })}
          title={
            <span className={styles.sample} title={choice.words}>
              {choice.words}
            </span>
          }
        >
          {choice.encoding === reading.encoding ? `Read as ${choice.label}` : choice.label}
        </ChoiceCard>
      ))}
    </fieldset>
  );
}

/** The list of readings, where no name shows the difference. */
export function EncodingList({ reading, onChange }: ReadingChoicesProps) {
  if (hasTellingSamples(reading) || reading.encodingChoices.length < 2) return null;
  return (
    <div className={styles.line}>
      <span className="text-2">Read as</span>
      <NativeSelect
        className={styles.encoding}
        aria-label="Read as"
        data={reading.encodingChoices.map(({ encoding, label }) => ({ value: encoding, label }))}
        value={reading.encoding}
        onChange={(event) => onChange({ encoding: event.currentTarget.value })}
      />
    </div>
  );
}

/** Carets and tildes are rare: they are shown where they part something. */
const alwaysShown: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Where the columns split. Delimiters that split nothing are off. */
export function DelimiterChoice({
  reading: { encoding, delimiterChoices },
  delimiter,
  onChange,
}: ReadingChoicesProps & { readonly delimiter: Delimiter }) {
  const columnsOf = (wanted: Delimiter) =>
    delimiterChoices.find((choice) => choice.delimiter === wanted)?.columnCount ?? 1;
  const choices = (Object.keys(delimiterNames) as Delimiter[])
    .filter((value) => alwaysShown.includes(value) || value === delimiter || columnsOf(value) > 1)
    .map((value) => ({
      value,
      label: delimiterNames[value],
      disabled: value !== delimiter && columnsOf(value) < 2,
    }));
  return (
    <div className={styles.line}>
      <span className="text-2">Columns split at</span>
      <Segmented
        label="Columns split at"
        value={delimiter}
        choices={choices}
        onChange={(value) => onChange({ encoding, delimiter: value })}
      />
      <span className="type-second text-2">{formatCount(columnsOf(delimiter), 'column')}</span>
    </div>
  );
}
