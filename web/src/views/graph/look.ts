import type { StylesheetJson } from 'cytoscape';
import type { Kind } from '../../gql/enums';
import { lookOf, type Shape } from '../../shared/kinds/look';
import { labelSize } from './edgeLabels';
import { legible } from './labelling';

export type Side = 0 | 1; // Chinese, English

const shapes: Record<Shape, string> = {
  circle: 'ellipse',
  square: 'round-rectangle',
  diamond: 'diamond',
  hexagon: 'hexagon',
  pentagon: 'pentagon',
};

export const shapeOf = (kind: Kind) => shapes[lookOf(kind).shape];

/** The sign of a kind as a picture, to be drawn upon the node. */
export function signOf(kind: Kind, side: Side): string {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="20" y="21" fill="#fff" font-size="19" font-weight="600" ' +
    `font-family="system-ui,sans-serif" text-anchor="middle" dominant-baseline="central">${lookOf(kind).sign[side]}</text></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

export type Colours = { text: string; ground: string; line: string; accent: string };

/** The colours of the theme that is on, for what is drawn rather than styled. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const v = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: v('--mantine-color-text'),
    ground: v('--mantine-color-body'),
    line: v('--graph-line'),
    accent: v('--graph-accent'),
  };
}

/** How nodes and edges look; min-zoomed-font-size keeps far views quick and quiet. */
export function styleOf(c: Colours): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        shape: 'data(shape)' as 'ellipse',
        width: 34,
        height: 34,
        'background-color': 'data(colour)',
        'background-image': 'data(sign)',
        'background-fit': 'cover',
        label: 'data(name)',
        color: c.text,
        'font-size': 12,
        'text-valign': 'bottom',
        'text-margin-y': 4,
        'text-wrap': 'wrap',
        'text-max-width': '110px',
        'text-overflow-wrap': 'anywhere',
        'text-background-color': c.ground,
        'text-background-opacity': 0.75,
        'min-zoomed-font-size': 7,
      },
    },
    { selector: 'node.latin', style: { 'text-overflow-wrap': 'whitespace' } },
    { selector: 'node.planned', style: { 'border-width': 2, 'border-style': 'dashed', 'border-color': c.text } },
    { selector: 'node.open', style: { width: 44, height: 44, 'font-weight': 'bold' } },
    { selector: 'node.pinned', style: { 'border-width': 3, 'border-style': 'double', 'border-color': c.text } },
    {
      selector: 'node:selected, node.found',
      style: { 'border-width': 4, 'border-style': 'solid', 'border-color': c.accent },
    },
    {
      selector: 'edge',
      style: {
        width: 1.4,
        'line-color': c.line,
        'curve-style': 'bezier',
        'target-arrow-shape': 'triangle',
        'target-arrow-color': c.line,
        'arrow-scale': 0.8,
        color: c.text,
        'font-size': labelSize,
        'min-zoomed-font-size': legible,
        'text-background-color': c.ground,
        'text-background-opacity': 0.75,
      },
    },
    // Upright: easier to read, and placed so that none covers another.
    {
      selector: 'edge[said]',
      style: {
        label: 'data(said)',
        'text-margin-x': 'data(dx)' as unknown as number,
        'text-margin-y': 'data(dy)' as unknown as number,
      },
    },
    { selector: 'edge.both', style: { 'target-arrow-shape': 'none' } },
    { selector: 'edge.planned', style: { 'line-style': 'dashed' } },
    {
      selector: 'edge.route',
      style: { width: 4, 'line-color': c.accent, 'target-arrow-color': c.accent, 'z-index': 9 },
    },
  ] as StylesheetJson;
}
