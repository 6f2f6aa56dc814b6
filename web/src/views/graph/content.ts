import type { Kind } from '../../gql/enums';
import {
  GraphInRegionDocument,
  GraphOpenedDocument,
  GraphRootsDocument,
  GraphRoutesDocument,
  type EdgePartsFragment,
  type GraphRoutesQuery,
  type NodePartsFragment,
  type RelationFilter,
  type RoutePartsFragment,
} from '../../gql/graphql';
import type { useAskOnce } from '../../shared/api/ask';
import type { GraphState, Opening } from './state';

/** A node with what brought it: the id of the opened node; null for roots and routes. */
export type GraphNode = NodePartsFragment & { by: string | null };
export type GraphEdge = EdgePartsFragment & { from: string; to: string };

/** What one opening gave, and what it left out. */
export type Opened = Opening & { shown: number; total: number; elsewhere: number; onlyPlanned: number };

export type Routes = GraphRoutesQuery['paths'] & { edges: string[][] };

export type Content = {
  nodes: Map<string, GraphNode>;
  edges: Map<string, GraphEdge>;
  opened: Opened[];
  routes: Routes | null;
  /** Ids of new nodes, in the order in which they came, for the layout. */
  waves: { around: string | null; at: Opening['at']; ids: string[] }[];
  unknown: string[];
  loadedAt: string | null;
};

/** The server takes no more ids of what is drawn; then openings must end. */
export const mostKnown = 2000;
const routesAsked = 8;

type Ask = ReturnType<typeof useAskOnce>;

/** Gets all that a state shows, opening after opening; answers that are known cost nothing. */
export async function load(ask: Ask, s: GraphState): Promise<Content> {
  const content: Content = {
    nodes: new Map(),
    edges: new Map(),
    opened: [],
    routes: null,
    waves: [],
    unknown: [],
    loadedAt: null,
  };
  await addRoots(ask, s, content);
  if (s.from && s.to) await addRoutes(ask, s, content, s.from, s.to);
  for (const opening of s.opened) {
    if (content.nodes.has(opening.id) && content.nodes.size < mostKnown) await addOpening(ask, s, content, opening);
  }
  return content;
}

function addNodes(c: Content, nodes: NodePartsFragment[], by: string | null, at: Opening['at'] = null) {
  const ids = [];
  for (const n of nodes) {
    if (c.nodes.has(n.id)) continue;
    c.nodes.set(n.id, { ...n, by });
    ids.push(n.id);
  }
  if (ids.length > 0) c.waves.push({ around: by, at, ids });
}

async function addRoots(ask: Ask, s: GraphState, c: Content) {
  const ids = [...new Set([...s.roots, ...(s.from ? [s.from] : []), ...(s.to ? [s.to] : [])])];
  if (ids.length === 0) return;
  const { nodes, generation } = await ask(GraphRootsDocument, { ids });
  const found = nodes.filter((n) => n !== null && 'kind' in n);
  addNodes(c, found, null);
  c.unknown = ids.filter((id) => !c.nodes.has(id));
  c.loadedAt = generation.loadedAt;
}

/** The edges of a route, and as a side effect of drawing it, its nodes. */
function drawRoute(c: Content, route: RoutePartsFragment): string[] {
  addNodes(c, [route.start, ...route.steps.map((step) => step.node)], null);
  let near = route.start.id;
  return route.steps.map(({ node, direction, ...edge }) => {
    const [from, to] = direction === 'OUT' ? [near, node.id] : [node.id, near];
    c.edges.set(edge.relationId, { ...edge, from, to });
    near = node.id;
    return edge.relationId;
  });
}

async function addRoutes(ask: Ask, s: GraphState, c: Content, from: string, to: string) {
  const { paths } = await ask(GraphRoutesDocument, { from, to, throughHierarchy: s.hierarchy, k: routesAsked });
  c.routes = { ...paths, edges: paths.paths.map((route) => drawRoute(c, route)) };
}

/** The filter of an opening; what the server has no filter for is left out afterwards. */
function filterOf(s: GraphState, opening: Opening): RelationFilter {
  const relations = opening.relation ? [opening.relation] : s.relations;
  return {
    ...(relations.length > 0 ? { relations } : {}),
    ...(s.kinds.length > 0 ? { kinds: s.kinds } : {}),
    ...(s.planned === 'planned' ? { status: ['PLANNED'] } : {}),
  };
}

async function addOpening(ask: Ask, s: GraphState, c: Content, opening: Opening) {
  // Roots that are not opened yet are not told as known: their relations with the opened
  // one are wanted.
  const drawn = [...c.nodes.keys()].filter(
    (id) => id === opening.id || !s.roots.includes(id) || c.opened.some((o) => o.id === id),
  );
  const edges = [...c.edges.keys()];
  const known = drawn.length + edges.length <= mostKnown ? [...drawn, ...edges] : drawn;
  const { neighborhood: got } = await ask(GraphOpenedDocument, {
    ids: [opening.id],
    filter: filterOf(s, opening),
    limit: opening.limit,
    known,
  });
  const fresh = got.nodes.filter((n) => !c.nodes.has(n.id));
  const here = await inRegion(ask, s, fresh);
  const standing = got.edges.filter((e) => s.planned !== 'reported' || e.status !== 'PLANNED');
  const may = (id: string) => here.has(id) || c.nodes.has(id);
  const kept = standing.filter((e) => may(e.from) && may(e.to));
  const touched = new Set(kept.flatMap((e) => [e.from, e.to]));
  addNodes(
    c,
    fresh.filter((n) => here.has(n.id) && touched.has(n.id)),
    opening.id,
    opening.at,
  );
  for (const e of kept) c.edges.set(e.relationId, e);
  c.opened.push({
    ...opening,
    shown: got.edges.length,
    total: got.totalEdges,
    elsewhere: fresh.length - here.size,
    onlyPlanned: got.edges.length - standing.length,
  });
}

/** Ids of the nodes in the asked region; what lies nowhere, such as a field, is let in. */
async function inRegion(ask: Ask, s: GraphState, nodes: NodePartsFragment[]): Promise<Set<string>> {
  const placed = s.region ? nodes.filter((n) => n.region !== null).map((n) => n.id) : [];
  const here = new Set(nodes.map((n) => n.id).filter((id) => !placed.includes(id)));
  const page = 100;
  for (let i = 0; s.region && i < placed.length; i += page) {
    const ids = placed.slice(i, i + page);
    const { entities } = await ask(GraphInRegionDocument, { ids, region: s.region, first: page });
    for (const n of entities.nodes) here.add(n.id);
  }
  return here;
}

/** What of the content is in the picture: not what was hidden by hand or by the legend. */
export function visible(c: Content, s: GraphState): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const out = new Set(s.hidden);
  const off = new Set<Kind>(s.off);
  const nodes = [...c.nodes.values()].filter((n) => !out.has(n.id) && !off.has(n.kind));
  const ids = new Set(nodes.map((n) => n.id));
  return { nodes, edges: [...c.edges.values()].filter((e) => ids.has(e.from) && ids.has(e.to)) };
}
