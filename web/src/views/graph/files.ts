import { cited } from '../../shared/export/source';
import { csvOfRows } from '../../shared/export/csv';
import type { Picture } from '../../shared/export/picture';
import { xml } from '../../shared/export/xml';
import { lookOf, type Shape } from '../../shared/kinds/look';
import type { GraphEdge, GraphNode } from './content';
import { labelSize, placeWords, sizeOf, type Box } from './edgeLabels';
import type { Place } from './layout';
import type { Colours } from './look';

/** What is written into files: the picture, its words, and where it comes from. */
export type Sheet = {
  nodes: GraphNode[];
  edges: GraphEdge[];
  place: (id: string) => Place;
  name: (n: GraphNode) => string;
  kind: (n: GraphNode) => string;
  relation: (e: GraphEdge) => string;
  sign: (n: GraphNode) => string;
  /** Lines below the picture: what it is, of which data, when, and the link that restores it. */
  about: string[];
  /** Columns of the table. */
  columns: string[];
};

/** One row for each relation, with its sources, and the facts about the file below. */
export function asCsv(s: Sheet): string {
  const nodes = new Map(s.nodes.map((n) => [n.id, n]));
  const name = (id: string) => {
    const n = nodes.get(id);
    return n ? s.name(n) : id;
  };
  const rows = s.edges.map((e) => [
    name(e.from),
    e.from,
    s.relation(e),
    e.label,
    name(e.to),
    e.to,
    e.status,
    e.year,
    e.weight,
    e.sources.map(cited).join('; '),
  ]);
  return csvOfRows([s.columns, ...rows, [], ...s.about.map((line) => [line])]);
}

/** GraphML for Gephi, yEd and others. */
export function asGraphMl(s: Sheet): string {
  const data = (key: string, value: string | number | null) =>
    value === null || value === '' ? '' : `<data key="${key}">${xml(String(value))}</data>`;
  const keys = [
    ['name', 'node', 'string'],
    ['kind', 'node', 'string'],
    ['x', 'node', 'double'],
    ['y', 'node', 'double'],
    ['relation', 'edge', 'string'],
    ['label', 'edge', 'string'],
    ['status', 'edge', 'string'],
    ['weight', 'edge', 'double'],
    ['sources', 'edge', 'string'],
  ];
  const nodes = s.nodes.map((n) => {
    const { x, y } = s.place(n.id);
    return `<node id="${xml(n.id)}">${data('name', n.name)}${data('kind', n.kind)}${data('x', x)}${data('y', y)}</node>`;
  });
  const edges = s.edges.map(
    (e) =>
      `<edge id="${xml(e.relationId)}" source="${xml(e.from)}" target="${xml(e.to)}">${data('relation', e.relation)}${data('label', e.label)}` +
      `${data('status', e.status)}${data('weight', e.weight)}${data('sources', e.sources.map(cited).join('; '))}</edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    `<desc>${xml(s.about.join('\n'))}</desc>`,
    ...keys.map(([id, of, type]) => `<key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`),
    '<graph edgedefault="directed">',
    ...nodes,
    ...edges,
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}

const half = 17;
const nameSize = 12;

function shape(of: Shape, x: number, y: number, fill: string): string {
  const polygon = (points: [number, number][]) =>
    `<polygon fill="${fill}" points="${points.map(([px, py]) => `${x + px * half},${y + py * half}`).join(' ')}"/>`;
  switch (of) {
    case 'circle':
      return `<circle cx="${x}" cy="${y}" r="${half}" fill="${fill}"/>`;
    case 'square':
      return `<rect x="${x - half}" y="${y - half}" width="${2 * half}" height="${2 * half}" rx="6" fill="${fill}"/>`;
    case 'diamond':
      return polygon([
        [0, -1.1],
        [1.1, 0],
        [0, 1.1],
        [-1.1, 0],
      ]);
    case 'hexagon':
      return polygon([
        [-0.5, -0.95],
        [0.5, -0.95],
        [1, 0],
        [0.5, 0.95],
        [-0.5, 0.95],
        [-1, 0],
      ]);
    case 'pentagon':
      return polygon([
        [0, -1],
        [1, -0.2],
        [0.62, 1],
        [-0.62, 1],
        [-1, -0.2],
      ]);
  }
}

/** Where the words of the edges stand, clear of each other and of the nodes. */
function wordsOf(s: Sheet): Map<string, Place> {
  const taken = s.nodes.flatMap((n): Box[] => {
    const { x, y } = s.place(n.id);
    const { w, h } = sizeOf(s.name(n));
    const larger = nameSize / labelSize;
    return [
      { x, y, w: 2 * half, h: 2 * half },
      { x, y: y + half + 10, w: w * larger, h: h * larger },
    ];
  });
  const wanting = s.edges.map((e) => ({
    id: e.relationId,
    line: [s.place(e.from), s.place(e.to)],
    ...sizeOf(s.relation(e)),
  }));
  return placeWords(wanting, taken);
}

/** The picture as SVG, with what it is and its sources inside and written below. */
export function asSvg(s: Sheet, c: Colours): Picture {
  const at = s.nodes.map((n) => s.place(n.id));
  const margin = 90;
  const left = Math.min(0, ...at.map((p) => p.x)) - margin;
  const top = Math.min(0, ...at.map((p) => p.y)) - margin;
  const width = Math.max(600, Math.max(0, ...at.map((p) => p.x)) + margin - left);
  const below = Math.max(0, ...at.map((p) => p.y)) + margin;
  const height = below - top + s.about.length * 18 + 20;
  const label = (x: number, y: number, text: string, size: number, fill = c.text) =>
    `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="middle">${xml(text)}</text>`;
  const words = wordsOf(s);
  const edges = s.edges.map((e) => {
    const a = s.place(e.from);
    const b = s.place(e.to);
    const at = words.get(e.relationId);
    const said = at ? label(at.x, at.y + 3, s.relation(e), labelSize) : '';
    const dash = e.status === 'PLANNED' ? ' stroke-dasharray="6 4"' : '';
    const title = `<title>${xml(e.sources.map(cited).join('\n'))}</title>`;
    return `<g><line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${c.line}" stroke-width="1.4"${dash}>${title}</line>${said}</g>`;
  });
  const nodes = s.nodes.map((n) => {
    const { x, y } = s.place(n.id);
    const look = lookOf(n.kind);
    return `<g>${shape(look.shape, x, y, look.colour)}${label(x, y + 5, s.sign(n), 15, '#fff')}${label(x, y + half + 14, s.name(n), nameSize)}</g>`;
  });
  const about = s.about.map(
    (line, i) => `<text x="${left + 20}" y="${below + i * 18}" font-size="12" fill="${c.text}">${xml(line)}</text>`,
  );
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif">`,
    `<desc>${xml(s.about.join('\n'))}</desc>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${c.ground}"/>`,
    ...edges,
    ...nodes,
    ...about,
    '</svg>',
    '',
  ].join('\n');
  return { svg, width, height };
}
