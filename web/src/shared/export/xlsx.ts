import writeXlsxFile, { type Sheet as Written } from 'write-excel-file/browser';
import type { Book, Sheet } from './book';

// Excel's bounds: characters of a cell and of a sheet's name, and what a name may not hold.
const longest = 32_767;
const longestName = 31;
// Characters that XML has no way to write.
// eslint-disable-next-line no-control-regex -- just these
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const name = (text: string) => text.replace(/[[\]:*?/\\]/g, ' ').slice(0, longestName);

function written({ name: title, columns, rows }: Sheet): Written<Blob> {
  const header = columns.map((c) => ({ value: c.title, fontWeight: 'bold' as const }));
  const cells = rows.map((row) =>
    row.map((cell) =>
      // With its type: a name that begins with "=" stays a name.
      typeof cell === 'string'
        ? {
            value: cell.replace(unwritable, '').slice(0, longest),
            type: String,
            wrap: true,
            alignVertical: 'top' as const,
          }
        : cell === null
          ? null
          : { value: cell, type: Number, alignVertical: 'top' as const },
    ),
  );
  return {
    sheet: name(title),
    data: [header, ...cells],
    columns: columns.map((c) => ({ width: c.width ?? 14 })),
    stickyRowsCount: 1,
  };
}

/** A workbook of all sheets, and a last one that tells when and from what it was made. */
export function xlsxOf({ about, sheets }: Book, aboutName: string): Promise<Blob> {
  const last: Sheet = {
    name: aboutName,
    columns: [
      { title: aboutName, width: 24 },
      { title: '', width: 90 },
    ],
    rows: about.map((pair) => [...pair]),
  };
  return writeXlsxFile([...sheets, last].map(written)).toBlob();
}
