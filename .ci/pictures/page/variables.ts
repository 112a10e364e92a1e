/** The choices at the top of a dashboard, and the places in queries that they fill. */
import { type TimeRange, rangeUtil } from '@grafana/data';
import type { Dashboard, Variable } from './dashboard';
import { instant, labelValues } from './prometheus';

/** A variable with what was chosen of it: `expr` stands in queries, `text` at the top of the page. */
export interface Choice {
  variable: Variable;
  text: string;
  values: string[];
  expr: string;
}

const LABEL_VALUES = /^label_values\((?:([\s\S]*),)?\s*(\w+)\)$/;
const QUERY_RESULT = /^query_result\(([\s\S]*)\)$/;

/** One after the other, since a variable's query may have the ones before in it. */
export async function choose(dashboard: Dashboard, given: URLSearchParams, time: TimeRange): Promise<Choice[]> {
  const choices: Choice[] = [];
  for (const variable of dashboard.templating.list) {
    const options = await optionsOf(variable, choices, time);
    choices.push(choice(variable, options, given.getAll(`var-${variable.name}`)));
  }
  return choices;
}

interface Option {
  text: string;
  value: string;
}

async function optionsOf(variable: Variable, before: Choice[], time: TimeRange): Promise<Option[]> {
  if (variable.type === 'datasource') {
    return [{ text: 'Prometheus', value: 'prometheus' }];
  }
  if (variable.type === 'custom') {
    return variable.query.split(',').map((value) => ({ text: value, value }));
  }
  const query = fill(variable.query.trim(), before);
  const labels = LABEL_VALUES.exec(query);
  const found = labels
    ? await labelValues(labels[2]!, labels[1] ?? '', time)
    : (await instant(QUERY_RESULT.exec(query)![1]!, time.to.valueOf())).map(asGrafanaWritesIt);
  return found.flatMap((text) => matching(text, variable.regex)).sort((a, b) => a.text.localeCompare(b.text));
}

function asGrafanaWritesIt({ labels }: { labels: Record<string, string> }): string {
  const { __name__: name, ...others } = labels;
  const written = Object.entries(others).map(([label, value]) => `${label}="${value}"`);
  return `${name ?? ''}{${written.join(',')}}`;
}

function matching(text: string, regex?: string): Option[] {
  if (!regex) {
    return [{ text, value: text }];
  }
  const groups = new RegExp(regex.slice(1, regex.lastIndexOf('/'))).exec(text)?.groups;
  return groups ? [{ text: groups['text'] ?? groups['value']!, value: groups['value'] ?? groups['text']! }] : [];
}

function choice(variable: Variable, options: Option[], given: string[]): Choice {
  const wanted = given.length > 0 ? given : [variable.current?.value ?? []].flat();
  const chosen = options.filter(({ text, value }) => wanted.includes(value) || wanted.includes(text));
  if (chosen.length === 0 && variable.includeAll) {
    const expr = variable.allValue ?? group(options.map(({ value }) => value));
    return { variable, text: 'All', values: ['$__all'], expr };
  }
  const taken = chosen.length > 0 ? chosen : options.slice(0, 1);
  const values = taken.map(({ value }) => value);
  return { variable, text: taken.map(({ text }) => text).join(' + '), values, expr: group(values) };
}

/** Values are parts of regular expressions inside of quotes. */
function group(values: string[]): string {
  const escaped = values.map((value) => value.replace(/[\\^$*+?.()|[\]{}]/g, '\\\\$&'));
  return escaped.length === 1 ? escaped[0]! : `(${escaped.join('|')})`;
}

/** Puts values in the place of `$name`, `${name}` and `${name:format}`; what nobody knows stays. */
export function fill(text: string, choices: Choice[], more: Record<string, string> = {}): string {
  return text.replace(/\$(?:(\w+)|\{(\w+)(?::(\w+))?\})/g, (place, bare?: string, braced?: string, format?: string) => {
    const name = bare ?? braced!;
    const found = choices.find(({ variable }) => variable.name === name);
    if (!found) {
      return more[name] ?? place;
    }
    if (format === 'queryparam') {
      return found.values.map((value) => `var-${name}=${encodeURIComponent(value)}`).join('&');
    }
    return format === 'text' ? found.text : found.expr;
  });
}

/** Grafana's own variables for a query with this step. */
export function intervals(time: TimeRange, stepSeconds: number, scrapeSeconds: number): Record<string, string> {
  const rangeSeconds = Math.round((time.to.valueOf() - time.from.valueOf()) / 1000);
  return {
    __interval: `${stepSeconds}s`,
    __interval_ms: String(stepSeconds * 1000),
    __rate_interval: `${Math.max(stepSeconds + scrapeSeconds, 4 * scrapeSeconds)}s`,
    __range: `${rangeSeconds}s`,
    __range_s: String(rangeSeconds),
    __range_ms: String(rangeSeconds * 1000),
    __from: String(time.from.valueOf()),
    __to: String(time.to.valueOf()),
  };
}

/** As many samples as a panel has room for, and none closer than scrapes are. */
export function step(time: TimeRange, points: number, scrapeSeconds: number): number {
  return Math.max(rangeUtil.calculateInterval(time, points, `${scrapeSeconds}s`).intervalMs / 1000, scrapeSeconds);
}

