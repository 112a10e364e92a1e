/** A panel's data: its queries asked, transformed and given the looks that its field configuration says. */
import {
  type DataFrame,
  FieldColorModeId,
  FieldConfigOptionsRegistry,
  type FieldConfigPropertyItem,
  type FieldConfigSource,
  FieldType,
  type GrafanaTheme2,
  type Labels,
  ThresholdsMode,
  type TimeRange,
  applyFieldOverrides,
  createDataFrame,
  identityOverrideProcessor,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  thresholdsOverrideProcessor,
  transformDataFrame,
} from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import type { Panel, Target } from './dashboard';
import { type Series, instant, range } from './prometheus';
import { type Choice, fill, intervals, step } from './variables';

/** Which moment is looked at, with what chosen, and how it is to look. */
export interface View {
  time: TimeRange;
  choices: Choice[];
  scrapeSeconds: number;
  theme: GrafanaTheme2;
}

const STANDARD = ['unit', 'min', 'max', 'decimals', 'displayName', 'noValue', 'mappings', 'links', 'color', 'filterable'];

const CUSTOM = [
  'align',
  'axisPlacement',
  'cellOptions',
  'drawStyle',
  'fillOpacity',
  'filterable',
  'footer',
  'hidden',
  'hideFrom',
  'lineInterpolation',
  'lineStyle',
  'lineWidth',
  'scaleDistribution',
  'showPoints',
  'spanNulls',
  'stacking',
  'thresholdsStyle',
  'width',
];

/** Grafana fills these at its start, with editors that a picture does not need. */
export function fillRegistries(): void {
  standardFieldConfigEditorRegistry.setInit(() => [
    ...STANDARD.map((id) => property(id, false)),
    { ...property('thresholds', false), process: thresholdsOverrideProcessor },
  ]);
  const transformers = new Map(Object.values(standardTransformers).map((one) => [one.id, one]));
  standardTransformersRegistry.setInit(() =>
    [...transformers.values()].map((transformer) => ({
      id: transformer.id,
      name: transformer.name,
      transformation: () => Promise.resolve(transformer),
      editor: () => null,
      imageDark: '',
      imageLight: '',
    }))
  );
}

function property(id: string, isCustom: boolean): FieldConfigPropertyItem {
  return {
    id: isCustom ? `custom.${id}` : id,
    path: id,
    name: id,
    isCustom,
    editor: () => null,
    override: () => null,
    process: identityOverrideProcessor,
    shouldApply: () => true,
  };
}

function registry(): FieldConfigOptionsRegistry {
  const all = [...standardFieldConfigEditorRegistry.list(), ...CUSTOM.map((id) => property(id, true))];
  return new FieldConfigOptionsRegistry(() => all);
}

/** The frames of a panel that is so many pixels wide. */
export async function framesOf(panel: Panel, view: View, width: number): Promise<DataFrame[]> {
  const seconds = step(view.time, panel.maxDataPoints ?? width, view.scrapeSeconds);
  const answers = await Promise.all(panel.targets.map((target) => ask(target, view, seconds)));
  const frames = panel.targets.flatMap((target, index) =>
    target.format === 'table'
      ? table(target, answers[index]!, panel.targets.length > 1)
      : timeSeries(target, answers[index]!, seconds)
  );
  const transformed = await lastValueFrom(
    transformDataFrame(panel.transformations, frames, { interpolate: (text) => fill(text, view.choices) })
  );
  return applyFieldOverrides({
    data: transformed,
    fieldConfig: withDefaults(panel),
    fieldConfigRegistry: registry(),
    replaceVariables: (text) => fill(text, view.choices),
    theme: view.theme,
    timeZone: 'utc',
  });
}

/** What Grafana adds to a panel that does not say it. */
function withDefaults({ type, fieldConfig }: Panel): FieldConfigSource {
  const mode = type === 'timeseries' ? FieldColorModeId.PaletteClassic : FieldColorModeId.Thresholds;
  const steps = [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ];
  const thresholds = { mode: ThresholdsMode.Absolute, steps };
  return { ...fieldConfig, defaults: { color: { mode }, thresholds, ...fieldConfig.defaults } };
}

function ask(target: Target, view: View, seconds: number): Promise<Series[]> {
  const expr = fill(target.expr, view.choices, intervals(view.time, seconds, view.scrapeSeconds));
  return target.instant ? instant(expr, view.time.to.valueOf()) : range(expr, view.time, seconds);
}

/** As Grafana's data source for Prometheus does: a frame for each series. */
function timeSeries(target: Target, series: Series[], seconds: number): DataFrame[] {
  return series.map(({ labels, times, values }) =>
    createDataFrame({
      refId: target.refId,
      fields: [
        { name: 'Time', type: FieldType.time, config: { interval: seconds * 1000 }, values: times },
        {
          name: 'Value',
          type: FieldType.number,
          labels,
          config: { displayNameFromDS: legend(target.legendFormat, labels) },
          values,
        },
      ],
    })
  );
}

/** A label that is missing leaves nothing behind. */
function legend(format: string, labels: Labels): string {
  return format.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => labels[label] ?? '');
}

/** As Grafana's data source for Prometheus does: a row for each series, a column for each label. */
function table(target: Target, series: Series[], several: boolean): DataFrame[] {
  if (series.length === 0) {
    return [];
  }
  const labels = [...new Set(series.flatMap((one) => Object.keys(one.labels)))].sort();
  return [
    createDataFrame({
      refId: target.refId,
      meta: { preferredVisualisationType: 'rawPrometheus' },
      fields: [
        { name: 'Time', type: FieldType.time, values: series.map(({ times }) => times.at(-1)) },
        ...labels.map((label) => ({
          name: label,
          type: FieldType.string,
          config: { filterable: true },
          values: series.map((one) => one.labels[label] ?? ''),
        })),
        {
          name: several ? `Value #${target.refId}` : 'Value',
          type: FieldType.number,
          values: series.map(({ values }) => values.at(-1)),
        },
      ],
    }),
  ];
}
