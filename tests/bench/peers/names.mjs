// How many labelled names two peers hide: names.mjs compromise|redact-pii FILE. FILE is what generate_texts.py writes:
// [{"text", "spans": [[first, last, label]]}]. A span counts as found when it is covered whole (compromise), or
// stands nowhere in what is left (redact-pii).
import { readFileSync } from 'node:fs';

const [peer, file] = process.argv.slice(2);
const documents = JSON.parse(readFileSync(file, 'utf8'));
let hide;
if (peer === 'compromise') {
  const { default: nlp } = await import('compromise');
  hide = text => {
    const covered = [];
    for (const kind of ['people', 'places', 'organizations'])
      for (const { offset } of nlp(text)[kind]().json({ offset: true })) if (offset) covered.push([offset.start, offset.start + offset.length]);
    return (first, last) => covered.some(([a, b]) => a <= first && b >= last);
  };
} else {
  const { SyncRedactor } = await import('redact-pii');
  const redactor = new SyncRedactor();
  hide = text => {
    const left = redactor.redact(text);
    return (first, last) => !left.includes(text.slice(first, last));
  };
}
const wanted = {}, found = {};
for (const { text, spans } of documents) {
  const letters = Array.from(text);  // spans count characters, not halves of them
  const offset = [0];
  for (const letter of letters) offset.push(offset.at(-1) + letter.length);
  const hidden = hide(text);
  for (const [first, last, label] of spans) {
    wanted[label] = (wanted[label] ?? 0) + 1;  // "public-" names somebody who may be named: better left alone
    if (label.startsWith('public-') !== hidden(offset[first], offset[last])) found[label] = (found[label] ?? 0) + 1;
  }
}
for (const label of Object.keys(wanted).sort()) console.log(`${label.padEnd(13)} ${((found[label] ?? 0) / wanted[label]).toFixed(3)} of ${wanted[label]} ${label.startsWith('public-') ? 'left alone' : 'found whole'}`);
