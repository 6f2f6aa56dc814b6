import { degrees, height, project, width, type Point } from './projection';

/** The part of the map that is seen: its middle, and how many times it is enlarged. */
export type Sight = Point & { zoom: number };

export const whole: Sight = { x: width / 2, y: height / 2, zoom: 1 };
export const nearest = 24;
export const step = 1.6;

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** Never closer than nearest, and never beyond the edge of the map. */
function bounded({ x, y, zoom }: Sight): Sight {
  const z = within(zoom, 1, nearest);
  const [w, h] = [width / 2 / z, height / 2 / z];
  return { x: within(x, w, width - w), y: within(y, h, height - h), zoom: z };
}

/** Reads an address: degrees east, degrees north, enlargement. */
export function readSight(text: string | null): Sight {
  const [east, north, zoom] = (text ?? '').split(',').map(Number);
  if (east === undefined || north === undefined || zoom === undefined) return whole;
  if (![east, north, zoom].every(Number.isFinite)) return whole;
  return bounded({ ...project(east, north), zoom });
}

/** The address of a sight; empty: the whole map. */
export function writeSight(s: Sight): string {
  if (s.zoom <= 1) return '';
  const { longitude, latitude } = degrees(s);
  return [longitude.toFixed(4), latitude.toFixed(4), s.zoom.toFixed(2)].join(',');
}

/** Where a point of the map is seen. */
export const seen = (s: Sight, { x, y }: Point): Point => ({
  x: (x - s.x) * s.zoom + width / 2,
  y: (y - s.y) * s.zoom + height / 2,
});

export const isSeen = ({ x, y }: Point) => x >= 0 && x <= width && y >= 0 && y <= height;

/** Enlarges by a factor; what is seen at a point stays there. */
export function zoomed(s: Sight, by: number, at: Point = { x: width / 2, y: height / 2 }): Sight {
  const zoom = within(s.zoom * by, 1, nearest);
  const [dx, dy] = [at.x - width / 2, at.y - height / 2];
  return bounded({ x: s.x + dx / s.zoom - dx / zoom, y: s.y + dy / s.zoom - dy / zoom, zoom });
}

/** Moves what is seen by so much. */
export const moved = (s: Sight, dx: number, dy: number): Sight =>
  bounded({ ...s, x: s.x - dx / s.zoom, y: s.y - dy / s.zoom });

/** A place in the middle, near enough to tell it from its neighbours. */
export const near = (s: Sight, { x, y }: Point): Sight => bounded({ x, y, zoom: Math.max(s.zoom, 5) });
