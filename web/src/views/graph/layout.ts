import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Content } from './content';

export type Place = { x: number; y: number };
const goldenAngle = Math.PI * (3 - Math.sqrt(5)); // a spiral that leaves no gaps
type Moving = SimulationNodeDatum & { id: string };

const apart = 95;
const reach = 500; // beyond a wave; what is farther away does not move it
// Steps of the forces: fewer among many nodes, where each takes longer.
const ticksAmong = (nodes: number) => Math.max(40, Math.min(140, Math.round(42_000 / nodes)));
// So fast that the last step moves next to nothing.
const coolingIn = (ticks: number) => 1 - 0.006 ** (1 / ticks);

/**
 * Places the nodes that have no place yet, wave by wave, around the node that brought
 * them. What has a place keeps it, so that a person finds again what was seen before;
 * and the same content gives the same picture each time.
 */
export function place(content: Content, before: ReadonlyMap<string, Place>): Map<string, Place> {
  const places = new Map([...before].filter(([id]) => content.nodes.has(id)));
  for (const { around, at, ids } of content.waves) {
    const fresh = ids.filter((id) => !places.has(id));
    if (fresh.length > 0) placeWave(content, places, around, at, fresh);
  }
  return places;
}

function placeWave(
  content: Content,
  places: Map<string, Place>,
  around: string | null,
  at: Place | null,
  fresh: string[],
) {
  const middle = at ?? (around !== null ? places.get(around) : undefined) ?? { x: 0, y: 0 };
  // Outwards, away from what is there already.
  const outward = Math.atan2(middle.y, middle.x);
  const alone = places.size <= 1;
  const sector = alone ? 2 * Math.PI : Math.PI * 1.2;
  const radius = apart * Math.max(1.4, (fresh.length * 0.55) / sector);
  const moving: Moving[] = fresh.map((id, i) => {
    const angle = outward - sector / 2 + (sector * (i + 0.5)) / fresh.length;
    const r = around === null && fresh.length === 1 && places.size === 0 ? 0 : radius * (0.8 + 0.4 * (i % 2));
    return { id, x: middle.x + r * Math.cos(angle), y: middle.y + r * Math.sin(angle) };
  });
  const fixed: Moving[] = [...places]
    .filter(([, p]) => Math.hypot(p.x - middle.x, p.y - middle.y) < radius * 1.5 + reach)
    .map(([id, { x, y }]) => ({ id, x, y, fx: x, fy: y }));
  const all = [...fixed, ...moving];
  const ids = new Set(all.map((n) => n.id));
  const links = [...content.edges.values()]
    .filter((e) => ids.has(e.from) && ids.has(e.to))
    .map((e) => ({ source: e.from, target: e.to }));
  const ticks = ticksAmong(all.length);
  const simulation = forceSimulation(all)
    .alphaDecay(coolingIn(ticks))
    .force(
      'link',
      forceLink<Moving, { source: string | Moving; target: string | Moving }>(links)
        .id((n) => n.id)
        .distance(apart * 1.3)
        .strength(0.25),
    )
    .force('charge', forceManyBody().strength(-320).distanceMax(900))
    .force('collide', forceCollide(apart / 2))
    .force('x', forceX(middle.x).strength(0.03))
    .force('y', forceY(middle.y).strength(0.045))
    .stop();
  simulation.tick(ticks);
  const crowd = crowdOf(places.values());
  for (const { id, x = 0, y = 0 } of moving) {
    const found = free(crowd, { x: Math.round(x), y: Math.round(y) });
    crowd.add(found);
    places.set(id, found);
  }
}

const least = apart * 0.75; // between two nodes

type Crowd = { add: (p: Place) => void; near: (p: Place) => boolean };

/** What stands where, by squares: only those around a place are looked at. */
function crowdOf(places: Iterable<Place>): Crowd {
  const squares = new Map<string, Place[]>();
  const square = (n: number) => Math.floor(n / least);
  const add = (p: Place) => {
    const key = `${square(p.x)},${square(p.y)}`;
    const there = squares.get(key);
    if (there) there.push(p);
    else squares.set(key, [p]);
  };
  const near = ({ x, y }: Place) => {
    for (let i = square(x) - 1; i <= square(x) + 1; i++) {
      for (let j = square(y) - 1; j <= square(y) + 1; j++) {
        if (squares.get(`${i},${j}`)?.some((p) => Math.hypot(p.x - x, p.y - y) <= least)) return true;
      }
    }
    return false;
  };
  for (const p of places) add(p);
  return { add, near };
}

/**
 * The place, or one near it where nothing stands: between nodes that stay where they are,
 * the forces may leave one upon another. Out of a large crowd it goes with longer steps.
 */
function free(crowd: Crowd, wanted: Place): Place {
  for (let step = 0; ; step++) {
    const [angle, r] = [step * goldenAngle, 12 * Math.sqrt(step) * Math.max(1, step / 200)];
    const place = { x: Math.round(wanted.x + r * Math.cos(angle)), y: Math.round(wanted.y + r * Math.sin(angle)) };
    if (!crowd.near(place)) return place;
  }
}
