/** A bar for each value. */
import { type VizOrientation, getDisplayValueAlignmentFactors } from '@grafana/data';
import { BarGauge, VizRepeater } from '@grafana/ui';
import type { Drawn } from '../PanelView';
import { valuesOf } from './Stats';

export function Bars(drawn: Drawn) {
  const { panel, view, width, height } = drawn;
  const { displayMode, showUnfilled, valueMode, namePlacement, orientation } = panel.options;
  return (
    <VizRepeater
      source={drawn.frames}
      renderCounter={0}
      width={width}
      height={height}
      minVizHeight={16}
      minVizWidth={8}
      maxVizHeight={300}
      itemSpacing={10}
      orientation={orientation as VizOrientation}
      getValues={() => valuesOf(drawn)}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={({ value, width, height, orientation, alignmentFactors }) => (
        <BarGauge
          value={value.display}
          field={value.field}
          display={value.view?.getFieldDisplayProcessor(value.colIndex ?? 0)}
          valueDisplayMode={valueMode}
          {...{ width, height, orientation, alignmentFactors, displayMode, showUnfilled, namePlacement }}
          theme={view.theme}
        />
      )}
    />
  );
}
