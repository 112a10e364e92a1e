/** Lines over time, with Grafana's own graph; the marks of annotations are drawn over it. */
import { TimeSeries, type UPlotConfigBuilder } from '@grafana/ui';
import { useLayoutEffect } from 'react';
import type { Drawn } from '../PanelView';
import type { Annotations } from '../annotations';

export function Graph({ panel, view, frames, annotations, width, height }: Drawn) {
  return (
    <TimeSeries
      frames={frames}
      width={width}
      height={height}
      timeRange={view.time}
      timeZone="utc"
      legend={panel.options.legend}
      options={panel.options}
    >
      {(builder) => <Marks builder={builder} annotations={annotations} />}
    </TimeSeries>
  );
}

function Marks({ builder, annotations }: { builder: UPlotConfigBuilder; annotations: Annotations[] }) {
  useLayoutEffect(() => {
    builder.addHook('draw', (plot) => {
      const { left, top, width, height } = plot.bbox;
      const context = plot.ctx;
      context.save();
      context.beginPath();
      context.rect(left, top, width, height + 8);
      context.clip();
      for (const { colour, times } of annotations) {
        context.strokeStyle = context.fillStyle = colour;
        for (const [from, to] of times) {
          const [start, end] = [plot.valToPos(from, 'x', true), plot.valToPos(to, 'x', true)];
          mark(context, start, end, top, height);
        }
      }
      context.restore();
    });
  }, [builder, annotations]);
  return null;
}

function mark(context: CanvasRenderingContext2D, start: number, end: number, top: number, height: number): void {
  const bottom = top + height;
  context.setLineDash([5, 5]);
  for (const x of start === end ? [start] : [start, end]) {
    context.beginPath();
    context.moveTo(x, top);
    context.lineTo(x, bottom);
    context.stroke();
  }
  if (start === end) {
    context.beginPath();
    context.moveTo(start, bottom);
    context.lineTo(start - 5, bottom + 6);
    context.lineTo(start + 5, bottom + 6);
    context.fill();
    return;
  }
  context.globalAlpha = 0.1;
  context.fillRect(start, top, end - start, height);
  context.globalAlpha = 1;
  context.fillRect(start, bottom, end - start, 5);
}
