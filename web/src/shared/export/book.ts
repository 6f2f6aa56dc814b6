/** What a cell of an export holds; null: nothing. */
export type Cell = string | number | null;

/** One table of an export; width of a column in characters, for Excel. */
export type Sheet = { name: string; columns: { title: string; width?: number }[]; rows: Cell[][] };

/**
 * What is exported: tables, and about them when and from what they were made. The first
 * sheet is what a CSV holds; it carries its sources in a column of its own.
 */
export type Book = { name: string; about: (readonly [label: string, value: string])[]; sheets: [Sheet, ...Sheet[]] };

/** The parts of a file's name that every system takes, with the day. */
export function fileName(name: string, ending: string, day = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const date = `${day.getFullYear()}${two(day.getMonth() + 1)}${two(day.getDate())}`;
  // eslint-disable-next-line no-control-regex -- just these no file system takes
  const plain = name.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ').trim();
  return `${Array.from(plain).slice(0, 60).join('')}-${date}.${ending}`;
}
