import { expect, test } from 'vitest';
import type { Content, GraphEdge, GraphNode } from './content';
import { place } from './layout';

function star(...waves: { around: string | null; ids: string[] }[]): Content {
  const nodes = new Map(waves.flatMap((w) => w.ids).map((id) => [id, { id } as GraphNode]));
  const edges = waves.flatMap((w) =>
    w.around === null
      ? []
      : w.ids.map((id) => ({ relationId: `${w.around} ${id}`, from: w.around, to: id }) as GraphEdge),
  );
  return {
    nodes,
    edges: new Map(edges.map((e) => [e.relationId, e])),
    waves: waves.map((w) => ({ at: null, ...w })),
    opened: [],
    routes: null,
    unknown: [],
    loadedAt: null,
  };
}

const ids = (name: string, n: number) => Array.from({ length: n }, (_, i) => `${name}${i}`);

test('what has a place keeps it when a node is opened', () => {
  const first = star({ around: null, ids: ['a'] }, { around: 'a', ids: ids('b', 20) });
  const before = place(first, new Map());
  const second = star(...first.waves, { around: 'b3', ids: ids('c', 12) });
  const after = place(second, before);
  for (const [id, p] of before) expect(after.get(id)).toEqual(p);
  expect(after.size).toBe(33);
});

test('the same content gives the same picture, and no two nodes lie upon each other', () => {
  const content = star(
    { around: null, ids: ['a'] },
    { around: 'a', ids: ids('b', 50) },
    { around: 'b0', ids: ids('c', 50) },
  );
  const places = place(content, new Map());
  expect(place(content, new Map())).toEqual(places);
  const all = [...places.values()];
  for (const [i, p] of all.entries())
    for (const q of all.slice(i + 1)) expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThan(34); // a node's width
});

test('what comes into a pocket between nodes that stay lies upon none of them', () => {
  const ring = ids('b', 9);
  const before = new Map([
    ['a', { x: 0, y: 0 }],
    ...ring.map(
      (id, i) => [id, { x: 110 * Math.cos((i * 2 * Math.PI) / 9), y: 110 * Math.sin((i * 2 * Math.PI) / 9) }] as const,
    ),
  ]);
  const content = star({ around: null, ids: ['a'] }, { around: 'a', ids: ring }, { around: null, ids: ['c'] });
  for (const to of ['a', ...ring]) content.edges.set(`c ${to}`, { relationId: `c ${to}`, from: 'c', to } as GraphEdge);
  const places = place(content, before);
  const c = places.get('c');
  for (const [id, p] of before) {
    expect(places.get(id)).toEqual(p);
    expect(Math.hypot(p.x - (c?.x ?? 0), p.y - (c?.y ?? 0))).toBeGreaterThan(70);
  }
});

test('a hub of two thousand opened at once is placed, no node upon another', () => {
  const places = place(star({ around: null, ids: ['a'] }, { around: 'a', ids: ids('b', 2000) }), new Map());
  expect(places.size).toBe(2001);
  const all = [...places.values()].sort((p, q) => p.x - q.x);
  for (const [i, p] of all.entries())
    for (let j = i + 1; (all[j]?.x ?? Infinity) - p.x < 40; j++)
      expect(Math.hypot(p.x - (all[j]?.x ?? 0), p.y - (all[j]?.y ?? 0))).toBeGreaterThan(34);
}, 60_000);

test('places of what is gone are not kept', () => {
  expect([...place(star({ around: null, ids: ['a'] }), new Map([['z', { x: 1, y: 1 }]])).keys()]).toEqual(['a']);
});
