// What breaks clients of the last release, and which of it the changelog names.
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

// breaking lists the changes from one SDL to another after which a document that
// worked may fail: [{ path, message }], in order.
export async function breaking(before, after) {
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path, message }) => ({ path: path ?? 'schema', message }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

// named reads which schema coordinates, between backticks, the section "### Breaking"
// of "## Unreleased" tells its readers about.
export function named(changelog) {
  const unreleased = section(changelog, '## ', 'Unreleased');
  return new Set([...section(unreleased, '### ', 'Breaking').matchAll(/`([^`]+)`/g)].map(([, path]) => path));
}

// section is what stands below a heading, up to the next of its level.
function section(text, mark, title) {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => line.startsWith(mark) && line.slice(mark.length).replace(/[[\]]/g, '').trim() === title);
  if (start < 0) return '';
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith(mark));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
}

// latest is the file of the highest version among names like 1.2.3.graphql.
export function latest(names) {
  const versions = names.flatMap((name) => {
    const found = /^(\d+)\.(\d+)\.(\d+)\.graphql$/.exec(name);
    return found ? [{ name, numbers: found.slice(1).map(Number) }] : [];
  });
  versions.sort((a, b) => a.numbers.map((n, i) => n - b.numbers[i]).find((d) => d !== 0) ?? 0);
  return versions.at(-1)?.name;
}
