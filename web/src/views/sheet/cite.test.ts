import { expect, test } from 'vitest';
import type { SourcePartsFragment } from '../../gql/graphql';
import { Citations } from './cite';

const source = (id: string, locator: string | null): SourcePartsFragment => ({
  locator,
  date: null,
  known: 'STATED',
  certainty: 'HIGH',
  printedName: null,
  note: null,
  document: { id, title: id, issuer: null, date: null, url: null },
});

test('one place has one number, in the order of first use', () => {
  const cited = new Citations();
  const [a, b, c] = [source('doc:a', '一'), source('doc:a', '二'), source('doc:b', null)] as const;
  expect(cited.of([b, a], 2)).toEqual([1, 2]);
  expect(cited.of([b])).toEqual([1]);
  expect(cited.ofSteps([{ sources: [c, a] }, { sources: [b] }, { sources: [] }, { sources: [b, c] }])).toEqual([1, 3]);
  expect(cited.sources).toEqual([b, a, c]);
});
