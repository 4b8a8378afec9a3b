// Opens SARIF files in a viewer that is not ours, Microsoft's SARIF web component, in a real browser: node viewer.mjs FILE...
// Each result's message must be there to read, under the rule's id, once its group is opened; the page may load nothing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const react = (name) => join(dirname(require.resolve(`${name}/package.json`)), 'umd', `${name}.production.min.js`);
const scripts = [react('react'), react('react-dom'), require.resolve('@microsoft/sarif-web-component')];
const scratch = mkdtempSync(join(tmpdir(), 'viewer-'));
const breaches = [];
// The viewer sets messages as Markdown, so only their letters and digits are held against what it shows.
const words = (text) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});

async function open(file, log) {
  const tab = await browser.newPage({ viewport: { width: 1400, height: 2000 } });
  const page = join(scratch, 'page.html');
  writeFileSync(page, '<!doctype html><meta charset="utf-8"><title>SARIF</title><body><div id="viewer"></div>');
  tab.on('request', (request) => { if (/^https?:/.test(request.url())) breaches.push(`${file}: the viewer asks for ${request.url()}`); });
  tab.on('pageerror', (error) => breaches.push(`${file}: the viewer fails: ${error.message}`));
  await tab.goto(pathToFileURL(page).href);
  for (const path of scripts) await tab.addScriptTag({ path });
  await tab.evaluate((logs) => void ReactDOM.render(React.createElement(Viewer, { logs }), document.getElementById('viewer')), [log]);
  if (log.runs[0].results.length === 0) throw new Error(`${file} has no results to show`);
  await tab.locator('tr', { hasText: log.runs[0].results[0].ruleId }).first().waitFor();
  return tab;
}

/** Opens the group of each rule in turn and reads what the viewer then shows. */
async function read(tab, rules) {
  const shown = new Map();
  for (const rule of rules) {
    const row = tab.locator('tr', { hasText: rule }).first();
    await row.scrollIntoViewIfNeeded();
    await row.click();
    await tab.keyboard.press('ArrowRight');
    shown.set(rule, words(await tab.innerText('body')));
  }
  return shown;
}

for (const file of process.argv.slice(2)) {
  const log = JSON.parse(readFileSync(file, 'utf8'));
  const results = log.runs[0].results;
  const tab = await open(file, log);
  const rules = [...new Set(results.map((result) => result.ruleId))];
  const before = words(await tab.innerText('body'));
  const shown = await read(tab, rules);
  for (const { ruleId, message, locations } of results) {
    const name = locations[0].physicalLocation.artifactLocation.uri.split('/').pop();
    const has = (...wanted) => wanted.some((each) => shown.get(ruleId).includes(words(each)));
    if (!has(message.text)) breaches.push(`${file}: the viewer does not show "${message.text}" under ${ruleId}`);
    if (!has(name, decodeURIComponent(name))) breaches.push(`${file}: the viewer does not show "${name}" under ${ruleId}`);
  }
  // Only the first group stands open at first: what comes to light must come by opening.
  const last = results.filter((result) => result.ruleId === rules.at(-1))[0];
  if (rules.length > 1 && before.includes(words(last.message.text))) breaches.push(`${file}: the groups of the viewer were never closed`);
  await tab.close();
}
await browser.close();
rmSync(scratch, { recursive: true });
for (const each of breaches.slice(0, 20)) console.log(each);
process.exit(breaches.length === 0 ? 0 : 1);
