// Against a running server: INNOGRAPH_URL, http://127.0.0.1:8080 when not set.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';

import { ApiError, ask } from '../src/client.js';
import { EntityWithTies, PlatformsOfARegion, Suggest, Words } from '../src/documents.js';
import { rows } from '../src/pages.js';

const server = { url: `${process.env['INNOGRAPH_URL'] ?? 'http://127.0.0.1:8080'}/graphql` };

const code = (expected: string) => (error: unknown) => error instanceof ApiError && error.code === expected;

test('initials find a university', async () => {
  const { suggest } = await ask(server, Suggest, { prefix: 'zjdx' });
  assert.equal(suggest[0]?.entity.name, '浙江大学');
  assert.ok(suggest[0]?.hint, 'a hint tells namesakes apart');
});

test('every tie of an entity names its source', async () => {
  const { node } = await ask(server, EntityWithTies, { id: 'org:lyu', after: null });
  assert.ok(node && 'name' in node);
  assert.equal(node.name, '临沂大学');
  assert.ok(node.relations.edges.length > 0);
  for (const { sources } of node.relations.edges) assert.ok(sources[0]?.document?.title);
});

test('pages joined are the whole list, each row once', async () => {
  const ids: string[] = [];
  let total = 0;
  const all = rows(
    async (after) => {
      const { entities } = await ask(server, PlatformsOfARegion, { region: 'region:yrd', after });
      total = entities.totalCount;
      return entities;
    },
    () => ids.splice(0),
  );
  for await (const { id } of all) ids.push(id);
  assert.ok(total > 25, 'more than one page');
  assert.equal(ids.length, total);
  assert.equal(new Set(ids).size, total);
});

test('the service says its words', async () => {
  const { serviceConfig } = await ask(server, Words, {});
  assert.equal(serviceConfig.kinds.find(({ kind }) => kind === 'UNIVERSITY')?.chinese, '高校');
});

test('a refusal has a code', async () => {
  await assert.rejects(ask(server, PlatformsOfARegion, { region: 'region:yrd', after: 'x' }), code('INVALID_CURSOR'));
});

test('a server that is not there is told from one that refuses', async () => {
  await assert.rejects(ask({ url: 'http://127.0.0.1:1/graphql' }, Words, {}), code('NO_ANSWER'));
});

test('a list begins again when the data changed, and not for ever', async () => {
  const stale = new ApiError('STALE_CURSOR', 'the data changed');
  let calls = 0;
  let restarts = 0;
  const page = async (after: string | null) => {
    if (++calls === 2) throw stale;
    return { nodes: after ? [3] : [1, 2], pageInfo: { hasNextPage: after === null, endCursor: 'c' } };
  };
  let seen: number[] = [];
  for await (const n of rows(page, () => { seen = []; restarts++; })) seen.push(n);
  assert.deepEqual([seen, restarts], [[1, 2, 3], 1]);
  const always = rows(() => Promise.reject(stale), () => {});
  await assert.rejects(always.next(), code('STALE_CURSOR'));
});

test('waiting time and request id come with the refusal', async (t) => {
  const busy = createServer((_, response) => {
    response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'application/json' });
    response.end('{"errors":[{"message":"busy","extensions":{"code":"OVERLOADED","requestId":"r1"}}]}');
  });
  await new Promise<void>((ready) => busy.listen(0, '127.0.0.1', ready));
  t.after(() => busy.close());
  const url = `http://127.0.0.1:${(busy.address() as AddressInfo).port}`;
  await assert.rejects(ask({ url }, Words, {}), { code: 'OVERLOADED', retryAfter: 2, requestId: 'r1' });
});
