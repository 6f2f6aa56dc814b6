import { ApiError } from './client.js';

interface Connection<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/**
 * Yields all rows of a connection, page after page. Cursors end with a load: then
 * rows of two states of the data would be mixed, so it starts again, at most
 * `restarts` times, and tells `onRestart` to drop what it has.
 */
export async function* rows<Node>(
  page: (after: string | null) => Promise<Connection<Node>>,
  onRestart: () => void,
  restarts = 3,
): AsyncGenerator<Node, void, undefined> {
  let after: string | null = null;
  for (;;) {
    let connection: Connection<Node>;
    try {
      connection = await page(after);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'STALE_CURSOR' || restarts-- <= 0) throw error;
      after = null;
      onRestart();
      continue;
    }
    yield* connection.nodes;
    if (!connection.pageInfo.hasNextPage) return;
    after = connection.pageInfo.endCursor ?? null;
  }
}
