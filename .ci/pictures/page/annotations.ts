/** Marks on the time axis: moments, or the times between a first and a last sample that follow each other closely. */
import type { Annotation, Dashboard } from './dashboard';
import type { View } from './data';
import { range } from './prometheus';
import { fill, intervals, step } from './variables';

export interface Annotations {
  name: string;
  colour: string;
  /** In milliseconds; both ends are one for a moment. */
  times: Array<[number, number]>;
}

/** As often as the page has pixels, and no oftener than this. */
const SHORTEST_STEP_SECONDS = 60;

export async function annotationsOf(dashboard: Dashboard, view: View): Promise<Annotations[]> {
  return Promise.all(dashboard.annotations.list.filter(({ enable }) => enable).map((one) => timesOf(one, view)));
}

async function timesOf(annotation: Annotation, view: View): Promise<Annotations> {
  const seconds = step(view.time, window.innerWidth, SHORTEST_STEP_SECONDS);
  const expr = fill(annotation.expr, view.choices, intervals(view.time, seconds, view.scrapeSeconds));
  const series = await range(expr, view.time, seconds);
  return {
    name: annotation.name,
    colour: view.theme.visualization.getColorByName(annotation.iconColor),
    times: series.flatMap(({ times }) => regions(times, seconds * 1000)),
  };
}

function regions(times: number[], longest: number): Array<[number, number]> {
  const found: Array<[number, number]> = [];
  for (const time of times) {
    const last = found.at(-1);
    if (last && time - last[1] <= longest) {
      last[1] = time;
    } else {
      found.push([time, time]);
    }
  }
  return found;
}
