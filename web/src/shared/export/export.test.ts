import { unzipSync, strFromU8 } from 'fflate/browser';
import { describe, expect, test } from 'vitest';
import { fileName, type Book } from './book';
import { csvOf } from './csv';
import { xlsxOf } from './xlsx';

const book: Book = {
  name: '推荐 a/b',
  about: [['导出时间', '2026-11-30']],
  sheets: [
    {
      name: '合作方[1]',
      columns: [{ title: '名称' }, { title: '得分' }],
      rows: [
        ['=HYPERLINK("http://x")', 0.5],
        ['甲,"乙"\n丙', null],
        ['<b>丁&\u0001', -3],
      ],
    },
  ],
};

describe('CSV', () => {
  test('begins with the mark of UTF-8, quotes, and takes formulas their force', () => {
    expect(csvOf(book)).toBe(
      '\ufeff名称,得分,导出时间\r\n' +
        '"\'=HYPERLINK(""http://x"")",0.5,2026-11-30\r\n' +
        '"甲,""乙""\n丙",,2026-11-30\r\n' +
        '<b>丁&\u0001,-3,2026-11-30\r\n',
    );
  });
});

describe('XLSX', () => {
  test('holds the sheets and what is said about them, names as text', async () => {
    const files = unzipSync(new Uint8Array(await (await xlsxOf(book, '说明')).arrayBuffer()));
    const all = Object.values(files)
      .map((f) => strFromU8(f))
      .join('\n');
    expect(all).toContain('name="合作方 1 "');
    expect(all).toContain('name="说明"');
    expect(all).toContain('&lt;b&gt;丁&amp;');
    expect(all).toContain('2026-11-30');
    expect(all).not.toContain('<f>');
  });
});

test('a file name holds nothing that a file system refuses', () => {
  expect(fileName(book.name, 'csv', new Date(2026, 10, 3))).toBe('推荐 a b-20261103.csv');
});
