/** A table, with Grafana's own component and the changes that Grafana makes to older dashboards when it loads them. */
import { type DataFrame, type Field, cacheFieldDisplayNames } from '@grafana/data';
import { TableNG } from '@grafana/ui/unstable';
import type { Drawn } from '../PanelView';

interface Footer {
  show?: boolean;
  fields?: string[];
  reducer?: string[];
}

export function Rows({ panel, view, frames, width, height }: Drawn) {
  cacheFieldDisplayNames(frames);
  return (
    <TableNG
      data={asNow(frames[0]!, panel.options.footer ?? {})}
      width={width}
      height={height}
      noHeader={!panel.options.showHeader}
      cellHeight={panel.options.cellHeight}
      sortBy={panel.options.sortBy}
      timeRange={view.time}
      fieldConfig={panel.fieldConfig}
      enableVirtualization={false}
    />
  );
}

/** Hidden columns and the footer are told per field since Grafana 12. */
function asNow(frame: DataFrame, footer: Footer): DataFrame {
  return { ...frame, fields: frame.fields.map((field) => ({ ...field, config: configOf(field, footer) })) };
}

function configOf({ name, config }: Field, footer: Footer) {
  const custom = { ...config.custom };
  if (custom.hidden) {
    custom.hideFrom = { viz: true };
  }
  if (footer.show && footer.fields?.includes(name)) {
    custom.footer = { reducers: footer.reducer };
  }
  return { ...config, custom };
}
