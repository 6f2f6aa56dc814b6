import { expect, test, vi } from 'vitest';
import { collectPages } from './collect';

const all = Array.from({ length: 7 }, (_, i) => i);
const page = vi.fn((after: string | null) => {
  const from = Number(after ?? 0);
  const pageInfo = { hasNextPage: from + 3 < all.length, endCursor: String(from + 3) };
  return Promise.resolve<[number[], { totalCount: number; pageInfo: typeof pageInfo }]>([
    all.slice(from, from + 3),
    { totalCount: all.length, pageInfo },
  ]);
});

test('all pages, in order, once each, with how far it is', async () => {
  const progress = vi.fn();
  page.mockClear();
  expect(await collectPages(page, 100, progress)).toEqual({ rows: all, total: 7 });
  expect(page.mock.calls).toEqual([[null], ['3'], ['6']]);
  expect(progress.mock.calls).toEqual([
    [3, 7],
    [6, 7],
    [7, 7],
  ]);
});

test('no more pages than the bound needs', async () => {
  const progress = vi.fn();
  page.mockClear();
  expect(await collectPages(page, 4, progress)).toEqual({ rows: [0, 1, 2, 3, 4, 5], total: 7 });
  expect(page).toHaveBeenCalledTimes(2);
  expect(progress).toHaveBeenLastCalledWith(6, 4);
});
