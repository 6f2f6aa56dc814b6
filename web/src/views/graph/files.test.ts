import { expect, test } from 'vitest';
import type { GraphEdge, GraphNode } from './content';
import { asCsv, asGraphMl, asSvg, type Sheet } from './files';

const hostile = `<img src=x onerror="alert(1)">&'`;
const node = (id: string, name: string) =>
  ({ id, name, nameEn: null, kind: 'ENTERPRISE', status: null, region: null, by: null }) as GraphNode;
const edge = {
  relationId: 'rel:1',
  from: 'a',
  to: 'b',
  relation: 'HOSTED_BY',
  label: '=1+1',
  strength: null,
  year: 2024,
  status: 'PLANNED',
  weight: 0.5,
  sources: [
    {
      locator: '专栏3（1）',
      date: null,
      known: 'STATED',
      certainty: 'HIGH',
      printedName: null,
      note: null,
      document: { id: 'doc:1', title: '规划', issuer: null, date: null, url: 'https://example.cn/' },
    },
  ],
} as GraphEdge;

const sheet: Sheet = {
  nodes: [node('a', hostile), node('b', '临沂大学')],
  edges: [edge],
  place: (id) => (id === 'a' ? { x: 0, y: 0 } : { x: 400, y: 200 }),
  name: (n) => n.name,
  kind: (n) => n.kind,
  relation: () => '依托',
  sign: () => '企',
  about: ['科创图谱', '2026-11-30', '来源：规划'],
  columns: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'],
};

const parsed = (text: string) => {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document;
};

test('GraphML is XML, with names as text, sources and date', () => {
  // happy-dom takes no points in names of attributes, which GraphML has.
  const d = parsed(asGraphMl(sheet).replaceAll(' attr.', ' attr-'));
  expect([...d.querySelectorAll('node data[key=name]')].map((x) => x.textContent)).toEqual([hostile, '临沂大学']);
  expect(d.querySelector('edge data[key=sources]')?.textContent).toBe('规划 专栏3（1） https://example.cn/');
  expect(d.querySelector('desc')?.textContent).toContain('2026-11-30');
});

test('SVG shows names as text, plans dashed, and what it is', () => {
  const { svg } = asSvg(sheet, { text: '#000', ground: '#fff', line: '#999', accent: '#f00' });
  const d = parsed(svg);
  expect(d.querySelector('img')).toBeNull();
  const texts = [...d.querySelectorAll('text')].map((x) => x.textContent);
  for (const wanted of [hostile, '临沂大学', '依托', '来源：规划', '2026-11-30']) expect(texts).toContain(wanted);
  expect(d.querySelector('line')?.getAttribute('stroke-dasharray')).toBe('6 4');
});

test('CSV is safe in Excel and cites sources', () => {
  const text = asCsv(sheet);
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text).toContain(
    `"<img src=x onerror=""alert(1)"">&'",a,依托,'=1+1,临沂大学,b,PLANNED,2024,0.5,规划 专栏3（1） https://example.cn/`,
  );
  expect(text).toContain('来源：规划');
});
