import type { Kind } from '../../gql/enums';

export type Shape = 'circle' | 'square' | 'diamond' | 'hexagon' | 'pentagon';

/** How a kind looks everywhere: in lists, graph, map and legends. */
export type Look = { colour: string; shape: Shape; sign: readonly [zh: string, en: string] };

// Shape and sign tell kinds apart without colour; the colours are Paul Tol's for
// colour-blind readers, darkened until white signs on them have a contrast of 4.5.
const looks: Record<Kind, Look> = {
  UNIVERSITY: { colour: '#0b62a4', shape: 'circle', sign: ['高', 'U'] },
  RESEARCH_INSTITUTE: { colour: '#2b7a9b', shape: 'circle', sign: ['研', 'R'] },
  ENTERPRISE: { colour: '#a85a00', shape: 'circle', sign: ['企', 'E'] },
  HOSPITAL: { colour: '#b3286b', shape: 'circle', sign: ['医', 'H'] },
  AGENCY: { colour: '#5a6270', shape: 'circle', sign: ['政', 'A'] },
  ASSOCIATION: { colour: '#7a5c3e', shape: 'circle', sign: ['协', 'S'] },
  PLATFORM: { colour: '#0a7a5a', shape: 'square', sign: ['台', 'P'] },
  INDUSTRY_CLUSTER: { colour: '#b5442c', shape: 'hexagon', sign: ['集', 'C'] },
  KEY_PROJECT: { colour: '#8c2d7d', shape: 'square', sign: ['项', 'K'] },
  TECHNOLOGY_FIELD: { colour: '#6a6a12', shape: 'diamond', sign: ['域', 'F'] },
  DISCIPLINE: { colour: '#7a2048', shape: 'diamond', sign: ['学', 'D'] },
  REGION: { colour: '#4b5563', shape: 'hexagon', sign: ['区', 'L'] },
  PROGRAMME: { colour: '#1f7a7a', shape: 'pentagon', sign: ['程', 'G'] },
  INDICATOR: { colour: '#6d5fb0', shape: 'pentagon', sign: ['标', 'I'] },
  POLICY: { colour: '#332288', shape: 'pentagon', sign: ['策', 'Y'] },
};

export const lookOf = (kind: Kind): Look => looks[kind];
