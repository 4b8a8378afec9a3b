// Reads a findings table as a spreadsheet does: node csv.mjs FILE
import { readFileSync } from 'node:fs';

const text = readFileSync(process.argv[2], 'utf8');
const rows = [[]];
let cell = '', quoted = false;
for (let at = 1; at < text.length; at += 1) {
  const c = text[at];
  if (quoted) {
    if (c === '"' && text[at + 1] === '"') { cell += '"'; at += 1; }
    else if (c === '"') quoted = false;
    else cell += c;
  } else if (c === '"') quoted = true;
  else if (c === ',') { rows.at(-1).push(cell); cell = ''; }
  else if (c === '\r' && text[at + 1] === '\n') { rows.at(-1).push(cell); cell = ''; rows.push([]); at += 1; }
  else throw new Error(`a bare ${JSON.stringify(c)} at ${at}`);
}
rows.pop();
const fail = (what) => { console.log(what); process.exit(1); };
if (text.charCodeAt(0) !== 0xFEFF) fail('no byte order mark');
if (rows.length < 10) fail(`only ${rows.length} rows`);
for (const [at, row] of rows.entries()) {
  if (row.length !== rows[0].length) fail(`row ${at + 1} has ${row.length} cells, not ${rows[0].length}`);
  for (const each of row) if (/^\s*[=+\-@]/.test(each)) fail(`row ${at + 1}: a cell that runs as a formula: ${each}`);
}
