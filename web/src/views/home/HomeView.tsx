import { Container, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { HomeDocument, type HomeQuery } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { listPath } from '../../shared/filter/filter';
import { Tour } from '../../shared/help/Tour';
import { useLanguage, useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { KindMark } from '../../shared/kinds/KindMark';
import { demandsPath, entityPath, searchPath } from '../../shared/paths';
import { recentOnes } from '../../shared/search/recent';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer } from '../../shared/ui/States';
import style from './HomeView.module.css';

const text = texts(
  {
    title: '科创图谱',
    what: '谁与谁有关联、通过什么、依据在哪里。先在上方搜索框输入一个名称，或从下面开始。',
    tasks: '您想做什么',
    match: '为一个项目找合作方',
    demands: '有合作方来电，看什么适合它',
    routes: '看两家单位怎样关联',
    gaps: '看哪些领域没有合作方',
    projects: '列出规划的重点项目',
    begin: '搜索示例',
    recent: '最近打开',
    holds: (e: string, r: string, d: string) => `收录 ${e} 个实体、${r} 条关系，出自 ${d} 份文件`,
    since: (when: string) => `数据载入于 ${when}`,
  },
  {
    title: 'Innovation graph',
    what: 'Who is connected to whom, through what, and which source says so. Type a name into the box above, or begin here.',
    tasks: 'What would you like to do?',
    match: 'Find partners for a project',
    demands: 'A partner calls: see what fits it',
    routes: 'See how two bodies are connected',
    gaps: 'See which fields have no partners',
    projects: 'List the key projects of plans',
    begin: 'Searches to try',
    recent: 'Opened lately',
    holds: (e: string, r: string, d: string) => `${e} entities and ${r} relations from ${d} documents`,
    since: (when: string) => `loaded ${when}`,
  },
);

const tasks = [
  ['match', '/match'],
  ['demands', demandsPath()],
  ['routes', '/graph'],
  ['gaps', '/gaps'],
  ['projects', listPath({ kinds: ['KEY_PROJECT'] })],
] as const;

const examples = ['浙大', '中科院宁波材料所', 'lydx', '木业', 'Tongji'];

function Links({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      <Group gap="xs">{children}</Group>
    </section>
  );
}

function Held({ data }: { data: HomeQuery }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const locale = useLanguage().language === 'zh' ? 'zh-CN' : 'en';
  const n = (x: number) => x.toLocaleString(locale);
  const { statistics: s, generation } = data;
  return (
    <section>
      <Title order={2} size="h5">
        {t.holds(n(s.entities), n(s.relations), n(s.documents))}
      </Title>
      {generation.loadedAt && (
        <Text size="sm" c="dimmed">
          {t.since(new Date(generation.loadedAt).toLocaleString(locale))}
        </Text>
      )}
      <ul className={style.kinds}>
        {s.byKind.map(({ kind, count }) => (
          <li key={kind}>
            <Link href={listPath({ kinds: [kind] })} className={style.kind}>
              <KindMark kind={kind} size={30} />
              <span>
                <strong>{n(count)}</strong>
                <br />
                {words.kind(kind)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function HomeView() {
  const t = useTexts(text);
  const nameOf = useNames();
  const asked = useAsk(HomeDocument, {});
  const recent = recentOnes();
  return (
    <Container size="lg" py="xl">
      <Stack gap="xl">
        <div>
          <Title order={1}>{t.title}</Title>
          <Text c="dimmed" mt="xs">
            {t.what}
          </Text>
        </div>
        <Links title={t.tasks}>
          {tasks.map(([word, path]) => (
            <Link key={word} href={path} className={style.chip} data-task>
              {t[word]}
            </Link>
          ))}
        </Links>
        <Links title={t.begin}>
          {examples.map((e) => (
            <Link key={e} href={searchPath(e)} className={style.chip}>
              {e}
            </Link>
          ))}
        </Links>
        {recent.length > 0 && (
          <Links title={t.recent}>
            {recent.map((r) => (
              <Link key={r.id} href={entityPath(r.id)} className={style.chip}>
                <KindMark kind={r.kind} size={18} /> {nameOf(r)}
              </Link>
            ))}
          </Links>
        )}
        <Answer asked={asked}>{(data) => <Held data={data} />}</Answer>
        <div>
          <QueryBehind question={HomeDocument} variables={{}} />
        </div>
      </Stack>
      <Tour />
    </Container>
  );
}
