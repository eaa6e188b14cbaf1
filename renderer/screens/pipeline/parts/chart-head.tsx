import { ActionIcon } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { pictureParts } from '../../../../shared/ipc/picture-parts';
import { bridge, toBridgeFailure } from '../../../bridge';
import type { Chart } from '../chart';
import { copyPicture } from '../copy-picture';
import { drawChart } from '../draw-chart';
import styles from './charts.module.css';

interface ChartHeadProps {
  readonly chart: Chart;
  readonly note: string | null;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
}

/** "People by stage", and the chart's other forms: a table, and a picture to paste into a report. */
export function ChartHead({ chart, note, isTable, onTable }: ChartHeadProps) {
  const [said, setSaid] = useState('');
  const copy = () => {
    const description = chart.bars.map(({ label, value }) => `${label}: ${value}`).join(', ');
    copyPicture(drawChart(chart), `${chart.title}. ${description}`).then(
      (isCopied) => setSaid(isCopied ? 'Copied' : 'The picture could not be copied'),
      () => setSaid('The picture could not be copied'),
    );
  };
  const save = () => {
    const base64 = drawChart(chart).toDataURL('image/png').split(',')[1] ?? '';
    const pngParts: string[] = [];
    for (let from = 0; from < base64.length; from += pictureParts.maxLength)
      pngParts.push(base64.slice(from, from + pictureParts.maxLength));
    bridge.ask('pictures:save', { title: `${chart.title}, ${chart.note}`.slice(0, 200), pngParts }).then(
      (answer) => setSaid(answer.kind === 'saved' ? 'Saved' : ''),
      (thrown: unknown) => setSaid(toBridgeFailure(thrown).sentence),
    );
  };
  return (
    <div className={styles.head}>
      <h2 className="type-body">
        <b>{chart.title}</b>
      </h2>
      {note !== null && (
        <span className={`${styles.note} type-second text-2`} title={note}>
          {note}
        </span>
      )}
      <span className={styles.forms}>
        <button
          type="button"
          className="link-button type-second"
          aria-label={`${chart.title}, ${isTable ? 'as a chart' : 'as a table'}`}
          onClick={() => onTable(!isTable)}
        >
          {isTable ? 'As a chart' : 'As a table'}
        </button>
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={`${chart.title}, copy the picture`}
          title="Copy the picture"
          onClick={copy}
        >
          <IconCopy size={16} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={`${chart.title}, save as PNG`}
          title="Save as PNG"
          onClick={save}
        >
          <IconDownload size={16} aria-hidden="true" />
        </ActionIcon>
        <span role="status" className="type-second text-2">
          {said}
        </span>
      </span>
    </div>
  );
}
