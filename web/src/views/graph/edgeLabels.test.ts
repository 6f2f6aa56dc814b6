import { expect, test } from 'vitest';
import { placeWords, sizeOf, type Box, type Wanting } from './edgeLabels';

const size = sizeOf('优势学科');
const edge = (id: string, ...line: [number, number][]): Wanting => ({
  id,
  line: line.map(([x, y]) => ({ x, y })),
  ...size,
});
const box = (x: number, y: number): Box => ({ x, y, ...size });
const apart = (a: Box, b: Box) => Math.abs(a.x - b.x) >= (a.w + b.w) / 2 || Math.abs(a.y - b.y) >= (a.h + b.h) / 2;

test('a word alone stands in the middle of its line, on a curve in the middle of that', () => {
  const places = placeWords([edge('a', [0, 0], [200, 100]), edge('b', [0, 300], [100, 200], [200, 300])], []);
  expect(places.get('a')).toEqual({ x: 100, y: 50 });
  expect(places.get('b')).toEqual({ x: 100, y: 200 });
});

test('none covers another, nor a node; the first edges keep the best places', () => {
  // A fan into one node: all middles lie close together.
  const fan = Array.from({ length: 12 }, (_, i) => edge(String(i), [0, i * 12], [260, 60]));
  const nodes = [box(130, 66)];
  const places = placeWords(fan, nodes);
  expect(places.size).toBeGreaterThan(6);
  const boxes = [...nodes, ...[...places.values()].map((p) => box(p.x, p.y))];
  for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) expect(apart(a, b)).toBe(true);
  expect(places.has('0')).toBe(true);
});

test('what finds no room is left out; a line without length is no trouble', () => {
  expect([...placeWords([edge('a', [0, 0], [30, 0]), edge('b', [0, 0], [30, 0])], []).keys()]).toEqual(['a']);
  expect(placeWords([edge('loop', [5, 5], [5, 5])], []).get('loop')).toEqual({ x: 5, y: 5 });
});
