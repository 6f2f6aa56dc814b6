import assert from 'node:assert/strict';
import { test } from 'node:test';

import { breaking, latest, named } from './breaking.js';

const before = `
  type Query { entity(id: ID!, depth: Int): Entity }
  type Entity { id: ID! name: String! note: String }
  enum Kind { UNIVERSITY AGENCY }
`;

const paths = async (after) => (await breaking(before, after)).map(({ path }) => path);

test('what only adds breaks nothing', async () => {
  const after = before.replace('note: String', 'note: String!  more(first: Int): [String!]!').replace('AGENCY', 'AGENCY HOSPITAL');
  assert.deepEqual(await paths(after), []);
});

test('what clients may use is missed when it goes', async () => {
  const after = before.replace('note: String', '').replace(', depth: Int', ', must: Int!').replace(' AGENCY', '');
  assert.deepEqual(await paths(after), ['Entity.note', 'Kind.AGENCY', 'Query.entity.depth', 'Query.entity.must']);
});

test('a looser output type breaks', async () => {
  assert.deepEqual(await paths(before.replace('name: String!', 'name: String')), ['Entity.name']);
});

test('only the breaking section of what is unreleased counts', () => {
  const changelog = [
    '# Changelog', '## Unreleased', '### Added', '- `Entity.more`', '### Breaking', '- `Entity.note` and', '  `Kind.AGENCY` are gone',
    '### Fixed', '- `Query.a`', '## 0.1.0 — 2026-11-30', '### Breaking', '- `Query.old`',
  ].join('\n');
  assert.deepEqual([...named(changelog)], ['Entity.note', 'Kind.AGENCY']);
  assert.deepEqual([...named('# Changelog\n## 0.1.0\n### Breaking\n- `Query.old`')], []);
});

test('the last release is the highest number, not the last name', () => {
  assert.equal(latest(['0.9.0.graphql', '0.10.0.graphql', 'README.md', '0.2.11.graphql']), '0.10.0.graphql');
  assert.equal(latest([]), undefined);
});
