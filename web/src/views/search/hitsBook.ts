import { ListDocument, SearchDocument, type SearchQuery, type SearchQueryVariables } from '../../gql/graphql';
import { useAskOnce } from '../../shared/api/ask';
import type { Book } from '../../shared/export/book';
import type { Progress } from '../../shared/export/ExportButtons';
import type { Row } from '../list/columns';
import { mostRows, useRowsBook } from '../list/exported';

/** Collects what a search finds, the best first, for a file like that of a list. */
export function useHitsBook(variables: SearchQueryVariables, name: string) {
  const ask = useAskOnce();
  const bookOf = useRowsBook();
  return async (progress: Progress): Promise<Book> => {
    const rows: Row[] = [];
    let total: number;
    let after: string | null = null;
    do {
      const { search }: SearchQuery = await ask(SearchDocument, { ...variables, first: 100, after });
      const ids = search.edges.map((e) => e.node.id);
      const { entities } = await ask(ListDocument, { filter: { ids }, orderBy: null, first: 100, after: null });
      const byId = new Map(entities.nodes.map((row) => [row.id, row]));
      rows.push(...ids.flatMap((id) => byId.get(id) ?? []));
      total = search.totalCount;
      after = search.pageInfo.hasNextPage ? search.pageInfo.endCursor : null;
      progress(rows.length, total);
    } while (after && rows.length < mostRows);
    return bookOf(rows, total, name);
  };
}
