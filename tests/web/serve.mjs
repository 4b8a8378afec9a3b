// The local page from end to end: node serve.mjs PROGRAM FOLDER
// Two uploads at once, progress, findings beside the report, a filter by keyboard, a waiver, downloads, copies with the
// findings in them and cleaned, case folders that become websites or say what stands in the way; requests that must be refused; a file that is too large; the server stopped in the middle.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const [program, folder] = process.argv.slice(2).map((each) => resolve(each));
const picturesAt = process.argv.indexOf('--pictures');
const pictures = picturesAt > 0 ? resolve(process.argv[picturesAt + 1]) : null;
const breaches = [];
const expect = (fact, what) => { if (!fact) breaches.push(what); };
const privately = join(folder, 'run');
const patience = { timeout: 120000 };

async function start(...words) {
  const child = spawn(program, ['serve', '--no-browser', ...words], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, XDG_RUNTIME_DIR: privately } });
  process.on('exit', () => child.kill());
  const address = await new Promise((resolve_, reject) => {
    child.stdout.once('data', (bytes) => resolve_(String(bytes).trim()));
    child.once('exit', () => reject(new Error('the server did not start')));
  });
  const url = new URL(address);
  return { child, address, origin: url.origin, port: Number(url.port), token: url.searchParams.get('token'), ended: new Promise((done) => child.once('exit', done)) };
}

/// A request as no browser would send it.
function raw(server, { method = 'GET', path = '/', headers = {}, body = '' }) {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port: server.port, method, path, headers: { 'Content-Length': Buffer.byteLength(body), ...headers } }, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer));
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});

async function axe(tab, state) {
  await tab.evaluate(readFileSync(join(here, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await tab.evaluate((values) => window.axe.run(document, { iframes: false, runOnly: { type: 'tag', values } }), tags);
  for (const each of found.violations) breaches.push(`axe (${state}): ${each.id}: ${each.help}: ${each.nodes[0].target.join(' ')}`);
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide <= 0, `${state}: scrolls ${wide} px sideways`);
  if (pictures) await tab.screenshot({ path: join(pictures, `serve-${state.replaceAll(' ', '-')}.png`) });
}

const one = join(folder, 'report one.txt'), two = join(folder, 'report two.html');
writeFileSync(one, '1. Introduction\n\nMother failed to bring him. The nurse failed to ask.\n');
writeFileSync(two, '<!DOCTYPE html><html lang="en"><head><title>A review</title></head><body><h1>A review</h1><p>She was attention seeking.</p></body></html>');

const server = await start('--upload-limit', '1');
const origins = [server.origin];
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: false });
const tab = await context.newPage();
tab.on('pageerror', (error) => breaches.push(`script: ${error.message}`));
tab.on('request', (asked) => { if (!origins.some((each) => asked.url().startsWith(`${each}/`)) && !/^(data|about|blob):/.test(asked.url())) breaches.push(`asks for ${asked.url()}`); });

// A stranger without the token, another name, another site.
expect((await raw(server, { headers: { Host: `127.0.0.1:${server.port}` } })).statusCode === 401, 'a page without the token is shown');
const cookie = `casewright=${server.token}`;
expect((await raw(server, { headers: { Host: `rebound.example:${server.port}`, Cookie: cookie } })).statusCode === 421, 'a wrong Host is answered');
for (const origin of ['http://other.example', 'null', `http://127.0.0.1:${server.port + 1}`])
  expect((await raw(server, { method: 'POST', path: '/stop', headers: { Host: `127.0.0.1:${server.port}`, Cookie: cookie, Origin: origin } })).statusCode === 403, `Origin ${origin} is answered`);
expect((await raw(server, { method: 'POST', path: '/stop', headers: { Host: `127.0.0.1:${server.port}`, Cookie: cookie } })).statusCode === 403, 'a POST without Origin is answered');
const answer = await raw(server, { headers: { Host: `127.0.0.1:${server.port}`, Cookie: cookie } });
expect(answer.statusCode === 200 && answer.headers['cache-control'] === 'no-store', 'an answer may be cached');

