import { Button, Container, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { forgetTour } from '../../shared/help/tour';
import { termGroups, termOf, type Term } from '../../shared/help/terms';
import { useLanguage, useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { Empty } from '../../shared/ui/States';
import style from './HelpView.module.css';

const text = texts(
  {
    title: '帮助：术语',
    what: '本图谱用词的含义。每个词旁的“?”也能打开它的解释。',
    find: '查找术语',
    none: '没有这个术语',
    how: '少输入几个字试试。',
    other: '界面用词',
    kinds: '实体类型',
    relations: '关系',
    tour: '重新看快速入门',
    code: '接口中的名称',
  },
  {
    title: 'Help: terms',
    what: 'What the words of this graph mean. The “?” beside a word explains it too.',
    find: 'Find a term',
    none: 'There is no such term',
    how: 'Try fewer characters.',
    other: 'Words of the pages',
    kinds: 'Kinds',
    relations: 'Relations',
    tour: 'Take the tour again',
    code: 'Name in the API',
  },
);

function Entry({ term, wanted }: { term: Term; wanted: boolean }) {
  const t = useTexts(text);
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted) here.current?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  return (
    <div ref={here} className={style.entry} data-wanted={wanted || undefined}>
      <dt>
        {term.name} <code title={t.code}>{term.id}</code>
      </dt>
      <dd>{term.what}</dd>
    </div>
  );
}

/** Every term with its meaning; one can be asked for by the address. */
export default function HelpView() {
  const t = useTexts(text);
  const words = useVocabulary();
  const { language } = useLanguage();
  const [, navigate] = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const q = parameters.get('q') ?? '';
  const fits = ({ id, name, what }: Term) => `${id} ${name} ${what}`.toLowerCase().includes(q.trim().toLowerCase());
  const groups = (['other', 'kinds', 'relations'] as const)
    .map((group) => ({ group, terms: termGroups[group].map((id) => termOf(id, language, words)).filter(fits) }))
    .filter(({ terms }) => terms.length > 0);
  return (
    <Container size="md" py="lg">
      <Stack gap="md">
        <div>
          <Title order={1} size="h3">
            {t.title}
          </Title>
          <Text size="sm" c="dimmed">
            {t.what}
          </Text>
        </div>
        <Group align="flex-end">
          <TextInput
            label={t.find}
            value={q}
            onChange={(e) => {
              const typed = e.currentTarget.value;
              setParameters(typed ? { q: typed } : {}, { replace: true });
            }}
          />
          <Button
            variant="default"
            onClick={() => {
              forgetTour();
              navigate('/');
            }}
          >
            {t.tour}
          </Button>
        </Group>
        {groups.length === 0 && <Empty title={t.none}>{t.how}</Empty>}
        {groups.map(({ group, terms }) => (
          <section key={group}>
            <Title order={2} size="h5">
              {t[group]}
            </Title>
            <dl className={style.terms}>
              {terms.map((term) => (
                <Entry key={term.id} term={term} wanted={parameters.get('term') === term.id} />
              ))}
            </dl>
          </section>
        ))}
      </Stack>
    </Container>
  );
}
