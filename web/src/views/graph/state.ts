import type { Kind, Relation } from '../../gql/enums';
import { allKinds, allRelations } from '../../shared/i18n/vocabulary';

type Spot = { x: number; y: number };

/**
 * One opening of a node: all its relations or those of one type, up to a limit of edges;
 * at is where a person had put the node by then, so that a link gives the same picture.
 */
export type Opening = { id: string; relation: Relation | null; limit: number; at: Spot | null };

export type Planned = 'all' | 'reported' | 'planned';

/** All that makes the picture; the address holds it, so that a link restores it. */
export type GraphState = {
  /** Entities that the graph begins with. */
  roots: string[];
  opened: Opening[];
  /** What openings bring in. */
  relations: Relation[];
  kinds: Kind[];
  region: string | null;
  planned: Planned;
  /** Taken out of the picture by hand, and kinds by the legend. */
  hidden: string[];
  off: Kind[];
  /** Where a person put nodes. */
  pins: (Spot & { id: string })[];
  /** Routes between two nodes. */
  from: string | null;
  to: string | null;
  hierarchy: boolean;
  route: number;
  selected: string | null;
  table: boolean;
};

export const firstLimit = 50;
export const furtherLimit = 100;

const list = (text: string | null) => (text ? text.split(',').filter(Boolean) : []);
const among = <T extends string>(all: readonly T[], text: string | null) =>
  list(text).filter((v): v is T => all.includes(v as T));

function openingOf(text: string): Opening {
  const [id = '', relation, limit, x, y] = text.split('~');
  const at = { x: Number(x), y: Number(y) };
  const n = Number(limit);
  return {
    id,
    relation: allRelations.find((r) => r === relation) ?? null,
    limit: Number.isInteger(n) && n > 0 && n <= 500 ? n : firstLimit,
    at: Number.isFinite(at.x) && Number.isFinite(at.y) ? at : null,
  };
}

function pinOf(text: string) {
  const [id = '', x, y] = text.split('~');
  return { id, x: Number(x), y: Number(y) };
}

/** Reads the address; what makes no sense there is left out. */
export function read(address: URLSearchParams): GraphState {
  const roots = list(address.get('ids'));
  const planned = address.get('planned');
  const route = Number(address.get('route') ?? 0);
  return {
    roots,
    opened: address.has('open') ? list(address.get('open')).map(openingOf) : roots.map((id) => openingOf(id)),
    relations: among(allRelations, address.get('relations')),
    kinds: among(allKinds, address.get('kinds')),
    region: address.get('region'),
    planned: planned === 'reported' || planned === 'planned' ? planned : 'all',
    hidden: list(address.get('hide')),
    off: among(allKinds, address.get('off')),
    pins: list(address.get('pin'))
      .map(pinOf)
      .filter((p) => Number.isFinite(p.x) && Number.isFinite(p.y)),
    from: address.get('from'),
    to: address.get('to'),
    hierarchy: address.get('hierarchy') === '1',
    route: Number.isInteger(route) && route >= 0 ? route : 0,
    selected: address.get('node'),
    table: address.get('as') === 'table',
  };
}

/** Writes the address; what is as it always is at first is left out. */
export function write(s: GraphState): URLSearchParams {
  const out = new URLSearchParams();
  const put = (key: string, value: string | null) => {
    if (value) out.set(key, value);
  };
  const openings = s.opened.map(({ id, relation, limit, at }) => {
    const parts = [id, relation ?? '', limit === firstLimit ? '' : String(limit), ...(at ? [at.x, at.y] : [])];
    return parts.join('~').replace(/~+$/, '');
  });
  put('ids', s.roots.join(','));
  if (openings.join(',') !== s.roots.join(',')) out.set('open', openings.join(','));
  put('relations', s.relations.join(','));
  put('kinds', s.kinds.join(','));
  put('region', s.region);
  put('planned', s.planned === 'all' ? null : s.planned);
  put('hide', s.hidden.join(','));
  put('off', s.off.join(','));
  put('pin', s.pins.map((p) => `${p.id}~${Math.round(p.x)}~${Math.round(p.y)}`).join(','));
  put('from', s.from);
  put('to', s.to);
  put('hierarchy', s.hierarchy ? '1' : null);
  put('route', s.route ? String(s.route) : null);
  put('node', s.selected);
  put('as', s.table ? 'table' : null);
  return out;
}

const toggled = <T>(all: T[], one: T) => (all.includes(one) ? all.filter((x) => x !== one) : [...all, one]);
const same = (a: Opening, b: Opening) => a.id === b.id && a.relation === b.relation;

export const isOpen = (s: GraphState, id: string) => s.opened.some((o) => o.id === id);

/** Opens a node, or asks one that is open for more. */
export function open(s: GraphState, id: string, relation: Relation | null = null): GraphState {
  const at = s.pins.find((p) => p.id === id);
  const opening = { id, relation, limit: firstLimit, at: at ? { x: Math.round(at.x), y: Math.round(at.y) } : null };
  const known = s.opened.find((o) => same(o, opening));
  if (!known) return { ...s, opened: [...s.opened, opening] };
  const more = { ...known, limit: Math.min(known.limit + furtherLimit, 500) };
  return { ...s, opened: s.opened.map((o) => (o === known ? more : o)) };
}

/** Closes a node, and what was opened of that which it alone brought; broughtBy tells whence a node came. */
export function close(s: GraphState, id: string, broughtBy: (id: string) => string | null): GraphState {
  const gone = new Set([id]);
  for (let before = 0; before !== gone.size;) {
    before = gone.size;
    for (const o of s.opened) {
      const by = broughtBy(o.id);
      if (by !== null && gone.has(by) && !s.roots.includes(o.id)) gone.add(o.id);
    }
  }
  return { ...s, opened: s.opened.filter((o) => !gone.has(o.id)) };
}

export const add = (s: GraphState, id: string): GraphState =>
  s.roots.includes(id)
    ? { ...s, selected: id, hidden: s.hidden.filter((h) => h !== id) }
    : { ...s, roots: [...s.roots, id], selected: id, hidden: s.hidden.filter((h) => h !== id) };

export const hide = (s: GraphState, id: string): GraphState => ({ ...s, hidden: [...s.hidden, id], selected: null });
export const toggleKind = (s: GraphState, kind: Kind): GraphState => ({ ...s, off: toggled(s.off, kind) });

export const pin = (s: GraphState, id: string, x: number, y: number): GraphState => ({
  ...s,
  pins: [...s.pins.filter((p) => p.id !== id), { id, x, y }],
});

export const unpin = (s: GraphState, id: string): GraphState => ({ ...s, pins: s.pins.filter((p) => p.id !== id) });
