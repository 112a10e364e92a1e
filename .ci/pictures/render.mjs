// Draws the dashboards of grafana/ in a headless Chromium, over the Prometheus that is named, and says which panels are empty.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { accessSync, constants, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { delimiter, extname, join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import sharp from 'sharp';

const USAGE = `node render.mjs [options]
  --prometheus URL   where the data is (http://127.0.0.1:9090)
  --out DIR          where the pictures go (out)
  --dashboard UID    one of grafana/, once or more (all)
  --now TIME         the moment that is looked at, such as 2026-11-20T14:00:00Z (now)
  --from TIME        how far back, such as now-6h (as the dashboard says)
  --var NAME=VALUE   a choice at the top, once or more, by value or by what is shown of it
  --scrape SECONDS   the data source's scrape interval (60)
  --theme THEME      dark, light or both (dark)
  --all-rows         opens rows that are closed at first`;

const { values: given } = parseArgs({
  options: {
    prometheus: { type: 'string', default: 'http://127.0.0.1:9090' },
    out: { type: 'string', default: 'out' },
    dashboard: { type: 'string', multiple: true },
    now: { type: 'string' },
    from: { type: 'string' },
    var: { type: 'string', multiple: true, default: [] },
    scrape: { type: 'string', default: '60' },
    theme: { type: 'string', default: 'dark' },
    'all-rows': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const HERE = import.meta.dirname;
const DASHBOARDS = join(HERE, '..', '..', 'grafana');
const SCREEN = { width: 1280, height: 800, deviceScaleFactor: 1 };
const DRAWING_MS = 60_000;
const FONTS = {
  'inter/Inter-Regular.woff2': '@fontsource/inter/files/inter-latin-400-normal.woff2',
  'inter/Inter-Medium.woff2': '@fontsource/inter/files/inter-latin-500-normal.woff2',
};
const MONOSPACE = '@fontsource/roboto-mono/files/roboto-mono-latin-400-normal.woff2';
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The file behind a path of the page's, be it built here, a dashboard, or Grafana's icons and the fonts that it uses. */
function fileOf(path) {
  if (path.startsWith('/dashboards/')) {
    return join(DASHBOARDS, path.slice('/dashboards/'.length));
  }
  if (path.startsWith('/public/fonts/')) {
    return join(HERE, 'node_modules', FONTS[path.slice('/public/fonts/'.length)] ?? MONOSPACE);
  }
  if (path.startsWith('/public/build/')) {
    return join(HERE, 'node_modules/@grafana/ui/dist/public', path.slice('/public/build/'.length));
  }
  return join(HERE, 'dist', path);
}

/** On loopback; what begins with /prometheus/ is asked of the server that was named, so that the page has one origin. */
const server = createServer(async (request, response) => {
  const { pathname, search } = new URL(request.url, 'http://127.0.0.1');
  try {
    if (pathname.startsWith('/prometheus/')) {
      const answer = await fetch(given.prometheus + pathname.slice('/prometheus'.length) + search);
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text());
    } else {
      const file = fileOf(normalize(pathname));
      const bytes = readFileSync(file);
      response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' }).end(bytes);
    }
  } catch (failure) {
    response.writeHead(failure.code === 'ENOENT' ? 404 : 502).end(String(failure));
  }
});

// Longer than a drawing takes: a connection that is closed just when the page uses it again would lose a query.
server.keepAliveTimeout = DRAWING_MS;

function chromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const files = process.env.PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) {
    throw new Error(`none of ${names.join(', ')} is on the PATH`);
  }
  return found;
}

function address(uid, theme) {
  const parameters = new URLSearchParams({ dashboard: uid, theme, scrape: given.scrape });
  if (given.now) {
    parameters.set('now', String(Date.parse(given.now)));
  }
  if (given.from) {
    parameters.set('from', given.from);
  }
  if (given['all-rows']) {
    parameters.set('all-rows', '');
  }
  for (const choice of given.var) {
    const [name, ...value] = choice.split('=');
    parameters.append(`var-${name}`, value.join('='));
  }
  return `http://127.0.0.1:${server.address().port}/index.html?${parameters}`;
}

/** Draws one dashboard and returns what became of its panels. */
async function draw(browser, uid, theme) {
  const page = await browser.newPage();
  page.on('pageerror', (failure) => console.error(`${uid}: ${failure.message}`));
  await page.setViewport(SCREEN);
  await page.goto(address(uid, theme), { waitUntil: 'networkidle0', timeout: DRAWING_MS });
  await page.waitForFunction(
    () => document.body.dataset.failed ||
      (document.querySelector('[data-panel]') && !document.querySelector('[data-state=loading]')),
    { timeout: DRAWING_MS }
  );
  const failed = await page.evaluate(() => document.body.dataset.failed);
  if (failed) {
    throw new Error(`${uid}: ${failed}`);
  }
  const name = join(given.out, theme === 'dark' ? uid : `${uid}-${theme}`);
  await page.waitForNetworkIdle();
  await page.evaluate(() => document.fonts.ready);
  await save(await page.screenshot(), `${name}-first-screen.png`);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ ...SCREEN, height });
  await page.waitForNetworkIdle();
  await save(await page.screenshot(), `${name}.png`);
  const panels = await page.$$eval('[data-panel]', (found) => found.map((one) => ({ ...one.dataset })));
  await page.close();
  return panels;
}

/** With as few colours as a screen like this has, which makes it a third of the size. */
async function save(png, file) {
  await sharp(png).png({ palette: true, colours: 256, effort: 10, dither: 0 }).toFile(file);
}

function report(uid, panels) {
  console.log(`${uid}: ${panels.length} panels`);
  for (const { panel, title, state, why } of panels.filter((one) => one.state !== 'ok')) {
    console.log(`  panel ${panel} ${title}: ${state}${why ? ` (${why})` : ''}`);
  }
  return panels.filter(({ state }) => state === 'error').length;
}

async function main() {
  if (given.help) {
    console.log(USAGE);
    return;
  }
  mkdirSync(given.out, { recursive: true });
  const all = readdirSync(DASHBOARDS).filter((file) => file.endsWith('.json'));
  const uids = given.dashboard ?? all.map((file) => file.replace('.json', ''));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await puppeteer.launch({
    executablePath: chromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--force-color-profile=srgb', '--hide-scrollbars'],
  });
  let failures = 0;
  try {
    for (const theme of given.theme === 'both' ? ['dark', 'light'] : [given.theme]) {
      for (const uid of uids) {
        failures += report(uid, await draw(browser, uid, theme));
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  process.exitCode = failures > 0 ? 1 : 0;
}

await main();
