import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';
import { Failure } from '../ui/States';
import { fileName, type Book } from './book';
import { csvOf } from './csv';
import { download } from './download';

const text = texts(
  {
    as: (what: string, form: string) => `导出 ${form}：${what}`,
    form: (form: string) => `导出 ${form}`,
    about: '说明',
    progress: (done: number, of: number) => `正在收集 ${done} / ${of} 条…`,
  },
  {
    as: (what: string, form: string) => `Export ${form}: ${what}`,
    form: (form: string) => `Export ${form}`,
    about: 'About',
    progress: (done: number, of: number) => `Collecting ${done} of ${of}…`,
  },
);

const forms = { CSV: 'csv', XLSX: 'xlsx' } as const;
type Form = keyof typeof forms;

export type Progress = (done: number, of: number) => void;

/** Buttons that export a table as CSV and XLSX; collect may ask for more and tell how far it is. */
export function ExportButtons({ what, collect }: { what: string; collect: (progress: Progress) => Promise<Book> }) {
  const t = useTexts(text);
  const [busy, setBusy] = useState<Form>();
  const [progress, setProgress] = useState<[number, number]>();
  const [error, setError] = useState<unknown>();
  const run = async (form: Form) => {
    setBusy(form);
    setError(undefined);
    try {
      const book = await collect((done, of) => {
        setProgress([done, of]);
      });
      const name = fileName(book.name, forms[form]);
      if (form === 'CSV') download(csvOf(book), name, 'text/csv;charset=utf-8');
      // The writer of workbooks is fetched only by who wants one.
      else download(await (await import('./xlsx')).xlsxOf(book, t.about), name);
    } catch (e) {
      setError(e);
    } finally {
      setBusy(undefined);
      setProgress(undefined);
    }
  };
  return (
    <>
      <Group gap="xs">
        {(Object.keys(forms) as Form[]).map((form) => (
          <Button
            key={form}
            size="compact-sm"
            variant="subtle"
            loading={busy === form}
            disabled={busy !== undefined}
            aria-label={t.as(what, form)}
            onClick={() => void run(form)}
          >
            {t.form(form)}
          </Button>
        ))}
        <Text size="sm" c="dimmed" role="status">
          {progress && t.progress(...progress)}
        </Text>
      </Group>
      {error !== undefined && <Failure error={error} />}
    </>
  );
}
