// Holds what `casewright check` finds against what was planted: planted.mjs PROGRAM SAMPLE SCRATCH
// Every planted fault of SAMPLE/expected.json must be found by a rule of one of its families at its place;
// the places listed as silent must stay silent at the levels block and fix. Exits 1 with one line a miss.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [, , program, sample, scratch] = process.argv;
const expected = JSON.parse(readFileSync(join(sample, 'expected.json'), 'utf8'));
const run = (...words) => {
  try {
    return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
  } catch (failure) {
    if (failure.status === 1) return failure.stdout;
    throw failure;
  }
};
const checkOf = (...files) => JSON.parse(run('check', ...files, '--case', join(sample, 'case'), '--format', 'json', '--show-text'));

const fold = (text) => text.replace(/\s+/g, ' ').toLowerCase();
const family = (finding) => finding.rule.split('/')[0];
const fits = (planted, finding) =>
  planted.families.includes(family(finding)) && (planted.rules.length === 0 || planted.rules.includes(finding.rule));
// What a page carries beside its words (metadata, comments, attributes) is known by its line.
const overlaps = (planted, finding) => finding.length === 0 ? finding.line === planted.line || speaksOf(planted, finding) :
  finding.offset < planted.offset + planted.length && planted.offset < finding.offset + finding.length;
const speaksOf = (planted, finding) =>
  fold(`${finding.text ?? ''} ${finding.message} ${finding.rule}`).replaceAll('-', ' ').includes(fold(planted.text).replaceAll('_', ' ').replaceAll('-', ' '))
  || (finding.text ?? '').length > 3 && fold(planted.text).includes(fold(finding.text))
  || finding.rule.endsWith('/' + planted.kind);

// A finished report: by the bytes of the file; a fault of the file as a whole: by what the finding speaks of.
const finished = checkOf(join(sample, 'reports'));
// The bundle: by the words, in the drafts that it gives.
const drafts = join(scratch, 'planted-drafts');
mkdirSync(drafts, { recursive: true });
run('draft', join(sample, 'case'), '-o', drafts);
const drafted = checkOf(join(drafts, 'report.html'), join(drafts, 'summary.html')).reports.flatMap((report) => report.findings);

let missed = 0;
for (const planted of expected.planted) {
  const own = planted.command === 'publish' ? drafted
    : finished.reports.filter((report) => basename(report.path) === basename(planted.file)).flatMap((report) => report.findings);
  const atPlace = planted.command === 'check' && planted.line !== 0 ? overlaps : speaksOf;
  if (own.some((finding) => fits(planted, finding) && atPlace(planted, finding))) continue;
  missed += 1;
  console.log(`not found: ${planted.id}: ${planted.kind} in ${planted.file}:${planted.line}`);
}
let loud = 0;
for (const silent of expected.silent ?? []) {
  const report = finished.reports.find((each) => basename(each.path) === basename(silent.file));
  for (const finding of report?.findings ?? [])
    if (finding.level !== 'advise' && finding.length > 0 && overlaps(silent, finding) && (silent.families ?? ['anonymisation']).includes(family(finding))) {
      loud += 1;
      console.log(`false alarm: ${finding.rule} at ${silent.file}:${silent.line}`);
    }
}
console.log(`${expected.planted.length - missed} of ${expected.planted.length} planted faults found, ${loud} false alarms`);
process.exit(missed === 0 && loud === 0 ? 0 : 1);
