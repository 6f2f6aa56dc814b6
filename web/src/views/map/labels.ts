import type { Point } from './projection';

/** A name that wants to stand below a circle. */
export type Label = Point & { id: string; text: string; always: boolean };

const high = 13;
const wide = (text: string) => Array.from(text).reduce((n, c) => n + (c > '\u2e7f' ? 11 : 6.2), 0);

/** The names that fit without covering another one; the first ones come first. */
export function fitting(labels: Label[]): Set<string> {
  const taken: { left: number; right: number; top: number }[] = [];
  const kept = new Set<string>();
  for (const { id, text, x, y, always } of [...labels].sort((a, b) => Number(b.always) - Number(a.always))) {
    const half = wide(text) / 2 + 2;
    const box = { left: x - half, right: x + half, top: y };
    const free = taken.every((t) => box.right < t.left || box.left > t.right || Math.abs(box.top - t.top) >= high);
    if (!always && !free) continue;
    taken.push(box);
    kept.add(id);
  }
  return kept;
}
