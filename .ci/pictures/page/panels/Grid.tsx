/** State timeline and status history: a line for each series, coloured by its values. Grafana does not publish its own. */
import { type DataFrame, type Field, type TimeRange, FieldType, dateTimeFormat, getFieldDisplayName } from '@grafana/data';
import { LegendDisplayMode } from '@grafana/schema';
import { Pagination, VizLayout, VizLegend, measureText, useTheme2 } from '@grafana/ui';
import type { Drawn } from '../PanelView';

const FONT = 12;
const AXIS = 22;
const LABEL_GAP = 8;

/** Text in pictures is a little wider than it is measured. */
const SLACK = 1.15;
const TICKS_EVERY = 90;

/** Grafana's own, since version 11. */
const PER_PAGE = 20;

interface Line {
  name: string;
  cells: Cell[];
}

interface Cell {
  from: number;
  to: number;
  text: string;
  colour: string;
}

export function Grid({ panel, view, frames, width, height }: Drawn) {
  const merged = panel.type === 'state-timeline';
  const { perPage = PER_PAGE } = panel.options;
  const lines = frames.slice(0, perPage).map((frame) => lineOf(frame, frames, view.time, merged));
  const { showLegend, placement } = panel.options.legend;
  const legend = showLegend ? (
    <VizLayout.Legend placement={placement}>
      <VizLegend placement={placement} items={wordsOf(lines)} displayMode={LegendDisplayMode.List} />
    </VizLayout.Legend>
  ) : null;
  return (
    <VizLayout width={width} height={height} legend={legend ?? pages(frames.length, perPage)}>
      {(inner, innerHeight) => (
        <Chart
          lines={lines}
          time={view.time}
          width={inner}
          height={innerHeight}
          gap={merged ? 0 : 1}
          rowHeight={panel.options.rowHeight}
        />
      )}
    </VizLayout>
  );
}

function pages(lines: number, perPage: number) {
  return lines > perPage ? (
    <VizLayout.Legend placement="bottom">
      <Pagination currentPage={1} numberOfPages={Math.ceil(lines / perPage)} onNavigate={() => {}} showSmallVersion />
    </VizLayout.Legend>
  ) : null;
}

interface ChartProps {
  lines: Line[];
  time: TimeRange;
  width: number;
  height: number;
  gap: number;
  rowHeight: number;
}

function Chart({ lines, time, width, height, gap, rowHeight }: ChartProps) {
  const theme = useTheme2();
  const left = Math.max(...lines.map(({ name }) => measureText(name, FONT).width * SLACK)) + LABEL_GAP;
  const [from, to] = [time.from.valueOf(), time.to.valueOf()];
  const x = (moment: number) => left + ((moment - from) / (to - from)) * (width - left);
  const row = (height - AXIS) / lines.length;
  return (
    <svg width={width} height={height} fontSize={FONT} fill={theme.colors.text.primary}>
      {lines.map(({ name, cells }, index) => (
        <g key={name} transform={`translate(0 ${index * row})`}>
          <text x={left - LABEL_GAP} y={row / 2 + FONT / 3} textAnchor="end">
            {name}
          </text>
          {cells.map((cell) => (
            <rect
              key={cell.from}
              x={x(cell.from)}
              y={(row * (1 - rowHeight)) / 2}
              width={Math.max(1, x(cell.to) - x(cell.from) - gap)}
              height={row * rowHeight}
              fill={cell.colour}
              fillOpacity={0.8}
            />
          ))}
        </g>
      ))}
      {ticks(from, to, Math.floor((width - left) / TICKS_EVERY)).map((moment) => (
        <text key={moment} x={x(moment)} y={height - 4} textAnchor="middle" fill={theme.colors.text.secondary}>
          {dateTimeFormat(moment, { format: to - from > 86_400_000 ? 'MM/DD' : 'HH:mm', timeZone: 'utc' })}
        </text>
      ))}
    </svg>
  );
}

function lineOf(frame: DataFrame, all: DataFrame[], time: TimeRange, merged: boolean): Line {
  const times: number[] = frame.fields.find(({ type }) => type === FieldType.time)!.values;
  const field = frame.fields.find(({ type }) => type === FieldType.number)!;
  const step = frame.fields[0]!.config.interval ?? 0;
  const cells: Cell[] = [];
  times.forEach((moment, index) => {
    const cell = cellOf(field, index, moment, Math.min(moment + step, time.to.valueOf()));
    const last = cells.at(-1);
    if (merged && last && last.text === cell.text && moment <= last.to + step) {
      last.to = cell.to;
    } else {
      cells.push(cell);
    }
  });
  return { name: getFieldDisplayName(field, frame, all), cells };
}

function cellOf(field: Field, index: number, from: number, to: number): Cell {
  const { text, color } = field.display!(field.values[index]);
  return { from, to, text, colour: color ?? 'transparent' };
}

function wordsOf(lines: Line[]) {
  const colours = new Map(lines.flatMap(({ cells }) => cells.map(({ text, colour }) => [text, colour] as const)));
  return [...colours].map(([label, color]) => ({ label, color, yAxis: 1 }));
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080].map((minutes) => minutes * 60_000);

function ticks(from: number, to: number, most: number): number[] {
  const step = STEPS.find((one) => (to - from) / one <= most) ?? STEPS.at(-1)!;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, index) => first + index * step).filter(
    (moment) => to - moment > (to - from) / 50
  );
}