// The page, two reports at once, progress, verdicts.
await tab.goto(server.address);
expect(!tab.url().includes(server.token), 'the token stays in the address');
await axe(tab, 'start');
await tab.locator('#files').setInputFiles([one, two]);
await tab.locator('#reports > li').nth(1).waitFor(patience);
await tab.waitForFunction(() => document.querySelectorAll('#reports a.main').length === 2, null, patience);
expect((await tab.locator('#status').textContent()) === '2 reports taken.', 'two reports are not said to be taken');
await axe(tab, 'two reports');

// Dropping.
await tab.evaluate(() => {
  const given = new DataTransfer();
  given.items.add(new File(['Staff failed to ask. '.repeat(10)], '..\\..\\<img src=x> \u202Etxt.txt'));
  document.getElementById('drop').dispatchEvent(new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true }));
});
await tab.waitForFunction(() => document.querySelectorAll('#reports a.main').length === 3, null, patience);
expect((await tab.locator('#reports img').count()) === 0, 'a file name is taken for markup');
expect(!(await tab.locator('#reports').textContent()).includes('\u202E'), 'a file name may turn the writing round');

// Files that are not taken are told, and leave the others alone.
writeFileSync(join(folder, 'large.txt'), 'x'.repeat(1500000));
await tab.locator('#files').setInputFiles([join(folder, 'large.txt')]);
await tab.waitForFunction(() => /larger than Casewright takes/.test(document.getElementById('status').textContent), null, patience);
writeFileSync(join(folder, 'sheet.exe'), 'MZ');
await tab.locator('#files').setInputFiles([join(folder, 'sheet.exe')]);
await tab.waitForFunction(() => /no report that Casewright can read/.test(document.getElementById('status').textContent), null, patience);
writeFileSync(join(folder, 'broken.docx'), 'this is no zip archive');
await tab.locator('#files').setInputFiles([join(folder, 'broken.docx')]);
await tab.waitForFunction(() => /could not be checked/.test(document.getElementById('reports').textContent), null, patience);
expect((await tab.locator('#reports a.main').count()) === 3, 'a report that cannot be read disturbs the others');
expect(!(await tab.locator('#reports').textContent()).includes('casewright-serve'), 'the private folder is told');
await axe(tab, 'refused');

// A list of names is looked for in every report; one that is none is told; it can be taken away.
writeFileSync(join(folder, 'named.txt'), 'The nurse saw E. Larch at home in May. '.repeat(3));
writeFileSync(join(folder, 'names.csv'), 'Name,Role\nEwan Larch,child\n');
writeFileSync(join(folder, 'nobody.txt'), 'Family:\n');
const saidOf = (name) => tab.locator('#reports > li').filter({ hasText: name }).locator('.said');
await tab.locator('#files').setInputFiles([join(folder, 'named.txt')]);
await tab.waitForFunction(() => document.querySelectorAll('#reports a.main').length === 4, null, patience);
expect(/^Ready/.test(await saidOf('named.txt').textContent()), 'a name that no list holds stops a report');
await tab.locator('#names').setInputFiles([join(folder, 'names.csv')]);
await tab.waitForFunction(() => /names\.csv/.test(document.getElementById('names-said').textContent), null, patience);
await saidOf('named.txt').filter({ hasText: 'must be mended first' }).waitFor(patience);
expect(!(await tab.locator('main').textContent()).includes('Larch'), 'the page tells a name of the list');
await axe(tab, 'names');
await tab.locator('#names').setInputFiles([join(folder, 'nobody.txt')]);
await tab.waitForFunction(() => /no list of names/.test(document.getElementById('names-said').textContent), null, patience);
await tab.locator('#names-away').press('Enter');
await tab.waitForFunction(() => /There is no list/.test(document.getElementById('names-said').textContent), null, patience);
await saidOf('named.txt').filter({ hasText: /^Ready/ }).waitFor(patience);
await tab.getByRole('button', { name: 'Remove named.txt' }).press('Enter');
await tab.waitForFunction(() => document.querySelectorAll('#reports a.main').length === 3, null, patience);

