import { expect, test } from 'vitest';
import { choicesBelow, type RegionTree } from './choices';

const region = (id: string, level: string | null, ...nodes: RegionTree[]): RegionTree => ({
  id: `region:${id}`,
  name: id,
  nameEn: null,
  level,
  code: /^\d+$/.test(id) ? id : null,
  children: { nodes },
});

const levelsOf = (top: RegionTree) =>
  choicesBelow(top).map(({ level, choices }) => [level, choices.map((c) => `${c.region.name}<${c.parent.name}`)]);

test('provinces come before cities and cities before districts, each by code, whatever order they are given in', () => {
  const top = region(
    'yrd',
    'named',
    region('330000', 'province', region('330200', 'city'), region('330100', 'city', region('330102', 'county'))),
    region('310000', 'province', region('310104', 'county'), region('310101', 'county')),
  );
  expect(levelsOf(top)).toEqual([
    ['province', ['310000<yrd', '330000<yrd']],
    ['city', ['330100<330000', '330200<330000']],
    ['county', ['310101<310000', '310104<310000', '330102<330100']],
  ]);
});

test('an area within an area stands before the provinces; a level that is unknown is an area', () => {
  const top = region('cn', 'named', region('310000', 'province'), region('hangzhou-bay', 'named'), region('x', null));
  expect(levelsOf(top)).toEqual([
    ['area', ['hangzhou-bay<cn', 'x<cn']],
    ['province', ['310000<cn']],
  ]);
});

test('a region without parts offers nothing below', () => {
  expect(choicesBelow(region('371300', 'city'))).toEqual([]);
});
