// Looks at published pages as their readers do: node pages.mjs FOLDER [--pictures FOLDER]
// Every .html below FOLDER must pass axe-core (WCAG 2.2 AA and best practice), html-validate and the Nu
// HTML checker, fit a phone without sideways scrolling, ask for nothing outside its folder, run no script,
// and keep its words when printed; a brief prints on two pages. Exits 1 with one line a breach.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import vnu from 'vnu-jar';
import { pageValidator } from './validator.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const site = resolve(process.argv[2] ?? '.');
const picturesAt = process.argv.indexOf('--pictures');
const pictures = picturesAt > 0 ? resolve(process.argv[picturesAt + 1]) : null;
const breaches = [];
const breach = (page, what) => breaches.push(`${relative(site, page)}: ${what}`);

function pagesBelow(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return pagesBelow(path);
    return name.endsWith('.html') ? [path] : [];
  });
}

async function validate(pages) {
  const validator = pageValidator();
  for (const page of pages) {
    const report = await validator.validateString(readFileSync(page, 'utf8'), page);
    for (const result of report.results)
      for (const message of result.messages)
        breach(page, `html-validate: line ${message.line}: ${message.ruleId}: ${message.message}`);
  }
  const checked = spawnSync('java', ['-jar', vnu.vnuJar ?? vnu, '--format', 'json', '--stdout', ...pages], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (checked.error) throw checked.error;
  for (const message of JSON.parse(checked.stdout || '{"messages":[]}').messages)
    if (message.type === 'error' || message.subType === 'warning')
      breach(fileURLToPath(message.url.replace(/^file:\/?\/?\/?/, 'file:///')), `nu: line ${message.lastLine}: ${message.message}`);
}

async function see(browser, page, scheme) {
  const outside = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: scheme, bypassCSP: true });
  const tab = await context.newPage();
  tab.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && !url.startsWith(pathToFileURL(site).href)) outside.push(url.slice(0, 80));
  });
  await tab.goto(pathToFileURL(page).href);
  if (outside.length > 0) breach(page, `asks for ${outside[0]}`);
  if ((await tab.locator('script').count()) > 0) breach(page, 'carries a script');
  const name = relative(site, page).replaceAll('/', '-').replace(/\.html$/, '');
  if (pictures) await tab.screenshot({ path: join(pictures, `${name}-desktop-${scheme}.png`) });

  await tab.addScriptTag({ path: join(here, 'node_modules/axe-core/axe.min.js') });
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await tab.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), tags);
  for (const violation of found.violations)
    breach(page, `axe (${scheme}): ${violation.id}: ${violation.help}: ${violation.nodes[0].target.join(' ')}`);

  await tab.setViewportSize({ width: 390, height: 844 });
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) breach(page, `scrolls ${wide} px sideways on a phone`);
  if (pictures) await tab.screenshot({ path: join(pictures, `${name}-phone-${scheme}.png`) });

  await tab.emulateMedia({ media: 'print' });
  const lost = await tab.evaluate(() => {
    const missing = [...document.querySelectorAll('main h1, main h2, main h3, main p, main td, main th, main li')].filter(
      (each) => each.textContent.trim() !== '' && each.getClientRects().length === 0 && !each.closest('nav.related, .contents'));
    return missing.length;
  });
  if (lost > 0) breach(page, `${lost} blocks of the text vanish in print`);
  if (scheme === 'light' && page.endsWith('brief.html')) {
    const printed = (await tab.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = printed.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    if (sheets < 1 || sheets > 2) breach(page, `prints on ${sheets} pages of paper; a brief has two`);
  }
  await context.close();
}

const pages = pagesBelow(site);
if (pages.length === 0) {
  console.error(`no page below ${site}`);
  process.exit(1);
}
if (pictures) mkdirSync(pictures, { recursive: true });
await validate(pages);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
for (const page of pages) for (const scheme of ['light', 'dark']) await see(browser, page, scheme);
await browser.close();
for (const each of breaches) console.log(each);
console.log(`${pages.length} pages, ${breaches.length} breaches`);
process.exit(breaches.length === 0 ? 0 : 1);
