import { formatNumber } from '../../components/format-number';
import { type Chart, type ChartBar, toLength } from './chart';

interface Colors {
  readonly ground: string;
  readonly text: string;
  readonly second: string;
  readonly bar: string;
  readonly quiet: string;
  readonly font: string;
}

/** Twice as many points as it is wide on a page, so that it is sharp in print. */
const scale = 2;
const width = 760;
const margin = 24;
const headHeight = 64;
const rowHeight = 26;
const columnsHeight = 220;
/** The share of the picture that the stages' names may take. */
const labelWidth = 200;
const numbersWidth = 110;

function readColors(): Colors {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => style.getPropertyValue(name).trim();
  return {
    ground: color('--ground'),
    text: color('--text'),
    second: color('--text-2'),
    bar: color('--chart-bar'),
    quiet: color('--already-there-bar'),
    font: color('--font'),
  };
}

function toHeight({ direction, bars }: Chart): number {
  return margin + headHeight + (direction === 'rows' ? bars.length * rowHeight : columnsHeight) + margin;
}

function cutToFit(context: CanvasRenderingContext2D, text: string, most: number): string {
  if (context.measureText(text).width <= most) return text;
  let length = text.length;
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > most) length -= 1;
  return `${text.slice(0, length)}…`;
}

function drawRow(
  context: CanvasRenderingContext2D,
  chart: Chart,
  bar: ChartBar,
  top: number,
  colors: Colors,
) {
  const middle = top + rowHeight / 2;
  const most = width - 2 * margin - labelWidth - numbersWidth;
  context.font = `13px ${colors.font}`;
  context.textAlign = 'left';
  context.fillStyle = colors.text;
  context.fillText(cutToFit(context, bar.label, labelWidth - 16), margin, middle);
  context.fillStyle = bar.isQuiet ? colors.quiet : colors.bar;
  context.fillRect(margin + labelWidth, top + 6, most * toLength(bar, chart.bars), rowHeight - 12);
  context.textAlign = 'right';
  context.font = `600 13px ${colors.font}`;
  context.fillStyle = colors.text;
  context.fillText(formatNumber(bar.value), width - margin - 50, middle);
  context.font = `12px ${colors.font}`;
  context.fillStyle = colors.second;
  context.fillText(bar.difference, width - margin, middle);
}

function drawColumn(
  context: CanvasRenderingContext2D,
  chart: Chart,
  bar: ChartBar,
  place: number,
  colors: Colors,
) {
  const step = (width - 2 * margin) / chart.bars.length;
  const middle = margin + step * (place + 0.5);
  const bottom = margin + headHeight + columnsHeight - 24;
  const height = (columnsHeight - 48) * toLength(bar, chart.bars);
  context.fillStyle = colors.bar;
  context.fillRect(middle - step * 0.38, bottom - height, step * 0.76, height);
  context.textAlign = 'center';
  context.font = `600 12px ${colors.font}`;
  context.fillStyle = colors.text;
  context.fillText(formatNumber(bar.value), middle, bottom - height - 10);
  context.font = `12px ${colors.font}`;
  context.fillStyle = colors.second;
  context.fillText(bar.label, middle, bottom + 14);
}

/** The chart as a picture in the colours of the theme, with its title and its numbers. @throws Error where nothing can be drawn. */
export function drawChart(chart: Chart): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const height = toHeight(chart);
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This window cannot draw.');
  const colors = readColors();
  context.scale(scale, scale);
  context.fillStyle = colors.ground;
  context.fillRect(0, 0, width, height);
  context.textBaseline = 'middle';
  context.font = `600 16px ${colors.font}`;
  context.fillStyle = colors.text;
  context.fillText(chart.title, margin, margin + 10);
  context.font = `13px ${colors.font}`;
  context.fillStyle = colors.second;
  context.fillText(cutToFit(context, chart.note, width - 2 * margin), margin, margin + 34);
  for (const [place, bar] of chart.bars.entries()) {
    if (chart.direction === 'rows')
      drawRow(context, chart, bar, margin + headHeight + place * rowHeight, colors);
    else drawColumn(context, chart, bar, place, colors);
  }
  return canvas;
}
