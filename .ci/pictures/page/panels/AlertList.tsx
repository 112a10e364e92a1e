/**
 * The alerts that fire, as Grafana lists them in groups. Grafana asks the rules' server, which knows the present alone;
 * here the series of alerts are asked, for the moment that is looked at.
 */
import { Badge, useTheme2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import type { Drawn } from '../PanelView';
import { type Series, instant } from '../prometheus';
import { fill } from '../variables';

export function AlertList({ panel, view, height }: Drawn) {
  const theme = useTheme2();
  const [alerts, setAlerts] = useState<Series[]>();
  const { alertInstanceLabelFilter, groupBy = [], maxItems } = panel.options;
  useEffect(() => {
    const labels = fill(alertInstanceLabelFilter, view.choices).replace(/^\{|\}$/g, '');
    instant(`ALERTS{alertstate="firing",${labels}}`, view.time.to.valueOf()).then(setAlerts);
  }, [alertInstanceLabelFilter, view]);
  if (!alerts) {
    return null;
  }
  if (alerts.length === 0) {
    return <p>No alerts matching filters</p>;
  }
  const groups = Map.groupBy(alerts.slice(0, maxItems), ({ labels }) =>
    groupBy.map((label: string) => `${label}=${labels[label] ?? ''}`).join(' ')
  );
  return (
    <div style={{ height, overflow: 'auto' }}>
      {[...groups].map(([group, members]) => (
        <div key={group} style={{ marginBottom: theme.spacing(1) }}>
          {group && <Badge color="blue" text={group} />} <span>{members.length === 1 ? '1 instance' : `${members.length} instances`}</span>
          {members.map(({ labels }) => (
            <div key={JSON.stringify(labels)} style={{ padding: theme.spacing(0.5, 1) }}>
              <Badge color="red" text="Firing" /> {labels['alertname']}{' '}
              <small style={{ color: theme.colors.text.secondary }}>
                {['realm', 'host', 'team', 'resource', 'type'].map((label) => labels[label]).join(' ')}
              </small>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
