/** An arc for each value, with the bands outside of it; drawn here, since Grafana publishes its own no longer. */
import { type FieldDisplay, VizOrientation } from '@grafana/data';
import { VizRepeater, useTheme2 } from '@grafana/ui';
import type { Drawn } from '../PanelView';
import { valuesOf } from './Stats';

const FROM = -120;
const TO = 120;
const MOST_FONT = 60;

export function Gauges(drawn: Drawn) {
  return (
    <VizRepeater
      source={drawn.frames}
      renderCounter={0}
      width={drawn.width}
      height={drawn.height}
      orientation={VizOrientation.Auto}
      autoGrid
      getValues={() => valuesOf(drawn)}
      renderValue={({ value, width, height, count }) => (
        <Arc value={value} width={width} height={height} named={count > 1} />
      )}
    />
  );
}

function Arc({ value, width, height, named }: { value: FieldDisplay; width: number; height: number; named: boolean }) {
  const theme = useTheme2();
  const { display, field } = value;
  const min = field.min ?? 0;
  const max = field.max ?? 100;
  const radius = Math.min(width / 2, (height - (named ? 20 : 0)) / 1.5) - 4;
  const [x, y] = [width / 2, radius + 4];
  const angle = (number: number) => FROM + (TO - FROM) * Math.min(1, Math.max(0, (number - min) / (max - min)));
  const steps = field.thresholds?.steps ?? [];
  const size = Math.min(radius / 2, MOST_FONT, (radius * 2) / display.text.length);
  return (
    <svg width={width} height={height} textAnchor="middle" fill={theme.colors.text.primary}>
      {steps.map((step, index) => (
        <path
          key={step.value}
          d={arc(x, y, radius, angle(Math.max(min, step.value)), angle(steps[index + 1]?.value ?? max))}
          stroke={theme.visualization.getColorByName(step.color)}
          strokeWidth={4}
          fill="none"
        />
      ))}
      <path
        d={arc(x, y, radius * 0.82, FROM, TO)}
        stroke={theme.colors.background.secondary}
        strokeWidth={radius / 4}
        fill="none"
      />
      {Number.isFinite(display.numeric) && (
        <path
          d={arc(x, y, radius * 0.82, FROM, angle(display.numeric))}
          stroke={display.color}
          strokeWidth={radius / 4}
          fill="none"
        />
      )}
      <text x={x} y={y + size / 3} fontSize={size} fontWeight={500} fill={display.color}>
        {display.prefix}
        {display.text}
        {display.suffix}
      </text>
      {named && (
        <text x={x} y={height - 6} fontSize={14}>
          {display.title}
        </text>
      )}
    </svg>
  );
}

function arc(x: number, y: number, radius: number, from: number, to: number): string {
  const at = (degrees: number) => {
    const radians = (degrees * Math.PI) / 180;
    return `${x + radius * Math.sin(radians)} ${y - radius * Math.cos(radians)}`;
  };
  return `M ${at(from)} A ${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${at(to)}`;
}
