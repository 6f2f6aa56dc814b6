import type { Progress } from './ExportButtons';

type Connection = { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

/** Rows of a list page by page, up to a bound, and how many there are in all. */
export async function collectPages<Row>(
  page: (after: string | null) => Promise<[rows: readonly Row[], of: Connection]>,
  most: number,
  progress: Progress,
): Promise<{ rows: Row[]; total: number }> {
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const [some, { totalCount, pageInfo }] = await page(after);
    rows.push(...some);
    progress(rows.length, Math.min(totalCount, most));
    if (!pageInfo.hasNextPage || rows.length >= most) return { rows, total: totalCount };
    after = pageInfo.endCursor;
  }
}
