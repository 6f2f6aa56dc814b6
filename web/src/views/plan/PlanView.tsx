import { Container, Group, Select, Stack, Text, Title } from '@mantine/core';
import { Link, useSearchParams } from 'wouter';
import { PlanDocument, PlansDocument, type PlanQuery, type PlansQuery, type Status } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { Bars, type Bar } from '../../shared/charts/Bars';
import { useAboutLines } from '../../shared/export/about';
import { ExportButtons } from '../../shared/export/ExportButtons';
import { entityFilter, listPath, none, readFilter, type Filter } from '../../shared/filter/filter';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { allStatuses, useVocabulary } from '../../shared/i18n/vocabulary';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { SafeLink } from '../../shared/ui/SafeLink';
import { Answer, Empty } from '../../shared/ui/States';
import { useListBook } from '../list/exported';
import { Indicators } from './Indicators';
import { Ties } from './Ties';
import style from './PlanView.module.css';

const text = texts(
  {
    title: '规划总览',
    document: '规划文件',
    none: '还没有载入列出重点项目的规划',
    how: '请管理员载入一份规划。',
    gone: '没有这份文件',
    choose: '请在上方选择另一份。',
    projects: (n: number) => `重点项目 ${n} 个：按领域`,
    field: '领域',
    count: '项目数',
    noField: '领域未知',
    twice: '一个项目可属多个领域，各条之和可大于总数。',
    platforms: (n: number) => `创新平台 ${n} 个：建成与规划`,
    status: '状态',
    real: '已有',
    intended: '规划、推进、在建',
    unknown: '未说明',
    theProjects: '重点项目',
    thePlatforms: '创新平台',
    open: '点条形在列表中看同样的条目。',
    all: '全部列出',
  },
  {
    title: 'The plan at a glance',
    document: 'Plan',
    none: 'No plan with key projects has been loaded',
    how: 'Ask the operator to load one.',
    gone: 'There is no such document',
    choose: 'Choose another one above.',
    projects: (n: number) => `${n} key projects, by field`,
    field: 'Field',
    count: 'Projects',
    noField: 'field unknown',
    twice: 'A project may be in several fields: the bars may add up to more.',
    platforms: (n: number) => `${n} platforms, built and planned`,
    status: 'Status',
    real: 'there',
    intended: 'planned, promoted, being built',
    unknown: 'not said',
    theProjects: 'key projects',
    thePlatforms: 'platforms',
    open: 'A bar opens the same entries as a list.',
    all: 'List all',
  },
);

const real: Status[] = ['BUILT', 'UPGRADED'];

type Document = NonNullable<PlanQuery['document']>;

/** A list of a kind that the plan sets out, as a file with sources. */
function Entries({ all, what }: { all: Partial<Filter>; what: string }) {
  const filter = entityFilter({ ...readFilter(new URLSearchParams()), ...all });
  const collect = useListBook({ filter, orderBy: null }, what);
  return (
    <Group gap={0}>
      <ExportButtons what={what} collect={collect} />
    </Group>
  );
}

/** Where the figures of the plan come from, below a picture. */
function usePlanLines({ title, issuer, date }: Document) {
  const lines = useAboutLines();
  return () => lines([[title, issuer, date].filter(Boolean).join(' ')]);
}

function Projects({ projects, document }: { projects: PlanQuery['projects']; document: Document }) {
  const t = useTexts(text);
  const nameOf = useNames();
  const about = usePlanLines(document);
  const all: Partial<Filter> = { kinds: ['KEY_PROJECT'], document: document.id };
  const bars = (projects.facets[0]?.buckets ?? []).map((b): Bar => ({
    label: b.entity ? nameOf(b.entity) : (b.value ?? t.noField),
    values: [b.count],
    path: listPath({ ...all, fields: [b.value ?? none] }),
  }));
  const title = t.projects(projects.totalCount);
  return (
    <section>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {t.open} {t.twice}{' '}
        <Link className={style.link} href={listPath(all)}>
          {t.all}
        </Link>
      </Text>
      <Entries all={all} what={t.theProjects} />
      <Bars title={title} of={t.field} series={[{ name: t.count, look: 'solid' }]} bars={bars} about={about} />
    </section>
  );
}

function Platforms({ platforms, document }: { platforms: PlanQuery['platforms']; document: Document }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const about = usePlanLines(document);
  const all: Partial<Filter> = { kinds: ['PLATFORM'], document: document.id };
  const counts = new Map(platforms.facets[0]?.buckets.map((b) => [b.value, b.count]));
  const bar = (status: Status | null): Bar => {
    const n = counts.get(status) ?? 0;
    const place = status === null ? 2 : real.includes(status) ? 0 : 1;
    return {
      label: status === null ? t.unknown : words.status(status),
      values: [0, 1, 2].map((i) => (i === place ? n : 0)),
      path: listPath({ ...all, status: [status ?? none] }),
    };
  };
  const bars = [...real, ...allStatuses.filter((s) => !real.includes(s)), null].map(bar);
  const title = t.platforms(platforms.totalCount);
  return (
    <section>
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {t.open}{' '}
        <Link className={style.link} href={listPath(all)}>
          {t.all}
        </Link>
      </Text>
      <Entries all={all} what={t.thePlatforms} />
      <Bars
        about={about}
        title={title}
        of={t.status}
        series={[
          { name: t.real, look: 'solid' },
          { name: t.intended, look: 'hatched' },
          { name: t.unknown, look: 'pale' },
        ]}
        bars={bars}
      />
    </section>
  );
}

function Plan({ id }: { id: string }) {
  const t = useTexts(text);
  const variables = { document: id };
  const asked = useAsk(PlanDocument, variables);
  return (
    <Answer asked={asked}>
      {({ document, projects, platforms, indicators }) =>
        document ? (
          <Stack gap="lg">
            <Text size="sm" c="dimmed">
              <SafeLink url={document.url}>{document.title}</SafeLink>{' '}
              {[document.issuer, document.date].filter(Boolean).join(' · ')}{' '}
              <QueryBehind question={PlanDocument} variables={variables} />
            </Text>
            <div className={style.charts}>
              <Projects projects={projects} document={document} />
              <Platforms platforms={platforms} document={document} />
            </div>
            <Ties />
            <Indicators indicators={indicators} document={id} />
          </Stack>
        ) : (
          <Empty title={t.gone}>{t.choose}</Empty>
        )
      }
    </Answer>
  );
}

const plansOf = (data: PlansQuery) =>
  (data.entities.facets[0]?.buckets ?? []).flatMap((b) => (b.document ? [b.document] : []));

export default function PlanView() {
  const t = useTexts(text);
  const [parameters, setParameters] = useSearchParams();
  const asked = useAsk(PlansDocument, {});
  return (
    <Container fluid py="md" maw="100rem">
      <Title order={1} size="h3" mb="sm">
        {t.title}
      </Title>
      <Answer asked={asked}>
        {(data) => {
          const plans = plansOf(data);
          const chosen = parameters.get('document') ?? plans[0]?.id;
          return (
            <>
              {plans.length > 1 && (
                <Select
                  w="24rem"
                  label={t.document}
                  data={plans.map((p) => ({ value: p.id, label: p.title }))}
                  value={chosen ?? null}
                  allowDeselect={false}
                  onChange={(id) => {
                    setParameters(id ? { document: id } : {});
                  }}
                />
              )}
              {chosen ? <Plan id={chosen} /> : <Empty title={t.none}>{t.how}</Empty>}
            </>
          );
        }}
      </Answer>
    </Container>
  );
}
