/** Moments and times to look at. */
import { dateTime } from '@grafana/data';
import type { View } from './data';

/** A time such as `now-7d`, where now is the moment that is looked at. */
export function moment(text: string, now: number) {
  const before = /^now-(\d+)([mhdw])$/.exec(text);
  return before ? dateTime(now).subtract(Number(before[1]), before[2] as 'm') : dateTime(now);
}

/** The same, of a panel that has a time of its own such as `24h`. */
export function during(view: View, time?: string): View {
  if (!time) {
    return view;
  }
  const raw = { from: `now-${time}`, to: 'now' };
  return { ...view, time: { from: moment(raw.from, view.time.to.valueOf()), to: view.time.to, raw } };
}
