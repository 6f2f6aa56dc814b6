import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { MatchDemandsDocument, type EntityNameFragment, type MatchDemandsQuery } from '../../gql/graphql';
import { usePages, type Page } from '../../shared/api/usePages';
import { ExportButtons } from '../../shared/export/ExportButtons';
import { Chips } from '../../shared/filter/Chips';
import { readFilter, type Filter } from '../../shared/filter/filter';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { More } from '../../shared/ui/More';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer, Empty } from '../../shared/ui/States';
import style from '../match/Match.module.css';
import { useDemandsBook } from './book';
import { DemandCard, type Fit } from './DemandCard';
import { askingDemands, isFiltered, unfiltered, type DemandsState } from './state';
import type { Change } from './useDemands';

export type Partner = {
  entity: EntityNameFragment;
  inDelta: boolean;
  /** The desk lists partners from elsewhere only. */
  atHome: boolean;
};

const page = 8; // with evidence: more would cost more than the API allows

const text = texts(
  {
    title: (n: number, name: string) => `最适合${name}的需求（共 ${n} 项）`,
    what: '需求列表',
    truncated: '它或某项需求的关系太多，没有全部读到，得分可能偏低。',
    atHome: '它就在本地：对接台只推荐外地单位，所以没有名次和对接单。',
    excluded: (n: number) => `已排除 ${n} 项需求`,
    back: '恢复排除的需求',
    none: (name: string) => `图谱中没有记录说明${name}适合这些需求`,
    noneFiltered: '请放宽条件。',
    noneAtAll: '它的优势学科、平台和合作都还没有记录。可在详情页查看已知的情况。',
    all: '取消全部条件',
  },
  {
    title: (n: number, name: string) => `Demands that fit ${name} (${n})`,
    what: 'the demands',
    truncated: 'It or a demand has more relations than were read: scores may be too low.',
    atHome: 'It is at home: the desk ranks partners from elsewhere, so there is no rank and no sheet.',
    excluded: (n: number) => `${n} demands are left out`,
    back: 'Bring them back',
    none: (name: string) => `Nothing on record says that ${name} fits these demands`,
    noneFiltered: 'Widen the conditions.',
    noneAtAll: 'No discipline, platform or tie of it is on record yet. Its page has what is known.',
    all: 'Take all conditions away',
  },
);

const read = ({ matchDemands: m }: MatchDemandsQuery): Page<Fit> => ({
  rows: m.nodes,
  total: m.totalCount,
  hasNext: m.pageInfo.hasNextPage,
  end: m.pageInfo.endCursor,
});

/** What is chosen, as chips that can be taken away; kinds have chips of their own. */
function Chosen({ state, change }: { state: DemandsState; change: Change }) {
  const filter: Filter = {
    ...readFilter(new URLSearchParams()),
    region: state.region,
    fields: state.fields,
    document: state.document,
    section: state.section,
  };
  return (
    <Chips
      filter={filter}
      change={({ region, fields, document, section }) => {
        const some = { region, fields, document, section };
        change(Object.fromEntries(Object.entries(some).filter(([, v]) => v !== undefined)));
      }}
    />
  );
}

function Excluded({ state, change }: { state: DemandsState; change: Change }) {
  const t = useTexts(text);
  if (state.exclude.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="sm">{t.excluded(state.exclude.length)}</Text>
      <Button
        size="compact-xs"
        variant="light"
        onClick={() => {
          change({ exclude: [] });
        }}
      >
        {t.back}
      </Button>
    </Group>
  );
}

function Nothing({ state, change, name }: { state: DemandsState; change: Change; name: string }) {
  const t = useTexts(text);
  return (
    <Empty title={t.none(name)}>
      <p>{isFiltered(state) ? t.noneFiltered : t.noneAtAll}</p>
      {isFiltered(state) && (
        <Button
          size="xs"
          variant="light"
          onClick={() => {
            change(unfiltered);
          }}
        >
          {t.all}
        </Button>
      )}
    </Empty>
  );
}

/** The demands that the partner fits; it may not be known yet who it is. */
export function Results({
  state,
  change,
  partner,
}: {
  state: DemandsState;
  change: Change;
  partner: Partner | undefined;
}) {
  const t = useTexts(text);
  const nameOf = useNames();
  const name = partner ? nameOf(partner.entity) : '…';
  const asking = askingDemands(state);
  const variables = { ...asking, first: page, after: null };
  const pages = usePages(MatchDemandsDocument, variables, read);
  const collect = useDemandsBook(asking, name);
  return (
    <Stack gap="sm">
      <Chosen state={state} change={change} />
      <Excluded state={state} change={change} />
      <Answer asked={pages.asked}>
        {({ matchDemands: m }) => (
          <div className={style.results} aria-busy={pages.asked.state.fetching}>
            {m.nodes.length === 0 ? (
              <Nothing state={state} change={change} name={name} />
            ) : (
              <section aria-labelledby="demands-found">
                <Group justify="space-between">
                  <Title order={2} size="h5" id="demands-found">
                    {t.title(m.totalCount, name)}
                  </Title>
                  <Group gap="xs">
                    <ExportButtons what={t.what} collect={collect} />
                    <QueryBehind question={MatchDemandsDocument} variables={variables} />
                  </Group>
                </Group>
                {m.truncated && (
                  <Text size="sm" c="dimmed" role="note">
                    {t.truncated}
                  </Text>
                )}
                {partner?.atHome && (
                  <Text size="sm" c="dimmed" role="note">
                    {t.atHome}
                  </Text>
                )}
                <ol className={style.cards}>
                  {pages.rows.map((fit) => (
                    <DemandCard key={fit.demand.id} fit={fit} partner={partner} state={state} change={change} />
                  ))}
                </ol>
                <More pages={pages} />
              </section>
            )}
          </div>
        )}
      </Answer>
    </Stack>
  );
}
