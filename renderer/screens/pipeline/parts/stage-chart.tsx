import { useState } from 'react';
import { formatCount, formatNumber } from '../../../components/format-number';
import { type Chart, toLength } from '../chart';
import { ChartHead } from './chart-head';
import { ChartTable } from './chart-table';
import styles from './charts.module.css';

interface StageChartProps {
  readonly chart: Chart;
  /** The stage that the grid shows alone. */
  readonly chosenId: string | null;
  readonly onChoose: (stageId: string | null) => void;
}

/** The pipeline as bars, one a stage. Each is a button that shows its people alone, and pressed again everybody. */
export function StageChart({ chart, chosenId, onChoose }: StageChartProps) {
  const [isTable, setIsTable] = useState(false);
  const { bars, differenceHeader } = chart;
  return (
    <section className={styles.chart} aria-label={chart.title}>
      <ChartHead chart={chart} note={null} isTable={isTable} onTable={setIsTable} />
      {isTable ? (
        <ChartTable chart={chart} />
      ) : (
        <>
          <div className={`${styles.stageHeads} type-label text-2`} aria-hidden="true">
            <span>now</span>
            <span>{differenceHeader}</span>
          </div>
          <ul className={styles.stages}>
            {bars.map((bar) => {
              const isChosen = bar.id === chosenId;
              const compared =
                differenceHeader === null || bar.difference === ''
                  ? ''
                  : `, ${bar.difference} ${differenceHeader}`;
              return (
                <li key={bar.id}>
                  <button
                    type="button"
                    className={styles.stage}
                    aria-pressed={isChosen}
                    onClick={() => onChoose(isChosen ? null : bar.id)}
                  >
                    <span className={styles.label} title={bar.label}>
                      {bar.label}
                    </span>
                    <span className={styles.bar} data-quiet={bar.isQuiet || undefined}>
                      <span style={{ width: `${toLength(bar, bars) * 100}%` }} />
                    </span>
                    <b className="figures" aria-hidden="true">
                      {formatNumber(bar.value)}
                    </b>
                    <span className="figures type-second text-2" aria-hidden="true">
                      {bar.difference}
                    </span>
                    <span className="sr-only">{` ${formatCount(bar.value, 'person', 'people')}${compared}`}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
