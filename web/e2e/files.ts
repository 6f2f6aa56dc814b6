import { strFromU8, unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** Presses a button and reads the file that comes. */
export async function downloaded(page: Page, button: string | RegExp): Promise<{ name: string; content: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/** Rows of a CSV in which line breaks stand in quotes. */
export const rows = (csv: string) => csv.split('\r\n').filter(Boolean);

/** Cells of a row of a CSV. */
export function cells(row: string): string[] {
  return Array.from(row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}

const unescaped = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** A workbook: the names of its sheets, the number of rows of each, all of its texts, and whether a cell is a formula. */
export function workbook(content: Buffer) {
  const files = unzipSync(new Uint8Array(content));
  const read = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const names = Array.from(read('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g), ([, n]) => n ?? '');
  return {
    names: names.map(unescaped),
    rows: names.map((_, i) => read(`xl/worksheets/sheet${i + 1}.xml`).match(/<row /g)?.length ?? 0),
    texts: unescaped(read('xl/sharedStrings.xml')),
    formulas: Object.keys(files).filter((path) => read(path).includes('<f>')),
    largest: Math.max(...Object.values(files).map((f) => f.length)),
  };
}
