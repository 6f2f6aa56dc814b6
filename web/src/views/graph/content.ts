import type { Kind } from '../../gql/enums';
import {
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

/** What one opening gave, of how much, and how many relations of the node the filters leave out. */
export type Opened = Opening & { shown: number; total: number; leftOut: number };

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

/** What one opening asks for, whatever the filters are. */
function askedOf({ relation }: Opening): RelationFilter {
  return relation ? { relations: [relation] } : {};
}

/** The same with the filters; reported is what has any status but planned, or none. */
function filterOf(s: GraphState, opening: Opening): RelationFilter {
  return {
    ...(s.relations.length > 0 ? { relations: s.relations } : {}),
    ...askedOf(opening),
    ...(s.kinds.length > 0 ? { kinds: s.kinds } : {}),
    ...(s.region ? { region: s.region } : {}),
    ...(s.planned === 'planned' ? { status: ['PLANNED'] } : {}),
    ...(s.planned === 'reported' ? { excludeStatus: ['PLANNED'] } : {}),
  };
}

/** The question of an opening, but for what is drawn already. */
export function questionOf(s: GraphState, opening: Opening) {
  const [filter, asked] = [filterOf(s, opening), askedOf(opening)];
  const filtered = JSON.stringify(filter) !== JSON.stringify(asked);
  return { id: opening.id, filter, asked, filtered, limit: opening.limit };
}

async function addOpening(ask: Ask, s: GraphState, c: Content, opening: Opening) {
  // Roots that are not opened yet are not told as known: their relations with the opened
  // one are wanted.
  const drawn = [...c.nodes.keys()].filter(
    (id) => id === opening.id || !s.roots.includes(id) || c.opened.some((o) => o.id === id),
  );
  const edges = [...c.edges.keys()];
  const known = drawn.length + edges.length <= mostKnown ? [...drawn, ...edges] : drawn;
  const { neighborhood: got, node } = await ask(GraphOpenedDocument, { ...questionOf(s, opening), known });
  addNodes(c, got.nodes, opening.id, opening.at);
  for (const e of got.edges) c.edges.set(e.relationId, e);
  c.opened.push({
    ...opening,
    shown: got.edges.length,
    total: got.totalEdges,
    leftOut: node && 'all' in node ? node.all.totalCount - node.passing.totalCount : 0,
  });
}

/** What of the content is in the picture: not what was hidden by hand or by the legend. */
export function visible(c: Content, s: GraphState): { nodes: GraphNode[]; edges: GraphEdge[] } {
  const out = new Set(s.hidden);
  const off = new Set<Kind>(s.off);
  const nodes = [...c.nodes.values()].filter((n) => !out.has(n.id) && !off.has(n.kind));
  const ids = new Set(nodes.map((n) => n.id));
  return { nodes, edges: [...c.edges.values()].filter((e) => ids.has(e.from) && ids.has(e.to)) };
}
