import { describe, expect, test } from 'vitest';
import type { TiesQuery } from '../../gql/graphql';
import { farIds, group, tiesOf } from './ties';

type Bodies = TiesQuery['hosted'];
type Body = Bodies['nodes'][number];

const region = (id: string, level: string, parent: unknown = null) =>
  ({ id, name: id, nameEn: null, level, latitude: 1, longitude: 2, parent }) as Body['region'];

const body = (id: string, place: Body['region'], ...ties: [id: string, year: number | null, planned?: boolean][]) =>
  ({
    id,
    kind: 'UNIVERSITY',
    name: id,
    nameEn: null,
    region: place,
    relations: {
      totalCount: ties.length,
      edges: ties.map(([relationId, year, planned]) => ({
        relationId,
        relation: 'COOPERATES_WITH',
        direction: 'OUT',
        year,
        status: planned ? 'PLANNED' : null,
        node: { id: 'org:here', name: 'here', nameEn: null },
      })),
    },
  }) as Body;

const of = (...nodes: Body[]): Bodies => ({ totalCount: nodes.length, nodes });
const nobody = of();

const zhejiang = region('zhejiang', 'province', region('yrd', 'named'));
const zju = body('org:zju', region('hangzhou', 'city', zhejiang), ['t1', 2019], ['t2', null, true]);
const shanghai = body('org:sh', region('shanghai', 'province', region('yrd', 'named')), ['t3', 2019]);
const data: TiesQuery = {
  hosted: of(zju),
  built: nobody,
  relied: nobody,
  linked: nobody,
  cooperating: of(zju, shanghai),
};

describe('ties', () => {
  test('each once, though a body comes under two types', () => {
    const { ties, cut } = tiesOf(data);
    expect(ties.map((t) => t.id)).toEqual(['t1', 't2', 't3']);
    expect(cut).toBe(false);
  });

  test('know the province, that of a municipality too, and what is only intended', () => {
    const { ties } = tiesOf(data);
    expect(ties.map((t) => t.province?.id)).toEqual(['zhejiang', 'zhejiang', 'shanghai']);
    expect(ties.map((t) => t.planned)).toEqual([false, true, false]);
    expect(
      tiesOf({ ...data, hosted: nobody, cooperating: of(body('x', null, ['t', 1])) }).ties[0]?.province,
    ).toBeNull();
  });

  test('say that some were cut off', () => {
    expect(tiesOf({ ...data, linked: { totalCount: 31, nodes: [] } }).cut).toBe(true);
  });

  test('by year, and whom they lead to', () => {
    const years = group(tiesOf(data).ties, (t) => t.edge.year);
    expect([...years.keys()]).toEqual([2019, null]);
    expect(farIds(years.get(2019) ?? [])).toEqual(['org:sh', 'org:zju']);
  });
});
