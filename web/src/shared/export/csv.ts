import type { Book, Cell } from './book';

// Excel takes a file for UTF-8 by this mark alone.
const mark = '\ufeff';

// Excel runs what begins like this as a formula; names come from data.
const formula = /^[=+\-@\t\r]/;

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV for Excel. */
export function csvOfRows(rows: Cell[][]): string {
  return mark + rows.map((row) => row.map(field).join(',') + '\r\n').join('');
}

/** The first sheet as CSV for Excel; what is said about the book stands in the last columns of each row. */
export function csvOf({ about, sheets: [sheet] }: Book): string {
  const header = [...sheet.columns.map((c) => c.title), ...about.map(([label]) => label)];
  const rows = sheet.rows.map((row) => [...row, ...about.map(([, value]) => value)]);
  return csvOfRows([header, ...rows]);
}
