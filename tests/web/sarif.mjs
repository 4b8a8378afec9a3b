// Holds SARIF files against the schema of SARIF 2.1.0 and against what its viewers rely on: node sarif.mjs FILE...
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';

const require = createRequire(import.meta.url);
const read = (name) => JSON.parse(readFileSync(require.resolve(name), 'utf8'));
const ajv = new Ajv({ schemaId: 'auto', allErrors: true, logger: false });
ajv.addMetaSchema(read('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(read('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

const breaches = [];
for (const file of process.argv.slice(2)) {
  const log = JSON.parse(readFileSync(file, 'utf8'));
  if (!validate(log)) for (const each of validate.errors) breaches.push(`${file}${each.dataPath}: ${each.message}`);
  for (const run of log.runs) {
    const rules = run.tool.driver.rules;
    for (const [at, result] of run.results.entries()) {
      const where = `${file}: result ${at}`;
      if (rules[result.ruleIndex]?.id !== result.ruleId) breaches.push(`${where}: its rule ${result.ruleId} is not the one at its index`);
      if (result.locations.length === 0) breaches.push(`${where}: stands nowhere`);
      for (const location of result.locations) {
        const { uri, index } = location.physicalLocation.artifactLocation;
        if (run.artifacts[index].location.uri !== uri) breaches.push(`${where}: its file is not the one at its index`);
        if (new URL(uri, 'file:///base/').protocol !== 'file:') breaches.push(`${where}: ${uri} is no path`);
      }
    }
    const prints = run.results.map((result) => result.partialFingerprints['sentence/v1']);
    if (new Set(prints).size !== prints.length) breaches.push(`${file}: two results share a fingerprint`);
  }
}
// The schema must be able to say no.
const broken = JSON.parse(readFileSync(process.argv[2], 'utf8'));
broken.runs[0].results[0].level = 'terrible';
if (validate(broken)) breaches.push('the schema accepts a level that does not exist');
for (const each of breaches.slice(0, 20)) console.log(each);
process.exit(breaches.length === 0 ? 0 : 1);
