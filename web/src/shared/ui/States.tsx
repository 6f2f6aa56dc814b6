import { Alert, Button, Center, Code, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { Asked } from '../api/ask';
import { problemOf } from '../api/problem';
import { useLanguage, useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';

const text = texts(
  {
    loading: '正在载入…',
    slow: '还在查询，数据较多时需要几秒钟…',
    failed: '没有成功',
    again: '重试',
    details: '详细信息',
    request: (id: string) => `请求编号 ${id}`,
  },
  {
    loading: 'Loading…',
    slow: 'Still asking: much data takes some seconds…',
    failed: 'That did not work',
    again: 'Try again',
    details: 'Details',
    request: (id: string) => `Request id ${id}`,
  },
);

/** Words and a sign of life while something is asked for. */
export function Loading() {
  const t = useTexts(text);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, 1500);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <Center p="xl" role="status">
      <Stack align="center" gap="xs">
        <Loader size="sm" aria-hidden />
        <Text size="sm" c="dimmed">
          {slow ? t.slow : t.loading}
        </Text>
      </Stack>
    </Center>
  );
}

/** What went wrong and what to do about it. */
export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const t = useTexts(text);
  const problem = problemOf(error, useLanguage().language);
  return (
    <Alert color="red" title={t.failed} role="alert" my="md">
      <Text size="sm">{problem.words}</Text>
      <details>
        <summary>{t.details}</summary>
        <Code block>
          {[problem.code, problem.detail, problem.requestId && t.request(problem.requestId)].filter(Boolean).join('\n')}
        </Code>
      </details>
      {again && (
        <Button mt="sm" size="xs" variant="light" color="red" onClick={again}>
          {t.again}
        </Button>
      )}
    </Alert>
  );
}

/** Says in words that there is nothing, and what could be done; page: that is all of the page. */
export function Empty({ title, children, page }: { title: string; children?: ReactNode; page?: boolean }) {
  return (
    <Center p="xl">
      <Stack align="center" gap={4} maw="32rem">
        <Text fw={600} ta="center" component={page ? 'h1' : 'p'} m={0}>
          {title}
        </Text>
        {children && (
          <Text size="sm" c="dimmed" ta="center" component="div">
            {children}
          </Text>
        )}
      </Stack>
    </Center>
  );
}

/** Shows an answer, or in words that it is on its way or failed. */
export function Answer<Data>({ asked, children }: { asked: Asked<Data>; children: (data: Data) => ReactNode }) {
  const { data, error, fetching } = asked.state;
  if (fetching && !data) return <Loading />;
  return (
    <>
      {error && <Failure error={error} again={asked.again} />}
      {data && children(data)}
    </>
  );
}
