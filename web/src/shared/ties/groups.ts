import type { EntityTiesQuery, TiesFragment } from '../../gql/graphql';

/** The groups of the answer that hold something, in the order of the document. */
export function groupsOf({ node }: EntityTiesQuery): TiesFragment[] {
  if (!node || !('cooperatesWith' in node)) return [];
  return Object.values(node).filter(
    (v): v is TiesFragment => typeof v === 'object' && 'totalCount' in v && v.totalCount > 0,
  );
}
