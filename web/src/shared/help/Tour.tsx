import { Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';
import { isTourDone, keepTourDone } from './tour';
import style from './Tour.module.css';

const text = texts(
  {
    title: '快速入门',
    step: (n: number, of: number) => `第 ${n} 步，共 ${of} 步`,
    next: '下一步',
    back: '上一步',
    end: '完成',
    skip: '跳过入门',
    open: '打开看看',
    search: '搜索：在最上方输入名称、简称、拼音或首字母，如“浙大”“zjdx”。任何页面按 / 即可开始输入。',
    match: '对接台：选一个项目，定地区，右边就是合适的合作方，有理由、不利因素和出处；可打印对接单。',
    list: '列表：按类型、区域、领域、状态、来源同时筛选；网址就是结果，可发给同事，也可导出 Excel。',
    gaps: '缺口：哪些领域本地和长三角没有伙伴。点任意一格，看需求、供给方、理由和来源。',
    help: '不懂的词点旁边的“?”；全部术语在“帮助”里。每条结论都带来源，可据此答复。',
  },
  {
    title: 'Quick start',
    step: (n: number, of: number) => `Step ${n} of ${of}`,
    next: 'Next',
    back: 'Back',
    end: 'Done',
    skip: 'Skip the tour',
    open: 'Have a look',
    search:
      'Search: type a name, short name, pinyin or initials at the top, e.g. 浙大 or zjdx. The key / leads there from any page.',
    match:
      'Match desk: choose a project and a region; who fits stands on the right, with reasons for and against and their sources, and a sheet to print.',
    list: 'Lists: filter by kind, region, field, status and document at once; the address is the result, to send or to export to Excel.',
    gaps: 'Gaps: the fields without partners at home or in the Yangtze delta. Open a cell for needs, suppliers, reasons and sources.',
    help: 'A “?” beside a word explains it; all terms stand under Help. Every line carries its source.',
  },
);

const steps = [
  ['search', undefined],
  ['match', '/match'],
  ['gaps', '/gaps'],
  ['list', '/list'],
  ['help', '/help'],
] as const;

/** Five steps for who is here for the first time; it covers nothing that is needed, and can be skipped. */
export function Tour() {
  const t = useTexts(text);
  const [done, setDone] = useState(isTourDone);
  const [at, setAt] = useState(0);
  const step = steps[at];
  if (done || !step) return null;
  const [what, path] = step;
  const end = () => {
    keepTourDone();
    setDone(true);
  };
  return (
    <Paper component="section" aria-label={t.title} className={style.tour ?? ''} withBorder shadow="md" p="md">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} size="sm">
          {t.title} · {t.step(at + 1, steps.length)}
        </Text>
        <CloseButton size="sm" aria-label={t.skip} onClick={end} />
      </Group>
      <Text size="sm" my="xs" aria-live="polite">
        {t[what]} {path && <Link href={path}>{t.open}</Link>}
      </Text>
      <Group justify="space-between">
        <Button size="compact-sm" variant="subtle" onClick={end}>
          {t.skip}
        </Button>
        <Group gap="xs">
          {at > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                setAt(at - 1);
              }}
            >
              {t.back}
            </Button>
          )}
          <Button
            size="compact-sm"
            onClick={() => {
              if (at + 1 < steps.length) setAt(at + 1);
              else end();
            }}
          >
            {at + 1 < steps.length ? t.next : t.end}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
