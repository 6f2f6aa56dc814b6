import type { RegionChoiceFragment } from '../../gql/graphql';

/** A region with what lies below it, as a view asked for it. */
export type RegionTree = RegionChoiceFragment & { children?: { nodes: RegionTree[] } };

/** The levels in the order in which an officer looks for them: the wide ones first. */
export const levels = ['area', 'province', 'city', 'county'] as const;
export type Level = (typeof levels)[number];

export type Choice = { region: RegionChoiceFragment; parent: RegionChoiceFragment };

const levelOf = ({ level }: RegionChoiceFragment): Level => levels.find((l) => l === level) ?? 'area';

const below = (parent: RegionTree): Choice[] =>
  (parent.children?.nodes ?? []).flatMap((region) => [{ region, parent }, ...below(region)]);

// Administrative codes are what the usual order of provinces, cities and districts comes
// from; an area has none and comes last of its level, by its id.
const place = ({ region }: Choice) => `${region.code ?? '~'} ${region.id}`;

/** All regions below one, level by level, in the administrative order; levels without any are left out. */
export function choicesBelow(top: RegionTree): { level: Level; choices: Choice[] }[] {
  const all = below(top).toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
  return levels
    .map((level) => ({ level, choices: all.filter(({ region }) => levelOf(region) === level) }))
    .filter(({ choices }) => choices.length > 0);
}
