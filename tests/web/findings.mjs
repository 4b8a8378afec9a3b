// Uses findings pages as people do: node findings.mjs FOLDER [--pictures FOLDER]
// FOLDER holds masked.html, some.html, shown.html, three.html, many.html and nothing.html as the script `findings` makes them.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import vnu from 'vnu-jar';
import { pageValidator } from './validator.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2]);
const picturesAt = process.argv.indexOf('--pictures');
const pictures = picturesAt > 0 ? resolve(process.argv[picturesAt + 1]) : null;
if (pictures) mkdirSync(pictures, { recursive: true });
const breaches = [];
const breach = (page, what) => breaches.push(`${page}: ${what}`);
const expect = (page, fact, what) => { if (!fact) breach(page, what); };
const names = readdirSync(folder).filter((name) => name.endsWith('.html')).sort();

const validator = pageValidator();
for (const name of names.filter((each) => each !== 'many.html'))
  for (const result of (await validator.validateString(readFileSync(join(folder, name), 'utf8'), name)).results)
    for (const message of result.messages.slice(0, 5)) breach(name, `html-validate: line ${message.line}: ${message.ruleId}: ${message.message}`);
const nu = spawnSync('java', ['-jar', vnu.vnuJar ?? vnu, '--format', 'json', '--stdout', ...names.map((each) => join(folder, each))], { encoding: 'utf8', maxBuffer: 1 << 26 });
if (nu.error) throw nu.error;
for (const message of JSON.parse(nu.stdout || '{"messages":[]}').messages)
  // The checker knows policies with hashes, but does not work the hashes out; that Chromium does is seen below.
  if ((message.type === 'error' || message.subType === 'warning') && !/Content Security Policy/.test(message.message)) breach(message.url.split('/').pop(), `nu: line ${message.lastLine}: ${message.message}`);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});

async function open(name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, bypassCSP: true, ...options });
  const tab = await context.newPage();
  tab.on('request', (request) => { if (!/^(file|data):/.test(request.url())) breach(name, `asks for ${request.url()}`); });
  tab.on('pageerror', (error) => breach(name, `script: ${error.message}`));
  await tab.goto(pathToFileURL(join(folder, name)).href);
  return tab;
}

async function axe(tab, name, state) {
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.addScriptTag({ path: join(here, 'node_modules/axe-core/axe.min.js') });
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await tab.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), tags);
  for (const each of found.violations) breach(name, `axe (${state}): ${each.id}: ${each.help}: ${each.nodes[0].target.join(' ')}`);
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(name, wide <= 0, `scrolls ${wide} px sideways (${state})`);
  if (pictures) await tab.screenshot({ path: join(pictures, `${name.replace('.html', '')}-${state.replaceAll(' ', '-')}.png`) });
}

const shown = (tab) => tab.locator('.finding:visible').count();

// Every page as it opens: light, dark, on a phone, and without its script.
for (const name of names.filter((each) => each !== 'many.html')) {
  for (const [state, options] of [['light', {}], ['dark', { colorScheme: 'dark' }], ['phone', { viewport: { width: 390, height: 844 } }]]) {
    const tab = await open(name, options);
    await axe(tab, name, state);
    await tab.context().close();
  }
}
{
  const tab = await open('masked.html', { javaScriptEnabled: false });
  expect('masked.html', (await shown(tab)) > 50, 'shows no findings without its script');
  expect('masked.html', !(await tab.locator('.tools').isVisible()), 'offers tools that do not work without the script');
  await tab.context().close();
}

{
  const tab = await open('masked.html', { bypassCSP: false });
  expect('masked.html', await tab.locator('.tools').isVisible(), 'its own policy stops its script');
  expect('masked.html', (await tab.locator('.badge').first().evaluate((badge) => getComputedStyle(badge).whiteSpace)) === 'nowrap', 'its own policy stops its style');
  await tab.context().close();
}

