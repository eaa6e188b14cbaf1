/** One bar of a chart: what it stands for, in words and numbers. */
export interface ChartBar {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** "+14": beside the number, where it is compared. */
  readonly difference: string;
  /** People in no stage are drawn paler: they are not a step of the pipeline. */
  readonly isQuiet: boolean;
}

/** A chart as bars, as a table and as a picture. */
export interface Chart {
  readonly title: string;
  /** What stands beside the title. */
  readonly note: string;
  /** `rows`: bars to the right, one under the other. `columns`: bars upwards. */
  readonly direction: 'rows' | 'columns';
  /** The head of the first column of the table. */
  readonly labelHeader: string;
  /** The head of the differences; null where nothing is compared. */
  readonly differenceHeader: string | null;
  readonly bars: readonly ChartBar[];
}

/** How long a bar is, 0 to 1, of the longest. Anybody at all is a bar that is seen. */
export function toLength({ value }: Pick<ChartBar, 'value'>, bars: readonly ChartBar[]): number {
  const longest = bars.reduce((most, bar) => Math.max(most, bar.value), 0);
  return longest === 0 || value === 0 ? 0 : Math.max(0.01, value / longest);
}
