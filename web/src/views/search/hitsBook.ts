import { ListDocument, SearchDocument, type SearchQuery, type SearchQueryVariables } from '../../gql/graphql';
import { useAskOnce } from '../../shared/api/ask';
import type { Book } from '../../shared/export/book';
import { collectPages } from '../../shared/export/collect';
import type { Progress } from '../../shared/export/ExportButtons';
import type { Row } from '../list/columns';
import { mostRows, useRowsBook } from '../list/exported';

/** Collects what a search finds, the best first, for a file like that of a list. */
export function useHitsBook(variables: SearchQueryVariables, name: string) {
  const ask = useAskOnce();
  const bookOf = useRowsBook();
  return async (progress: Progress): Promise<Book> => {
    const page = async (after: string | null): Promise<[Row[], SearchQuery['search']]> => {
      const { search } = await ask(SearchDocument, { ...variables, first: 100, after });
      const ids = search.edges.map((e) => e.node.id);
      const { entities } = await ask(ListDocument, { filter: { ids }, orderBy: null, first: 100, after: null });
      const byId = new Map(entities.nodes.map((row) => [row.id, row]));
      return [ids.flatMap((id) => byId.get(id) ?? []), search];
    };
    const { rows, total } = await collectPages(page, mostRows, progress);
    return bookOf(rows, total, name);
  };
}
