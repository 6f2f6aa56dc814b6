// Compares schema/*.graphql with the schema of the last release (schema/released);
// run from the root of the repository, see the Makefile. Status 1: a change breaks
// clients and CHANGELOG.md does not name it. With a version as argument it records
// the schema as the one released under that version instead.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { breaking, latest, named } from './breaking.js';

const folder = 'schema/released';
const current = readdirSync('schema')
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => readFileSync(`schema/${name}`, 'utf8'))
  .join('\n');

function record(version) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    console.error(`schema-diff: ${version} is no version; write it as 1.2.3`);
    process.exitCode = 2;
    return;
  }
  writeFileSync(`${folder}/${version}.graphql`, current);
  console.log(`schema-diff: ${folder}/${version}.graphql is the schema of ${version}`);
}

async function compare() {
  const release = latest(readdirSync(folder));
  if (!release) throw new Error(`there is no released schema in ${folder}`);
  const changes = await breaking(readFileSync(`${folder}/${release}`, 'utf8'), current);
  const told = named(readFileSync('CHANGELOG.md', 'utf8'));
  const untold = changes.filter(({ path }) => !told.has(path));
  for (const { path, message } of changes) {
    console.log(`${told.has(path) ? 'told    ' : 'NOT TOLD'}  ${path}: ${message}`);
  }
  console.log(`schema-diff: ${changes.length} breaking changes since ${release.replace('.graphql', '')}, ${untold.length} of them not in CHANGELOG.md`);
  if (untold.length > 0) {
    console.error('schema-diff: take them back (deprecate instead), or name each in CHANGELOG.md under "## Unreleased", "### Breaking", between backticks as printed above');
    process.exitCode = 1;
  }
}

if (process.argv[2]) record(process.argv[2]);
else await compare();
