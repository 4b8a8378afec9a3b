// pdf2md FILE...: the text of each as Markdown, thrown away. It waits for ever where a file embeds no font: exit code 1 after ten seconds.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const pdf2md = createRequire(import.meta.url)('@opendocsg/pdf2md');
const ten_seconds = () => new Promise(over => setTimeout(over, 10000, 'late'));
for (const file of process.argv.slice(2))
  if (await Promise.race([pdf2md(readFileSync(file)), ten_seconds()]) === 'late') {
    console.error(`${file}: not done in ten seconds`);
    process.exit(1);
  }
process.exit(0);
