import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';
import { fileName, type Book } from './book';
import { csvOf } from './csv';
import { download } from './download';
import { useFileButtons } from './useFileButtons';

const text = texts(
  { about: '说明', progress: (done: number, of: number) => `正在收集 ${done} / ${of} 条…` },
  { about: 'About', progress: (done: number, of: number) => `Collecting ${done} of ${of}…` },
);

export type Progress = (done: number, of: number) => void;

/** Buttons that export a table as CSV and XLSX; collect may ask for more and tell how far it is. */
export function ExportButtons({ what, collect }: { what: string; collect: (progress: Progress) => Promise<Book> }) {
  const t = useTexts(text);
  const [progress, setProgress] = useState<[number, number]>();
  const { buttons, failure } = useFileButtons(what, ['CSV', 'XLSX'], async (form) => {
    try {
      const book = await collect((done, of) => {
        setProgress([done, of]);
      });
      const name = fileName(book.name, form.toLowerCase());
      if (form === 'CSV') download(csvOf(book), name, 'text/csv;charset=utf-8');
      // The writer of workbooks is fetched only by who wants one.
      else download(await (await import('./xlsx')).xlsxOf(book, t.about), name);
    } finally {
      setProgress(undefined);
    }
  });
  return (
    <>
      <Group gap="xs">
        {buttons}
        <Text size="sm" c="dimmed" role="status">
          {progress && t.progress(...progress)}
        </Text>
      </Group>
      {failure}
    </>
  );
}
