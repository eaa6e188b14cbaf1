import { useState } from 'react';
import { formatCount, formatShortNumber } from '../../../components/format-number';
import { type Chart, toLength } from '../chart';
import { ChartHead } from './chart-head';
import { ChartTable } from './chart-table';
import styles from './charts.module.css';

interface ScoreChartProps {
  readonly chart: Chart;
  /** The band that the grid shows alone, by its lower end. */
  readonly chosenBand: number | null;
  readonly onChoose: (band: number | null) => void;
}

/** How the scores lie, in ten bands. Each is a button that shows its people alone, and pressed again everybody. */
export function ScoreChart({ chart, chosenBand, onChoose }: ScoreChartProps) {
  const [isTable, setIsTable] = useState(false);
  return (
    <section className={styles.chart} aria-label={chart.title}>
      <ChartHead chart={chart} note={chart.note} isTable={isTable} onTable={setIsTable} />
      {isTable ? (
        <ChartTable chart={chart} />
      ) : (
        <ul className={styles.bands}>
          {chart.bars.map((bar, band) => {
            const isChosen = band === chosenBand;
            return (
              <li key={bar.id}>
                <button
                  type="button"
                  className={styles.band}
                  aria-pressed={isChosen}
                  onClick={() => onChoose(isChosen ? null : band)}
                >
                  <span className="sr-only">{`Score ${band} to ${band + 1}, ${formatCount(bar.value, 'person', 'people')}`}</span>
                  <span className={styles.column} aria-hidden="true">
                    <span className={`${styles.number} figures`}>{formatShortNumber(bar.value)}</span>
                    <span
                      className={styles.columnBar}
                      style={{ height: `${toLength(bar, chart.bars) * 80}%` }}
                    />
                  </span>
                  <span className={`${styles.bandLabel} text-2`} aria-hidden="true">
                    {bar.label}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
