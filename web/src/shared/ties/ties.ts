import type { Kind, Relation, TiesQuery, TiesQueryVariables } from '../../gql/graphql';
import { home } from '../home';

type Far = TiesQuery['hosted']['nodes'][number];
type Edge = Far['relations']['edges'][number];
export type Place = { id: string; name: string; nameEn: string | null };

/** A tie of a body at home to one elsewhere; planned: a source only intends it. */
export type Tie = {
  id: string;
  edge: Edge;
  far: Far;
  province: Place | null;
  planned: boolean;
};

// Bodies: fields rely on bodies of home too, but are no partners.
const kinds: Kind[] = [
  'UNIVERSITY',
  'RESEARCH_INSTITUTE',
  'ENTERPRISE',
  'HOSPITAL',
  'AGENCY',
  'ASSOCIATION',
  'PLATFORM',
  'INDUSTRY_CLUSTER',
];

export const tieTypes: Relation[] = ['HOSTED_BY', 'BUILT_BY', 'RELIES_ON', 'LINKS', 'COOPERATES_WITH'];

export const tiesVariables: TiesQueryVariables = { home, kinds, first: 30 };

function provinceOf(region: Far['region']): Place | null {
  const line = [region, region?.parent, region?.parent?.parent];
  return line.find((r) => r?.level === 'province') ?? null;
}

/** All ties, each once, though a body is asked for by several types; cut: there are more. */
export function tiesOf(data: TiesQuery): { ties: Tie[]; cut: boolean } {
  const ties = new Map<string, Tie>();
  let cut = false;
  for (const { totalCount, nodes } of [data.hosted, data.built, data.relied, data.linked, data.cooperating]) {
    cut ||= totalCount > nodes.length;
    for (const far of nodes) {
      cut ||= far.relations.totalCount > far.relations.edges.length;
      for (const edge of far.relations.edges)
        ties.set(edge.relationId, {
          id: edge.relationId,
          edge,
          far,
          province: provinceOf(far.region),
          planned: edge.status === 'PLANNED',
        });
    }
  }
  return { ties: [...ties.values()], cut };
}

/** Ties by a key. */
export function group<K>(ties: Tie[], key: (tie: Tie) => K): Map<K, Tie[]> {
  const groups = new Map<K, Tie[]>();
  for (const tie of ties) groups.set(key(tie), [...(groups.get(key(tie)) ?? []), tie]);
  return groups;
}

/** The bodies elsewhere of some ties, each once. */
export const farIds = (ties: Tie[]): string[] => [...new Set(ties.map((t) => t.far.id))].sort();
