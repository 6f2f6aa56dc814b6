import type { Place } from './layout';

/** A box around its middle. */
export type Box = Place & { w: number; h: number };

/** An edge that wants a word: the points that its line goes through, and how large the word is. */
export type Wanting = { id: string; line: readonly Place[]; w: number; h: number };

export const labelSize = 9;
// Helvetica is about that wide on average; a little more than needed keeps words apart.
const wide = (text: string) => Array.from(text).reduce((n, c) => n + (c > '\u2e7f' ? labelSize : labelSize * 0.53), 0);

/** How large a word is, with some room around it. */
export const sizeOf = (text: string) => ({ w: wide(text) + 4, h: labelSize * 1.25 + 3 });

// From the middle outwards, as far as the ends leave room.
const stops = Array.from({ length: 17 }, (_, i) => 0.5 + (i % 2 ? 0.04 : -0.04) * Math.ceil(i / 2));

/** Boxes on the plane, found again by where they lie. */
class Taken {
  private readonly cells = new Map<string, Box[]>();

  private *keys({ x, y, w, h }: Box) {
    const cell = 60;
    for (let i = Math.floor((x - w / 2) / cell); i <= Math.floor((x + w / 2) / cell); i++)
      for (let j = Math.floor((y - h / 2) / cell); j <= Math.floor((y + h / 2) / cell); j++) yield `${i} ${j}`;
  }

  add(box: Box) {
    for (const key of this.keys(box)) {
      const there = this.cells.get(key);
      if (there) there.push(box);
      else this.cells.set(key, [box]);
    }
  }

  free(box: Box): boolean {
    for (const key of this.keys(box)) if (this.cells.get(key)?.some((b) => covers(b, box))) return false;
    return true;
  }
}

const covers = (a: Box, b: Box) => Math.abs(a.x - b.x) * 2 < a.w + b.w && Math.abs(a.y - b.y) * 2 < a.h + b.h;

/** The point at a share of the way along a line. */
function along(line: readonly Place[], share: number): Place {
  const parts = line.slice(1).map((to, i) => {
    const from = line[i] ?? to;
    return { from, to, long: Math.hypot(to.x - from.x, to.y - from.y) };
  });
  let left = share * parts.reduce((n, p) => n + p.long, 0);
  for (const { from, to, long } of parts) {
    if (left <= long && long > 0)
      return { x: from.x + ((to.x - from.x) * left) / long, y: from.y + ((to.y - from.y) * left) / long };
    left -= long;
  }
  return line.at(-1) ?? { x: 0, y: 0 };
}

/**
 * Where the words of edges stand, so that none covers another or what is taken already:
 * each somewhere upon its line, the first ones before the others. What finds no room is
 * left out; the table has the word of every edge.
 */
export function placeWords(wanting: readonly Wanting[], taken: readonly Box[]): Map<string, Place> {
  const full = new Taken();
  for (const box of taken) full.add(box);
  const places = new Map<string, Place>();
  for (const { id, line, w, h } of wanting) {
    const at = stops.map((s) => along(line, s)).find((p) => full.free({ ...p, w, h }));
    if (!at) continue;
    full.add({ ...at, w, h });
    places.set(id, at);
  }
  return places;
}
