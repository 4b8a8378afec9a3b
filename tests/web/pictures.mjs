// Takes the pictures of the documents: node pictures.mjs PROGRAM SCRATCH PAGE-OF-A-REPORT FOLDER
// What bash has made stands in SCRATCH: site/ and drafts/ of samples, found/ of a folder that was checked. The copy with the
// findings in it, which the local page gives, is left there as marked.pdf.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [program, scratch, report, folder] = process.argv.slice(2).map((each) => resolve(each));
const patience = { timeout: 120000 };
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});

async function tabOf(width, height) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: 'light', reducedMotion: 'reduce', locale: 'en-GB' });
  return context.newPage();
}

const take = (tab, name) => tab.screenshot({ path: join(folder, `${name}.png`) });

for (const [name, page, width, height, words] of [
  ['report-desktop', 'site/child-k/index.html', 1280, 860], ['report-phone', 'site/child-k/index.html', 390, 844],
  ['reviewer-draft', 'drafts/report.html', 1100, 620, 'To write'], ['archivist-summary', 'found/summary.html', 1100, 700]]) {
  const tab = await tabOf(width, height);
  await tab.goto(pathToFileURL(join(scratch, page)).href);
  if (words) await tab.getByText(words).nth(1).evaluate((place) => { place.scrollIntoView({ block: 'center' }); });
  await take(tab, name);
  await tab.context().close();
}

// The board officer's hour: a PDF of another program, read in the local page.
const printed = await tabOf(1000, 700);
await printed.goto(pathToFileURL(report).href);
await printed.pdf({ path: join(scratch, 'Overview report.pdf'), format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' } });
mkdirSync(join(scratch, 'run'), { mode: 0o700 });
const server = spawn(program, ['serve', '--no-browser'], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, XDG_RUNTIME_DIR: join(scratch, 'run') } });
const address = await new Promise((done, fail) => {
  server.stdout.once('data', (bytes) => done(String(bytes).trim()));
  server.once('exit', () => fail(new Error('the server did not start')));
});
const tab = await tabOf(1100, 700);
await tab.goto(address);
await tab.locator('#files').setInputFiles([join(scratch, 'Overview report.pdf')]);
await tab.locator('#reports a.main').first().waitFor(patience);
await take(tab, 'board-officer-start');
await tab.locator('#reports a.main').first().click();
await tab.waitForURL(/\/reports\/[0-9a-f]+\/$/);
await tab.frameLocator('#findings-frame').locator('.finding').first().waitFor(patience);
await tab.frameLocator('#document-frame').locator('h1').first().waitFor(patience);
await take(tab, 'board-officer-findings');
await tab.locator('#accept summary').click();
await tab.locator('#reason').fill('The court has published this already.');
await tab.locator('#person').fill('R. Ambler');
await tab.locator('#role').fill('Solicitor to the board');
await take(tab, 'board-officer-accept');
const [copy] = await Promise.all([tab.waitForEvent('download', patience), tab.locator('#marked').click()]);
copyFileSync(await copy.path(), join(scratch, 'marked.pdf'));
server.kill();
await browser.close();
