import { expect, test } from 'vitest';
import type { GapGridQuery, GapSeverity } from '../../gql/graphql';
import { groupsOf, rowsOf } from './grid';

const matrix = (fields: string[], worst: [id: string, severity: GapSeverity][]): GapGridQuery => ({
  gaps: { bySeverity: [], edges: worst.map(([id, severity]) => ({ severity, node: { id } })) },
  gapMatrix: {
    totalRows: fields.length,
    truncated: false,
    columns: [],
    rows: fields.map((id) => ({
      elsewhere: 0,
      field: { id, name: id, nameEn: null, level: 'sub' },
      cells: [],
    })),
  },
});

const data = matrix(
  ['a', 'b', 'c', 'd', 'e'],
  [
    ['d', 'SCARCE'],
    ['b', 'NEARBY'],
    ['e', 'NEARBY'],
    ['a', 'COVERED'],
  ],
);
const ids = (rows: { field: { id: string } }[]) => rows.map((r) => r.field.id).join('');

test('the emptiest fields come first, as the API lists gaps; what it does not list cannot be told and comes last', () => {
  const rows = rowsOf(data, 'worst');
  expect(ids(rows)).toBe('dbeac');
  expect(groupsOf(rows, 'worst').map((g) => [g.severity, ids(g.rows)])).toEqual([
    ['SCARCE', 'd'],
    ['NEARBY', 'be'],
    ['COVERED', 'a'],
    ['UNKNOWN', 'c'],
  ]);
});

test('field by field, the rows stay as the API gives the matrix, under no headings', () => {
  const rows = rowsOf(data, 'field');
  expect(ids(rows)).toBe('abcde');
  expect(rows.map((r) => r.severity)).toEqual(['COVERED', 'NEARBY', 'UNKNOWN', 'SCARCE', 'NEARBY']);
  expect(groupsOf(rows, 'field').map((g) => [g.severity, ids(g.rows)])).toEqual([[null, 'abcde']]);
});