// By keyboard alone: to the search, type, see fewer, clear, filter by level, group by place, open a why.
{
  const name = 'masked.html', tab = await open(name);
  const all = await shown(tab);
  for (let step = 0; step < 60 && (await tab.evaluate(() => document.activeElement?.id)) !== 'search'; step += 1) await tab.keyboard.press('Tab');
  expect(name, (await tab.evaluate(() => document.activeElement?.id)) === 'search', 'the search cannot be reached with Tab');
  await tab.keyboard.type('health visitor');
  const few = await shown(tab);
  expect(name, few > 0 && few < all, `a search leaves ${few} of ${all}`);
  expect(name, (await tab.locator('.status').textContent()) === `Showing ${few} of ${all} findings`, 'the status does not say how many are shown');
  await axe(tab, name, 'searched');
  await tab.keyboard.press('Escape');
  expect(name, (await shown(tab)) === all, 'Escape does not clear the search');
  await tab.keyboard.type('zzqq');
  expect(name, await tab.locator('.nothing').isVisible(), 'nothing is said where nothing fits');
  await axe(tab, name, 'nothing fits');
  await tab.keyboard.press('Escape');
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Space');
  expect(name, (await tab.locator('.finding.block:visible').count()) === 0 && (await shown(tab)) > 0, 'Space on the first level does not hide it');
  await tab.keyboard.press('Space');
  await tab.locator('[name=family]').selectOption('tone');
  expect(name, (await tab.locator('.finding:visible:not([data-family=tone])').count()) === 0, 'the family filter lets others through');
  await tab.locator('[name=all]').press('Enter');
  expect(name, (await shown(tab)) === all, 'not all are shown again');
  await tab.locator('[name=group][value=page]').press('Space');
  expect(name, (await shown(tab)) === all && (await tab.locator('.groups > .page').count()) > 2, 'grouping by place loses findings');
  await axe(tab, name, 'by place');
  const order = await tab.locator('.finding').evaluateAll((items) => items.map((item) => Number(item.dataset.order)));
  expect(name, new Set(order).size === all, 'grouping by place doubles findings');
  await tab.locator('[name=group][value=rule]').press('Space');
  await tab.locator('.why summary').first().press('Enter');
  await axe(tab, name, 'why open');
  const targets = await tab.locator('.first a').evaluateAll((links) => links.filter((link) => !document.querySelector(link.getAttribute('href'))).length);
  expect(name, targets === 0, 'what to do first leads nowhere');
  await tab.emulateMedia({ media: 'print' });
  expect(name, !(await tab.locator('.tools').isVisible()) && (await shown(tab)) === all, 'paper shows tools or loses findings');
  await tab.context().close();
}

// Copying, where the browser allows it.
{
  const name = 'masked.html', tab = await open(name, { permissions: ['clipboard-read', 'clipboard-write'] });
  await tab.locator('.finding > button').first().click();
  await tab.waitForFunction(() => document.querySelector('.status').textContent === 'Copied');
  const copied = await tab.evaluate(() => navigator.clipboard.readText());
  expect(name, /^(Must mend|Mend or justify|Advice): /.test(copied), `what was copied: ${copied.slice(0, 80)}`);
  await tab.context().close();
}

// Names are masked until asked for, and only a page made for it can show them.
{
  const masked = await open('masked.html');
  expect('masked.html', (await masked.locator('[name=names]').count()) === 0, 'offers names that it does not hold');
  await masked.context().close();
  const name = 'shown.html', tab = await open(name);
  // Not innerText: Chromium leaves out what is far from the screen.
  const text = () => tab.evaluate(() => document.querySelector('main').textContent);
  expect(name, !(await text()).includes('Elodie'), 'shows a name before it was asked for');
  await tab.locator('[name=names]').press('Enter');
  expect(name, (await text()).includes('Elodie'), 'does not show the names it was asked for');
  await axe(tab, name, 'names shown');
  await tab.locator('[name=search]').fill('elodie');
  expect(name, (await shown(tab)) > 0, 'a name that is shown cannot be searched');
  await tab.locator('[name=names]').press('Enter');
  expect(name, !(await text()).includes('Elodie'), 'the names stay shown');
  await tab.context().close();
}

// Two thousand findings; how long is printed, not judged.
{
  const name = 'many.html', tab = await open(name);
  expect(name, (await shown(tab)) >= 2000, `shows ${await shown(tab)} of 2000 findings`);
  const took = await tab.evaluate(() => performance.getEntriesByType('navigation')[0].loadEventEnd);
  const before = Date.now();
  await tab.locator('[name=search]').fill('visit 777 ');
  expect(name, (await shown(tab)) >= 1 && (await shown(tab)) < 20, 'the search finds too little or too much among many');
  console.log(`many.html opened in ${Math.round(took)} ms; a search took ${Date.now() - before} ms with its counting`);
  await tab.context().close();
}
await browser.close();
for (const each of breaches) console.log(each);
console.log(`${names.length} findings pages, ${breaches.length} breaches`);
process.exit(breaches.length === 0 ? 0 : 1);