// Findings beside the report, filtered by keyboard.
await tab.getByRole('link', { name: 'Read the findings of report one.txt' }).press('Enter');
await tab.waitForURL(/\/reports\/[0-9a-f]+\/$/);
const findings = tab.frameLocator('#findings-frame');
await findings.locator('.finding').first().waitFor(patience);
const all = await findings.locator('.finding:visible').count();
await findings.locator('#search').focus();
await tab.keyboard.type('blames');
expect((await findings.locator('.finding:visible').count()) < all, 'a filter by keyboard shows as many as before');
await findings.locator('.finding.fix:visible').first().waitFor(patience);
expect((await tab.frameLocator('#document-frame').locator('body').textContent()).includes('failed to'), 'the report does not stand beside its findings');
expect(!(await tab.frameLocator('#document-frame').locator('.exit').isVisible()), 'the report beside its findings offers to leave the page');
await axe(tab, 'beside');
await tab.setViewportSize({ width: 390, height: 844 });
await axe(tab, 'beside on a phone');
await tab.setViewportSize({ width: 1280, height: 900 });

// A finding is accepted with a reason, the report is checked again, and the waiver can be taken home.
await tab.locator('#accept summary').press('Enter');
await axe(tab, 'accepting');
const option = await tab.locator('#finding option').evaluateAll((options) => options.find((each) => each.textContent.includes('blames'))?.value);
const told = await tab.locator('#finding option').allTextContents();
expect(told.every((each) => /^(Must mend|Mend or justify|Advice), [a-z]/.test(each) && !each.includes('undefined')), 'a finding to accept does not say where it stands');
await tab.locator('#finding').selectOption(option);
await tab.locator('#reason').fill('--Words of a court, "quoted".');
await tab.locator('#person').fill('R. Ambler');
await tab.locator('#role').fill('Solicitor');
await tab.locator('#role').press('Enter');
await tab.locator('#waivers').waitFor(patience);
await findings.locator('.finding.waived').first().waitFor({ state: 'attached', ...patience });
await tab.waitForFunction(() => /, 1 accepted$|, [2-9] accepted$/.test(document.getElementById('status').textContent), null, patience);
const [saved] = await Promise.all([tab.waitForEvent('download'), tab.locator('#waivers').click()]);
const waiver = readFileSync(await saved.path(), 'utf8');
expect(waiver.includes('<person>R. Ambler</person>') && waiver.includes('--Words of a court'), 'the waiver that was saved is not the one that was given');
const [page] = await Promise.all([tab.waitForEvent('download'), tab.locator('#page').click()]);
expect(page.suggestedFilename() === 'findings.html' && readFileSync(await page.path(), 'utf8').includes('R. Ambler'), 'the findings that were saved do not show who accepted');

// Copies to take home: of a text file none can be marked, which is said; of a Word file both are made.
await tab.locator('#marked').click();
await tab.waitForFunction(() => /cannot be marked up/.test(document.getElementById('status').textContent), null, patience);
expect(!(await tab.locator('#status').textContent()).includes('casewright-serve'), 'the private folder is told with a copy');
await axe(tab, 'no copy');
await tab.goto(`${server.origin}/`);
spawnSync(program, ['convert', two, '--to', 'docx', '-o', join(folder, 'word')]);
await tab.locator('#files').setInputFiles([join(folder, 'word', 'report two.docx')]);
await tab.getByRole('link', { name: 'Read the findings of report two.docx' }).click(patience);
await tab.frameLocator('#findings-frame').locator('.finding').first().waitFor(patience);
for (const [button, name] of [['#marked', 'report-with-findings.docx'], ['#cleaned', 'report-cleaned.docx']]) {
  const [copy] = await Promise.all([tab.waitForEvent('download', patience), tab.locator(button).click()]);
  const bytes = readFileSync(await copy.path(), 'latin1');
  expect(copy.suggestedFilename() === name && bytes.startsWith('PK'), `${button} gives ${copy.suggestedFilename()}`);
  expect(bytes.includes('word/comments.xml') === (button === '#marked'), `${button}: comments are where they should not be, or missing`);
}
await axe(tab, 'copies');
await tab.goto(`${server.origin}/`);
await tab.getByRole('button', { name: 'Remove report two.docx' }).click();

