/** What the pictures ask Prometheus, by way of the server that serves this page. */
import type { Labels, TimeRange } from '@grafana/data';

/** Times in milliseconds, as Grafana has them. */
export interface Series {
  labels: Labels;
  times: number[];
  values: number[];
}

export async function range(expr: string, time: TimeRange, stepSeconds: number): Promise<Series[]> {
  const step = stepSeconds * 1000;
  return matrix('query_range', {
    query: expr,
    start: String((Math.floor(time.from.valueOf() / step) * step) / 1000),
    end: String((Math.floor(time.to.valueOf() / step) * step) / 1000),
    step: String(stepSeconds),
  });
}

export async function instant(expr: string, at: number): Promise<Series[]> {
  return matrix('query', { query: expr, time: String(at / 1000) });
}

export async function labelValues(label: string, selector: string, time: TimeRange): Promise<string[]> {
  return ask(`label/${label}/values`, {
    'match[]': selector,
    start: String(time.from.valueOf() / 1000),
    end: String(time.to.valueOf() / 1000),
  });
}

type Sample = [number, string];

interface Answer {
  resultType: 'matrix' | 'vector' | 'scalar';
  result: Array<{ metric: Labels; values?: Sample[]; value?: Sample }> | Sample;
}

async function matrix(route: string, parameters: Record<string, string>): Promise<Series[]> {
  const answer: Answer = await ask(route, parameters);
  const result =
    answer.resultType === 'scalar'
      ? [{ metric: {}, value: answer.result as Sample }]
      : (answer.result as Array<{ metric: Labels; values?: Sample[]; value?: Sample }>);
  return result.map(({ metric, values, value }) => {
    const samples = values ?? (value ? [value] : []);
    return {
      labels: metric,
      times: samples.map(([time]) => time * 1000),
      values: samples.map(([, text]) => number(text)),
    };
  });
}

function number(text: string): number {
  return text.endsWith('Inf') ? Number(text.replace('Inf', 'Infinity')) : Number(text);
}

async function ask<T>(route: string, parameters: Record<string, string>): Promise<T> {
  const response = await fetch(`/prometheus/api/v1/${route}?${new URLSearchParams(parameters)}`);
  const answer = await response.json();
  if (answer.status !== 'success') {
    throw new Error(answer.error ?? `status ${response.status}`);
  }
  return answer.data;
}
