/** Values as large as they fit, with a graph behind where the panel says so. */
import { type FieldDisplay, VizOrientation, getDisplayValueAlignmentFactors, getFieldDisplayValues } from '@grafana/data';
import { BigValue, VizRepeater } from '@grafana/ui';
import type { Drawn } from '../PanelView';
import { fill } from '../variables';

/** What stat, bar gauge and gauge show: the latest value of each series, or the panel's words for none. */
export function valuesOf({ panel, view, frames }: Drawn, sparkline = false): FieldDisplay[] {
  return getFieldDisplayValues({
    data: frames,
    fieldConfig: panel.fieldConfig,
    reduceOptions: panel.options.reduceOptions,
    replaceVariables: (text) => fill(text, view.choices),
    theme: view.theme,
    timeZone: 'utc',
    sparkline,
  });
}

export function Stats(drawn: Drawn) {
  const { panel, view, width, height } = drawn;
  const { graphMode, colorMode, justifyMode, textMode, orientation } = panel.options;
  return (
    <VizRepeater
      source={drawn.frames}
      renderCounter={0}
      width={width}
      height={height}
      orientation={orientation as VizOrientation}
      autoGrid
      getValues={() => valuesOf(drawn, graphMode !== 'none')}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={({ value, width, height, count, alignmentFactors }) => (
        <BigValue
          value={value.display}
          sparkline={value.sparkline && { ...value.sparkline, timeRange: view.time }}
          {...{ width, height, count, alignmentFactors, colorMode, graphMode, justifyMode, textMode }}
          theme={view.theme}
        />
      )}
    />
  );
}
