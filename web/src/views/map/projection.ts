import outlines from './outlines.json';

// Equirectangular, true to scale along the middle parallel: over six provinces nobody
// sees a difference to a projection of more effort.
const west = 114.6;
const east = 122.9;
const south = 27;
const north = 38.6;
const unit = 62; // pixels per degree north
const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);

export const width = Math.round((east - west) * unit * narrow);
export const height = Math.round((north - south) * unit);

export type Point = { x: number; y: number };

export const project = (longitude: number, latitude: number): Point => ({
  x: (longitude - west) * unit * narrow,
  y: (north - latitude) * unit,
});

/** Where a place is drawn; what lies outside stands at the edge, towards it. */
export function placed(longitude: number, latitude: number): Point & { outside: boolean } {
  const { x, y } = project(longitude, latitude);
  const edge = 16;
  const inside = { x: Math.min(Math.max(x, edge), width - edge), y: Math.min(Math.max(y, edge), height - edge) };
  return { ...inside, outside: inside.x !== x || inside.y !== y };
}

// Paths are long: a tenth is fine enough for them. For what is enlarged it is not.
const tenth = (value: number) => Math.round(value * 10) / 10;
const at = ({ x, y }: Point) => `${tenth(x)} ${tenth(y)}`;

/** The outlines of the provinces as paths of SVG, by region. */
export const provincePaths: [region: string, path: string][] = Object.entries(outlines).map(([region, rings]) => [
  region,
  rings
    .map((ring) => 'M' + ring.map(([longitude = 0, latitude = 0]) => at(project(longitude, latitude))).join('L') + 'Z')
    .join(''),
]);

/** The degrees that a point of the map stands for. */
export const degrees = ({ x, y }: Point) => ({ longitude: west + x / unit / narrow, latitude: north - y / unit });

/** Lines of the grid, each so many degrees: where they cross the map. */
export const meridians = (step: number) =>
  steps(west, east, step).map((degree) => ({ degree, x: project(degree, north).x }));
export const parallels = (step: number) =>
  steps(south, north, step).map((degree) => ({ degree, y: project(west, degree).y }));

function steps(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}

/** A bow from one place to another. */
export function arc(from: Point, to: Point): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const bend = { x: (from.x + to.x) / 2 - dy * 0.18, y: (from.y + to.y) / 2 + dx * 0.18 };
  return `M${at(from)}Q${at(bend)} ${at(to)}`;
}

/** Radius of a circle whose area says the number. */
export const radius = (count: number, most: number) =>
  count === 0 ? 0 : 3 + 21 * Math.sqrt(count / Math.max(most, 1));
