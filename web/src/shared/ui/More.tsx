import { Button, Group, Text } from '@mantine/core';
import type { Pages } from '../api/usePages';
import { useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';
import { Failure } from './States';

const text = texts(
  { shown: (n: number, of: number) => `已显示 ${n} 条，共 ${of} 条`, more: '显示更多' },
  { shown: (n: number, of: number) => `Showing ${n} of ${of}`, more: 'Show more' },
);

/** Tells how much of a list is shown, and gets more. */
export function More<D, R>({ pages }: { pages: Pages<D, R> }) {
  const t = useTexts(text);
  return (
    <>
      <Group gap="md" mt="sm">
        <Text size="sm" c="dimmed" role="status">
          {t.shown(pages.rows.length, pages.total)}
        </Text>
        {pages.hasNext && (
          <Button size="xs" variant="light" loading={pages.busy} onClick={() => void pages.more()}>
            {t.more}
          </Button>
        )}
      </Group>
      {pages.error !== undefined && <Failure error={pages.error} again={() => void pages.more()} />}
    </>
  );
}
