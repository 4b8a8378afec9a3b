// One peer on one text: language.mjs PEER FILE. Prints how much it found; its time is taken by whoever runs it.
import { readFileSync } from 'node:fs';

const [peer, file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const peers = {
  async 'write-good'() {
    const { default: writeGood } = await import('write-good');
    return writeGood(text).length;
  },
  async retext() {
    const [{ retext }, english, passive, simplify, equality, stringify] = await Promise.all(
      ['retext', 'retext-english', 'retext-passive', 'retext-simplify', 'retext-equality', 'retext-stringify'].map(each => import(each)));
    const done = await retext().use(english.default).use(passive.default).use(simplify.default).use(equality.default).use(stringify.default).process(text);
    return done.messages.length;
  },
  async compromise() {
    const { default: nlp } = await import('compromise');
    return nlp(text).people().length;
  },
  async 'redact-pii'() {
    const { SyncRedactor } = await import('redact-pii');
    return new SyncRedactor().redact(text).length;
  },
};
console.log(await peers[peer]());
