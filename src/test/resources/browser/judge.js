// Opens each page in a frame, has axe judge it, and writes down what came of it.
'use strict';

function framed({ scheme, width, html }) {
  const frame = document.createElement('iframe');
  // What the page sees as the preferred scheme.
  frame.style.colorScheme = scheme;
  frame.width = width;
  frame.height = 800;
  frame.srcdoc = html;
  return frame;
}

function loaded(frame) {
  return new Promise((resolve) => {
    frame.addEventListener('load', resolve);
    document.body.append(frame);
  });
}

async function judged(page) {
  const frame = framed(page);
  await loaded(frame);
  const { axe, document: { body, documentElement, title } } = frame.contentWindow;
  const found = await axe.run({ exclude: ['[data-judge]'] }, { resultTypes: ['violations'] });
  const { color, backgroundColor } = frame.contentWindow.getComputedStyle(body);
  const verdict = {
    name: page.name,
    rulesPassed: found.passes.length,
    violations: found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target}`)),
    colours: `${color} on ${backgroundColor}`,
    pixelsTooWide: documentElement.scrollWidth - documentElement.clientWidth,
    headings: body.querySelectorAll('h1').length,
  };
  frame.remove();
  return verdict;
}

addEventListener('load', async () => {
  const verdicts = [];
  for (const page of JSON.parse(document.getElementById('pages').textContent)) {
    verdicts.push(await judged(page));
  }
  document.getElementById('verdicts').textContent = JSON.stringify(verdicts);
});