// Cases: one that is ready becomes a website, of one that is not the page says why.
const samples = join(here, '../../samples');
await tab.locator('#folder').setInputFiles(join(samples, 'child-k'));
const [site] = await Promise.all([tab.waitForEvent('download', patience), tab.getByRole('link', { name: 'Save the website of child-k.zip' }).click(patience)]);
const website = readFileSync(await site.path(), 'latin1');
expect(site.suggestedFilename() === 'website.zip' && ['index.html', 'child-k/manifest.json', 'child-k/index.html'].every((each) => website.includes(each)), 'the website is not whole');
const bad = join(samples, 'must-not-publish', readdirSync(join(samples, 'must-not-publish'), { withFileTypes: true }).find((each) => each.isDirectory()).name);
await tab.locator('#folder').setInputFiles(bad);
await tab.locator('#reports details').waitFor(patience);
await tab.locator('#reports details summary').press('Enter');
expect(!(await tab.locator('#reports details pre').textContent()).includes('casewright-serve'), 'the private folder is told with a case');
await axe(tab, 'cases');
await tab.locator('#reports button').last().click();
await tab.waitForFunction(() => document.querySelectorAll('#reports > li').length === 5, null, patience);
await tab.getByRole('button', { name: 'Remove child-k.zip' }).click();
await tab.waitForFunction(() => document.querySelectorAll('#reports > li').length === 4, null, patience);

// Back, remove one; a page of another site can neither read nor frame it.
await tab.goto(`${server.origin}/`);
await tab.locator('#reports button').last().click();
await tab.waitForFunction(() => document.querySelectorAll('#reports > li').length === 3, null, patience);
const left = readdirSync(privately);
const kept = left.map((each) => readdirSync(join(privately, each)).length);
expect(left.length === 1 && kept[0] === 3, `a report that was removed stays on the disk: ${left} holds ${kept}`);
for (const [state, options] of [['dark', { colorScheme: 'dark' }], ['phone', { viewport: { width: 390, height: 844 } }]]) {
  const other = await browser.newContext(options);
  const seen = await other.newPage();
  await seen.goto(server.address);
  await seen.locator('#reports > li').first().waitFor(patience);
  await axe(seen, state);
  await other.close();
}
await tab.locator('#stop').press('Enter');
await server.ended;

// A check that breaks down costs its own report alone: here its process is ended as a fault of memory would end it.
const second = await start();
origins.push(second.origin);
await tab.goto(second.address);
writeFileSync(join(folder, 'long.txt'), 'The plan was not read by the people for whom it was made and so they went away. '.repeat(30000));
await tab.locator('#files').setInputFiles([join(folder, 'long.txt'), one]);
await tab.locator('#reports progress').first().waitFor(patience);
const commandOf = (process_) => { try { return readFileSync(`/proc/${process_}/cmdline`, 'utf8'); } catch { return ''; } };
let broken = 0;
for (let tries = 0; tries < 500 && broken === 0; ++tries) {
  broken = Number(readdirSync('/proc').find((each) => /^\d+$/.test(each) && commandOf(each).includes(privately) && commandOf(each).includes('long.txt') && Number(each) !== second.child.pid) ?? 0);
  if (broken === 0) await new Promise((later) => setTimeout(later, 10));
}
if (broken === 0) breaches.push('no process of its own checks a report');
else process.kill(broken, 'SIGSEGV');
await tab.waitForFunction(() => /broke down/.test(document.getElementById('reports').textContent), null, patience);
await tab.getByRole('link', { name: 'Read the findings of report one.txt' }).waitFor(patience);
await axe(tab, 'one broke down');
await tab.getByRole('button', { name: 'Remove long.txt' }).click();

// Stopped in the middle of a check: it ends soon and leaves nothing.
await tab.locator('#files').setInputFiles([join(folder, 'long.txt')]);
await tab.locator('#reports progress').first().waitFor(patience);
second.child.kill('SIGTERM');
expect((await second.ended) === 0, 'a server that is asked to end does not end in good order');
await browser.close();
for (const each of breaches) console.log(each);
console.log(`the local page, ${breaches.length} breaches`);
process.exit(breaches.length === 0 ? 0 : 1);
