import type { PlanQuery } from '../../gql/graphql';

type Node = PlanQuery['indicators']['nodes'][number];
export type Indicator = Extract<Node, { targets: unknown }>;

export type Target = { value: number; unit: string | null; year: number | null; where: string };

export const isIndicator = (node: Node): node is Indicator => 'targets' in node;

/** The values that sources set as target, each with the places that say so. */
export function targetsOf(indicator: Indicator): Target[] {
  const targets = new Map<string, Target>();
  for (const { value, unit, year, sources } of indicator.targets.edges) {
    if (value === null) continue;
    const key = `${value} ${year ?? ''}`;
    const places = sources.map((s) => s.locator ?? s.document?.title ?? '');
    const where = [targets.get(key)?.where, ...places].filter(Boolean).join('、');
    targets.set(key, { value, unit: unit ?? indicator.unit, year, where });
  }
  if (targets.size === 0 && indicator.value !== null)
    return [
      {
        value: indicator.value,
        unit: indicator.unit,
        year: indicator.year,
        where: indicator.sources.map((s) => s.locator ?? '').join('、'),
      },
    ];
  return [...targets.values()];
}

/** Do sources contradict each other on the target of a year? */
export const isContradicted = (targets: Target[]) => new Set(targets.map((t) => t.year)).size < targets.length;

/** The base as a share of the only target; null where that says nothing. */
export function reached(indicator: Indicator, targets: Target[]): number | null {
  const [target] = targets;
  if (!target || targets.length > 1 || indicator.baseValue === null || target.value <= 0) return null;
  return indicator.baseValue / target.value;
}
