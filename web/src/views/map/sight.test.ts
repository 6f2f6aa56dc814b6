import { describe, expect, test } from 'vitest';
import { height, placed, width } from './projection';
import { isSeen, moved, near, nearest, readSight, seen, whole, writeSight, zoomed } from './sight';

const suzhou = placed(120.62, 31.32);
const wuxi = placed(120.29, 31.59);
const apart = (s: typeof whole) => {
  const [a, b] = [seen(s, suzhou), seen(s, wuxi)];
  return Math.hypot(a.x - b.x, a.y - b.y);
};

describe('the part of the map that is seen', () => {
  test('is the whole map unless the address says otherwise', () => {
    for (const text of [null, '', '120', '120,x,3', '120,31']) expect(readSight(text)).toEqual(whole);
    expect(writeSight(whole)).toBe('');
    expect(seen(whole, suzhou)).toEqual({ x: suzhou.x, y: suzhou.y });
  });

  test('comes back from its address to within a third of a pixel, as close as one may come', () => {
    const turned = [1.5, 4, Math.exp(3), nearest].map((by) => zoomed(whole, by, suzhou));
    for (const s of [near(whole, suzhou), ...turned, ...turned.map((t) => moved(t, 17, -23))]) {
      const back = readSight(writeSight(s));
      expect(back.zoom).toBeCloseTo(s.zoom);
      expect(Math.abs(seen(back, suzhou).x - seen(s, suzhou).x)).toBeLessThan(1 / 3);
      expect(Math.abs(seen(back, suzhou).y - seen(s, suzhou).y)).toBeLessThan(1 / 3);
    }
  });

  test('draws neighbours apart when it is enlarged, and keeps what is under the pointer there', () => {
    const s = zoomed(whole, 4, suzhou);
    expect(seen(s, suzhou).x).toBeCloseTo(suzhou.x);
    expect(seen(s, suzhou).y).toBeCloseTo(suzhou.y);
    expect(apart(s)).toBeCloseTo(4 * apart(whole));
  });

  test('never leaves the map, and has bounds', () => {
    expect(zoomed(whole, 0.1)).toEqual(whole);
    expect(moved(whole, 300, -300)).toEqual(whole);
    expect(zoomed(whole, 1000).zoom).toBe(nearest);
    const corner = moved(zoomed(whole, 4), 1e6, 1e6);
    expect(seen(corner, { x: 0, y: 0 })).toEqual({ x: 0, y: 0 });
    expect(isSeen(seen(corner, { x: width, y: height }))).toBe(false);
  });
});
