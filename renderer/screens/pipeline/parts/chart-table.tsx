import { Box } from '@mantine/core';
import { formatNumber } from '../../../components/format-number';
import type { Chart } from '../chart';
import styles from './charts.module.css';

/** The numbers of a chart as a table. */
export function ChartTable({ chart }: { readonly chart: Chart }) {
  const { labelHeader, differenceHeader, bars } = chart;
  return (
    // It scrolls, and so the keyboard has to reach it.
    <Box
      component="section"
      className={styles.tablePlace ?? ''}
      tabIndex={0}
      aria-label={`${chart.title}, the numbers`}
    >
      <table className={styles.table}>
        <caption className="sr-only">{chart.title}</caption>
        <thead>
          <tr>
            <th scope="col">{labelHeader}</th>
            <th scope="col">People</th>
            {differenceHeader !== null && <th scope="col">{differenceHeader}</th>}
          </tr>
        </thead>
        <tbody>
          {bars.map(({ id, label, value, difference }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{formatNumber(value)}</td>
              {differenceHeader !== null && <td>{difference === '' ? '0' : difference}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
