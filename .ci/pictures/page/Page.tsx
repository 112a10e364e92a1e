/** A dashboard as Grafana lays it out: title, choices, and panels on a grid of 24 columns. */
import { css } from '@emotion/css';
import { type GrafanaTheme2, rangeUtil } from '@grafana/data';
import { Icon, InlineSwitch, ToolbarButton, useStyles2, useTheme2 } from '@grafana/ui';
import { PanelView } from './PanelView';
import type { Annotations } from './annotations';
import type { Dashboard, Panel } from './dashboard';
import type { View } from './data';
import { fill } from './variables';

const COLUMNS = 24;
const CELL = 30;
const GAP = 8;
const EDGE = 16;

interface Props {
  dashboard: Dashboard;
  view: View;
  annotations: Annotations[];
  allRows: boolean;
}

export function Page({ dashboard, view, annotations, allRows }: Props) {
  const styles = useStyles2(stylesOf);
  const width = document.documentElement.clientWidth - 2 * EDGE;
  const panels = shown(dashboard, allRows);
  const lines = Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h));
  return (
    <>
      <header className={styles.bar}>
        Dashboards <Icon name="angle-right" /> tiCrypt <Icon name="angle-right" /> {dashboard.title}
      </header>
      <div className={styles.tools}>
        <ToolbarButton icon="clock-nine" isOpen={false} variant="canvas">
          {rangeUtil.describeTimeRange(view.time.raw)}
        </ToolbarButton>
        <ToolbarButton icon="sync" isOpen={false} variant="canvas">
          {dashboard.refresh}
        </ToolbarButton>
      </div>
      <div className={styles.choices}>
        {view.choices.map(({ variable, text }) => (
          <div key={variable.name} className={styles.choice}>
            <span className={styles.label}>{variable.label ?? variable.name}</span>
            <span className={styles.value}>
              {text} <Icon name="angle-down" />
            </span>
          </div>
        ))}
        {annotations.map(({ name }) => (
          <InlineSwitch key={name} label={name} showLabel value readOnly />
        ))}
        <span className={styles.links}>
          {dashboard.links.map(({ title }) => (
            <ToolbarButton key={title} icon="bars" isOpen={false} variant="canvas">
              {title}
            </ToolbarButton>
          ))}
        </span>
      </div>
      <main className={styles.grid} style={{ height: lines * (CELL + GAP) + GAP }}>
        {panels.map((panel) => (
          <Place key={panel.id} panel={panel} view={view} annotations={annotations} width={width} />
        ))}
      </main>
    </>
  );
}

interface PlaceProps {
  panel: Panel;
  view: View;
  annotations: Annotations[];
  width: number;
}

function Place({ panel, view, annotations, width }: PlaceProps) {
  const { x, y, w, h } = panel.gridPos;
  const column = (width - (COLUMNS - 1) * GAP) / COLUMNS;
  const size = { width: Math.round(w * (column + GAP) - GAP), height: h * (CELL + GAP) - GAP };
  const style = { position: 'absolute' as const, left: Math.round(x * (column + GAP)), top: y * (CELL + GAP), ...size };
  return (
    <section style={style}>
      {panel.type === 'row' ? (
        <RowView panel={panel} view={view} />
      ) : (
        <PanelView panel={panel} view={view} annotations={annotations} {...size} />
      )}
    </section>
  );
}

function RowView({ panel, view }: { panel: Panel; view: View }) {
  const theme = useTheme2();
  const closed = panel.collapsed ? panel.panels!.length : 0;
  return (
    <div style={{ height: CELL, display: 'flex', alignItems: 'center', ...theme.typography.h5 }}>
      <Icon name={closed ? 'angle-right' : 'angle-down'} /> &nbsp;{fill(panel.title, view.choices)}
      {closed > 0 && <span style={{ color: theme.colors.text.secondary }}>&nbsp;({closed} panels)</span>}
    </div>
  );
}

/** Panels of closed rows lie where they would be if theirs alone were opened: what follows moves down by them. */
function shown(dashboard: Dashboard, allRows: boolean): Panel[] {
  if (!allRows) {
    return dashboard.panels;
  }
  let down = 0;
  return dashboard.panels.flatMap((panel) => {
    const at = (one: Panel) => ({ ...one, gridPos: { ...one.gridPos, y: one.gridPos.y + down } });
    const opened = [at({ ...panel, collapsed: false }), ...(panel.panels ?? []).map(at)];
    const below = (panel.panels ?? []).map(({ gridPos }) => gridPos.y + gridPos.h);
    down += Math.max(0, ...below) - (below.length > 0 ? panel.gridPos.y + 1 : 0);
    return opened;
  });
}

const stylesOf = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    height: 40,
    padding: `0 ${EDGE}px`,
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  tools: css({
    display: 'flex',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: theme.spacing(1),
    height: 40,
    padding: `0 ${EDGE}px`,
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  choices: css({ display: 'flex', flexWrap: 'wrap', gap: 8, padding: `8px ${EDGE}px` }),
  choice: css({ display: 'flex', height: 32, lineHeight: '30px', border: `1px solid ${theme.components.input.borderColor}` }),
  label: css({ padding: '0 8px', background: theme.colors.background.secondary, fontWeight: 500, fontSize: 12 }),
  value: css({ padding: '0 8px', background: theme.components.input.background }),
  links: css({ marginLeft: 'auto' }),
  grid: css({ position: 'relative', margin: `0 ${EDGE}px` }),
});
