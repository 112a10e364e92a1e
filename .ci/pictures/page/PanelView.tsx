/** One panel in its frame. What became of it stands in the attributes `data-panel`, `data-state` and `data-why`. */
import { type DataFrame, LoadingState } from '@grafana/data';
import { Icon, PanelChrome } from '@grafana/ui';
import { type ComponentType, useEffect, useState } from 'react';
import type { Annotations } from './annotations';
import type { Panel } from './dashboard';
import { type View, framesOf } from './data';
import { AlertList } from './panels/AlertList';
import { Bars } from './panels/Bars';
import { Gauges } from './panels/Gauges';
import { Graph } from './panels/Graph';
import { Grid } from './panels/Grid';
import { Stats } from './panels/Stats';
import { Rows } from './panels/Rows';
import { during } from './time';

export interface Drawn {
  panel: Panel;
  view: View;
  frames: DataFrame[];
  annotations: Annotations[];
  width: number;
  height: number;
}

const KINDS: Record<string, ComponentType<Drawn>> = {
  alertlist: AlertList,
  bargauge: Bars,
  gauge: Gauges,
  'state-timeline': Grid,
  stat: Stats,
  'status-history': Grid,
  table: Rows,
  timeseries: Graph,
};

/** These show the words for no value themselves, where others have nothing to show them in. */
const OWN_WORDS = ['stat', 'gauge', 'bargauge', 'alertlist'];

interface Props {
  panel: Panel;
  view: View;
  annotations: Annotations[];
  width: number;
  height: number;
}

export function PanelView({ panel, view, annotations, width, height }: Props) {
  const { frames, error } = useFrames(panel, view, width);
  const filled = frames?.some(({ length }) => length > 0);
  const state = error ? 'error' : !frames ? 'loading' : filled || panel.type === 'alertlist' ? 'ok' : 'no data';
  const words = panel.fieldConfig.defaults.noValue;
  return (
    <div data-panel={panel.id} data-title={panel.title} data-state={state} data-why={error ?? words ?? ''}>
      <PanelChrome
        width={width}
        height={height}
        title={panel.title}
        description={panel.description}
        loadingState={frames || error ? LoadingState.Done : LoadingState.Loading}
        statusMessage={error}
        titleItems={panel.timeFrom && <Since time={panel.timeFrom} />}
      >
        {(innerWidth, innerHeight) => {
          const Kind = KINDS[panel.type];
          if (error || !Kind) {
            return <Words text={error ?? `pictures have no panel of type ${panel.type}`} />;
          }
          if (!frames) {
            return null;
          }
          return filled || OWN_WORDS.includes(panel.type) ? (
            <Kind
              panel={panel}
              view={during(view, panel.timeFrom)}
              frames={frames}
              annotations={annotations}
              width={innerWidth}
              height={innerHeight}
            />
          ) : (
            <Words text={words || 'No data'} />
          );
        }}
      </PanelChrome>
    </div>
  );
}

function useFrames(panel: Panel, view: View, width: number): { frames?: DataFrame[]; error?: string } {
  const [result, setResult] = useState<{ frames?: DataFrame[]; error?: string }>({});
  useEffect(() => {
    framesOf(panel, during(view, panel.timeFrom), width)
      .then((frames) => setResult({ frames }))
      .catch((failure: Error) => setResult({ error: failure.message }));
  }, [panel, view, width]);
  return result;
}

function Since({ time }: { time: string }) {
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <Icon name="clock-nine" /> Last {time.replace('h', ' hours')}
    </span>
  );
}

function Words({ text }: { text: string }) {
  return <div style={{ display: 'grid', placeItems: 'center', height: '100%', textAlign: 'center' }}>{text}</div>;
}
