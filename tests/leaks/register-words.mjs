// Reads every byte below a folder and looks for any word of a register: register-words.mjs PEOPLE.XML FOLDER
// Written apart from the program on purpose: it shares no code with the search that it proves. Names that
// are ordinary words too ("Hope", "Mark") count only where they stand capitalised inside a sentence.
// The board's own name, in case.xml beside the register, may stand. Prints places, never the word. Exits 1 when anything is found, 2 when there was nothing to read.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { spawnSync } from 'node:child_process';
import { inflateRawSync, inflateSync } from 'node:zlib';

const [, , registerFile, folder] = process.argv;
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/Ł/g, 'L').replace(/ø/g, 'o')
  .replace(/[‘’ʼ´`]/g, "'").replace(/[‐‑–—]/g, '-').normalize('NFC');
const unescape = (text) => text.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)))
  .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(+code)).replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>')
  .replace(/&quot;/g, '"').replace(/&apos;/g, "'");

// Words that the dictionary makes from others by its rules.
const notInIt = ['this', 'recs'];

function ordinaryWords() {
  for (const file of ['/usr/share/hunspell/en_GB.dic', '/usr/share/myspell/dicts/en_GB.dic'])
    try {
      const lines = readFileSync(file, 'utf8').split('\n').slice(1).map((line) => line.split('/')[0].trim());
      return new Set([...lines.filter((word) => word === word.toLowerCase()), ...notInIt]);
    } catch { /* the next one */ }
  console.error('no British dictionary is installed');
  process.exit(2);
}

// What the register holds: words that must never stand anywhere, words that may be ordinary, and numbers.
function registerOf(xml) {
  const ordinary = ordinaryWords();
  const never = new Set(), ordinaryNames = new Set(), numbers = new Set(), allowed = new Set();
  const entries = [...xml.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<(person|place|organisation)\b([^>]*)>([\s\S]*?)<\/\1>/g)];
  const publicWords = new Set(entries.flatMap(([, , attributes]) =>
    fold(unescape(/public="([^"]*)"/.exec(attributes)?.[1] ?? '')).toLowerCase().split(/[^\p{L}']+/u)));
  for (const [, kind, attributes, body] of entries) {
    const mayBeNamed = /publish="name"/.test(attributes) || /role="allowed"/.test(attributes);
    for (const [, element, text] of body.matchAll(/<(name|given|middle|family|alias|nickname|former-name|username|email|address|postcode|phone|number)\b[^>]*>([^<]+)</g)) {
      const value = fold(unescape(text)).trim();
      if (/^(phone|number|postcode)$/.test(element)) {
        numbers.add(value.replace(/[^0-9A-Za-z]/g, '').toLowerCase());
        continue;
      }
      for (const word of value.split(/[^\p{L}']+/u)) {
        const lowered = word.toLowerCase();
        if (lowered.length < 3) continue;
        if (mayBeNamed) allowed.add(lowered);
        else if (publicWords.has(lowered)) continue;
        else if (!ordinary.has(lowered)) never.add(lowered);
        else if (kind === 'person' && /^\p{Lu}/u.test(word)) ordinaryNames.add(word);
      }
    }
  }
  const board = /<board\b[\s\S]*?<\/board>/.exec(readFileSync(join(dirname(registerFile), 'case.xml'), 'utf8'))?.[0] ?? '';
  for (const [, text] of board.matchAll(/<(?:name|short|area)>([^<]+)</g))
    for (const word of fold(unescape(text)).split(/[^\p{L}']+/u)) allowed.add(word.toLowerCase());
  for (const word of allowed) never.delete(word);
  return { ordinary, never, ordinaryNames, numbers };
}

function filesBelow(at) {
  return readdirSync(at).sort().flatMap((name) => (statSync(join(at, name)).isDirectory() ? filesBelow(join(at, name)) : [join(at, name)]));
}

// What a PDF shows, and every string that it holds besides: titles, alternative text, bookmarks, links, metadata.
function wordsOfPdf(raw) {
  const shown = spawnSync('pdftotext', ['-q', '-', '-'], { input: raw, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (shown.error || shown.status !== 0) throw new Error('pdftotext (Debian: poppler-utils) cannot read a PDF');
  const file = raw.toString('latin1');
  const parts = [file.replace(/stream\r?\n[\s\S]*?endstream/g, '')];
  for (const match of file.matchAll(/stream\r?\n/g)) {
    if (file.slice(match.index - 3, match.index) === 'end') continue;
    const from = match.index + match[0].length;
    const bytes = raw.subarray(from, file.indexOf('endstream', from));
    let part = bytes;
    try { part = inflateSync(bytes); } catch { /* as it stands: metadata, a photograph */ }
    const text = part.toString('latin1');
    if (text.startsWith('<?xpacket')) parts.push(part.toString('utf8'));
    else if (/\/(Type|S|Title|Contents|Alt)\b/.test(text)) parts.push(text);
  }
  const strings = [];
  for (const part of parts) {
    if (part.startsWith('<?xpacket')) strings.push(part);
    for (const [, hex] of part.matchAll(/<([0-9A-Fa-f\s]{4,})>/g)) strings.push(Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1'));
    for (const [, inside] of part.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)/g))
      strings.push(inside.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code) =>
        /[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[code] ?? code));
  }
  const told = strings.map((each) => (each.startsWith('\u00fe\u00ff') ? Buffer.from(each.slice(2), 'latin1').swap16().toString('utf16le') : each));
  return `${shown.stdout}\n${told.join('\n')}`;
}

// A packed file (Word) as the text of its parts: as they stand, and without tags, since a name may be split over runs.
// Pictures are left out: they are painted from the same words.
function unpacked(raw) {
  if (raw.toString('latin1', 0, 5) === '%PDF-') return wordsOfPdf(raw);
  if (raw.length < 22 || raw.readUInt32LE(0) !== 0x04034b50) return raw.toString('utf8');
  let text = '', end = raw.length - 22;
  while (end > 0 && raw.readUInt32LE(end) !== 0x06054b50) end -= 1;
  for (let at = raw.readUInt32LE(end + 16), left = raw.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength, extra, comment, local] =
      [raw.readUInt16LE(at + 10), raw.readUInt32LE(at + 20), raw.readUInt16LE(at + 28), raw.readUInt16LE(at + 30), raw.readUInt16LE(at + 32), raw.readUInt32LE(at + 42)];
    const name = raw.toString('utf8', at + 46, at + 46 + nameLength);
    const from = local + 30 + raw.readUInt16LE(local + 26) + raw.readUInt16LE(local + 28);
    const part = raw.subarray(from, from + size);
    if (/\.(xml|rels|svg)$/.test(name)) {
      const words = (method === 0 ? part : inflateRawSync(part)).toString('utf8');
      // "styles" is Word's own word in names of parts and elements, and somebody's family name.
      const own = words.replace(/<\/?w:styles\b|\bstyles\.xml|[./]styles(?=["+])|Id="styles"/g, '');
      text += `${name.replace('styles', '')}\n${own}\n${words.replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, '')}\n`;
    } else text += `${name}\n`;
    at += 46 + nameLength + extra + comment;
  }
  if (text === '') throw new Error('an archive without a part');
  return text;
}

// The authors and signatories of the management reviews, whom readers must not see either, as register entries.
function authorsBeside(file) {
  const folder = join(dirname(file), 'imr');
  let names = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.xml')).flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/<(?:author|sign-off)>\s*<name>([^<]+)</g)].map((match) => match[1]));
  } catch { /* a review without management reviews */ }
  return names.map((name) => `<person id="author"><name>${name}</name></person>`).join('');
}

const { ordinary, never, ordinaryNames, numbers } = registerOf(readFileSync(registerFile, 'utf8') + authorsBeside(registerFile));
const files = filesBelow(folder);
let found = 0, bytes = 0;
for (const file of files) {
  const raw = readFileSync(file);
  bytes += raw.length;
  const text = fold(unescape(unpacked(raw) + '\n' + relative(folder, file)));
  const place = (at) => `${relative(folder, file)}:${text.slice(0, at).split('\n').length}`;
  const tell = (what, at) => { found += 1; console.log(`${place(at)}: ${what}`); };
  for (const match of text.matchAll(/[\p{L}']+/gu)) {
    const word = match[0].replace(/^'+|'+$/g, '');
    const stems = [word, word.replace(/'s$|s'$|s$/i, '')].map((each) => each.toLowerCase());
    if (!ordinary.has(stems[0]) && stems.some((each) => never.has(each))) tell('a word of the register', match.index);
    const month = word === 'May' && (/^May,? \d{4}|^May or June/.test(text.slice(match.index)) || /\b(in|by|of|from|until|since|to|and) $/i.test(text.slice(0, match.index).slice(-8)));
    if (!month && ordinaryNames.has(word.replace(/'s$/, '')) && /\p{Ll},? $/u.test(text.slice(Math.max(0, match.index - 3), match.index)))
      tell('a name that is also a word, capitalised inside a sentence', match.index);
  }
  const joined = text.toLowerCase().replace(/[^0-9a-z]/g, '');
  for (const number of numbers) if (number.length > 5 && joined.includes(number)) { found += 1; console.log(`${relative(folder, file)}: a number of the register`); }
}
console.log(`${files.length} files, ${bytes} bytes, ${never.size + ordinaryNames.size + numbers.size} words and numbers looked for, ${found} found`);
process.exit(files.length === 0 || never.size === 0 ? 2 : found === 0 ? 0 : 1);
