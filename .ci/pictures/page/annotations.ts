/** Marks on the time axis: moments, or the times between a first and a last sample that follow each other closely. */
import { rangeUtil } from '@grafana/data';
import type { Annotation, Dashboard } from './dashboard';
import type { View } from './data';
import { range } from './prometheus';
import { fill, intervals } from './variables';

export interface Annotations {
  name: string;
  colour: string;
  /** In milliseconds; both ends are one for a moment. */
  times: Array<[number, number]>;
}

/** What Prometheus answers at most for one series. */
const MOST_SAMPLES = 11_000;

export async function annotationsOf(dashboard: Dashboard, view: View): Promise<Annotations[]> {
  return Promise.all(dashboard.annotations.list.filter(({ enable }) => enable).map((one) => timesOf(one, view)));
}

async function timesOf(annotation: Annotation, view: View): Promise<Annotations> {
  const seconds = (view.time.to.valueOf() - view.time.from.valueOf()) / 1000;
  const step = Math.max(rangeUtil.intervalToSeconds(annotation.step ?? '60s'), Math.ceil(seconds / MOST_SAMPLES));
  const expr = fill(annotation.expr, view.choices, intervals(view.time, step, view.scrapeSeconds));
  const series = await range(expr, view.time, step);
  return {
    name: annotation.name,
    colour: view.theme.visualization.getColorByName(annotation.iconColor),
    times: series.flatMap(({ times }) => regions(times, step * 1000)),
  };
}

function regions(times: number[], step: number): Array<[number, number]> {
  const found: Array<[number, number]> = [];
  for (const time of times) {
    const last = found.at(-1);
    if (last && time - last[1] <= step) {
      last[1] = time;
    } else {
      found.push([time, time]);
    }
  }
  return found;
}
