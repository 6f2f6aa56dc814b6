import type { GapGridQuery, GapSeverity } from '../../gql/graphql';

export type Matrix = GapGridQuery['gapMatrix'];
export type GridRow = Matrix['rows'][number] & { severity: GapSeverity };

/** The worst gaps first, as the API lists gaps, or field by field, as it gives the matrix. */
export const orders = ['worst', 'field'] as const;
export type Order = (typeof orders)[number];

/** The rows of the matrix in an order, each with how bad its gap is. */
export function rowsOf({ gaps, gapMatrix }: GapGridQuery, order: Order): GridRow[] {
  const place = new Map(gaps.edges.map(({ node, severity }, i) => [node.id, { i, severity }]));
  const rows = gapMatrix.rows.map((row) => ({
    ...row,
    severity: place.get(row.field.id)?.severity ?? ('UNKNOWN' as const),
  }));
  const last = gaps.edges.length;
  const at = (row: GridRow) => place.get(row.field.id)?.i ?? last;
  return order === 'field' ? rows : rows.toSorted((a, b) => at(a) - at(b));
}

export type RowGroup = { severity: GapSeverity | null; rows: GridRow[] };

/** The rows as they stand under one heading each; field by field there is none. */
export function groupsOf(rows: GridRow[], order: Order): RowGroup[] {
  if (order === 'field') return [{ severity: null, rows }];
  const severities = [...new Set(rows.map((r) => r.severity))];
  return severities.map((severity) => ({ severity, rows: rows.filter((r) => r.severity === severity) }));
}

/** Which fields are shown: all, those nobody at home supplies, those nobody in any column supplies, those that are wanted. */
export const rowChoices = ['all', 'nohome', 'nobody', 'wanted'] as const;
export type RowChoice = (typeof rowChoices)[number];

const sum = (row: GridRow, part: 'supply' | 'demand') => row.cells.reduce((n, c) => n + c[part], 0);

const passes: Record<RowChoice, (row: GridRow) => boolean> = {
  all: () => true,
  nohome: (row) => row.cells[0]?.supply === 0, // the first column is home
  nobody: (row) => sum(row, 'supply') === 0,
  wanted: (row) => (row.cells[0]?.demand ?? 0) > 0,
};

export const chosenRows = (rows: GridRow[], choice: RowChoice): GridRow[] => rows.filter(passes[choice]);

/** Places of the columns in which there is anything. */
export const filledColumns = (matrix: Matrix): number[] =>
  matrix.columns
    .map((_, i) => i)
    .filter((i) => matrix.rows.some((r) => r.cells[i] && (r.cells[i].supply || r.cells[i].demand)));

export type Shade = { from: number; background: string; colour: string };

// One hue from light to dark: the order is seen without colour too; the figure stands in
// each cell, with a contrast of 4.5 or more.
const lightest: Shade = { from: 0, background: '#f4f4f2', colour: '#1c1c1c' };
export const shades: Shade[] = [
  lightest,
  { from: 1, background: '#d6e4f2', colour: '#1c1c1c' },
  { from: 4, background: '#9cc3e2', colour: '#1c1c1c' },
  { from: 11, background: '#2f6fae', colour: '#ffffff' },
  { from: 31, background: '#0b3f78', colour: '#ffffff' },
];

export const shadeOf = (supply: number): Shade => shades.findLast((s) => supply >= s.from) ?? lightest;

/** The shades with the numbers of suppliers that they stand for. */
export const legendOf = () =>
  shades.map((s, i) => {
    const next = shades[i + 1];
    const to = next && next.from - 1;
    return { ...s, range: to === undefined ? `≥ ${s.from}` : to === s.from ? String(s.from) : `${s.from}–${to}` };
  });

/** Something is wanted there, and nobody supplies it. */
export const isWanted = (cell: { supply: number; demand: number }) => cell.supply === 0 && cell.demand > 0;
