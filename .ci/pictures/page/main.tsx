/** The page of one dashboard: `?dashboard=ticrypt-overview&theme=dark&to=<ms>&from=now-7d&var-team=...`. */
import { ThemeContext, createTheme, dateTime, setTimeZoneResolver } from '@grafana/data';
import { GlobalStyles } from '@grafana/ui';
import { createRoot } from 'react-dom/client';
import { Page } from './Page';
import { type Annotations, annotationsOf } from './annotations';
import type { Dashboard } from './dashboard';
import { type View, fillRegistries } from './data';
import { moment } from './time';
import { choose } from './variables';

const given = new URLSearchParams(window.location.search);

async function show(): Promise<void> {
  fillRegistries();
  setTimeZoneResolver(() => 'utc');
  const dashboard: Dashboard = await (await fetch(`/dashboards/${given.get('dashboard')}.json`)).json();
  const now = Number(given.get('now') ?? Date.now());
  const raw = { from: given.get('from') ?? dashboard.time.from, to: 'now' };
  const time = { from: moment(raw.from, now), to: dateTime(now), raw };
  const theme = createTheme({ colors: { mode: given.get('theme') === 'light' ? 'light' : 'dark' } });
  const view: View = {
    time,
    choices: await choose(dashboard, given, time),
    scrapeSeconds: Number(given.get('scrape') ?? 60),
    theme,
  };
  const annotations: Annotations[] = await annotationsOf(dashboard, view);
  createRoot(document.getElementById('page')!).render(
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      <Page dashboard={dashboard} view={view} annotations={annotations} allRows={given.has('all-rows')} />
    </ThemeContext.Provider>
  );
}

show().catch((failure: Error) => {
  document.body.dataset['failed'] = failure.message;
});
