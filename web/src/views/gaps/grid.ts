import type { GapGridQuery } from '../../gql/graphql';

export type Matrix = GapGridQuery['gapMatrix'];
export type GridRow = Matrix['rows'][number];

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

export const chosenRows = (matrix: Matrix, choice: RowChoice): GridRow[] => matrix.rows.filter(passes[choice]);

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
