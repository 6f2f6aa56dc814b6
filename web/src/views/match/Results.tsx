import { Button, Group, Text, Title } from '@mantine/core';
import {
  MatchExportDocument,
  MatchPartnersDocument,
  type MatchExportQuery,
  type MatchPartnersQuery,
} from '../../gql/graphql';
import { useAskOnce } from '../../shared/api/ask';
import { usePages, type Page } from '../../shared/api/usePages';
import { collectPages } from '../../shared/export/collect';
import { ExportButtons, type Progress } from '../../shared/export/ExportButtons';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { More } from '../../shared/ui/More';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer } from '../../shared/ui/States';
import { useMatchBook, type Exported } from './book';
import { Compare } from './Compare';
import { Consortium } from './Consortium';
import style from './Match.module.css';
import { Nobody } from './Nobody';
import { PartnerCard, type Match } from './PartnerCard';
import { Reading } from './Reading';
import { askingOf, type MatchState } from './state';
import type { Change } from './useMatch';

const page = 10;
const exportPage = 20;
/** A file holds at most so many partners; there are seldom more. */
const mostExported = 400;

const text = texts(
  {
    title: (n: number) => `推荐合作方（共 ${n} 家）`,
    what: '推荐列表',
    truncated: '符合的单位太多，某类依据中最弱的一部分没有参与比较。缩小地区或类型会更完整。',
    picked: (n: number) => `已选 ${n} 家`,
    one: '再选一家即可并排比较',
    look: '查看比较',
    clear: '取消选择',
    name: (demand: string) => `合作方推荐 ${demand}`,
    and: '；',
  },
  {
    title: (n: number) => `Partners (${n})`,
    what: 'the list',
    truncated:
      'So many fit that the weakest by some kind of evidence were not compared. Fewer regions or kinds give all.',
    picked: (n: number) => `${n} picked`,
    one: 'Pick one more to compare',
    look: 'See them side by side',
    clear: 'Unpick',
    name: (demand: string) => `Partners for ${demand}`,
    and: '; ',
  },
);

const read = ({ matchPartners: m }: MatchPartnersQuery): Page<Match> => ({
  rows: m.nodes,
  total: m.totalCount,
  hasNext: m.pageInfo.hasNextPage,
  end: m.pageInfo.endCursor,
});

/** The answer to a demand: how it was read, and who fits. */
export function Results({ state, change }: { state: MatchState; change: Change }) {
  const t = useTexts(text);
  const nameOf = useNames();
  const variables = { ...askingOf(state), first: page, after: null };
  const pages = usePages(MatchPartnersDocument, variables, read);
  return (
    <Answer asked={pages.asked}>
      {({ matchPartners: m }) => {
        const demand = [m.demand.entity && nameOf(m.demand.entity), state.text].filter(Boolean).join(t.and);
        return (
          <div className={style.results} aria-busy={pages.asked.state.fetching}>
            <Reading
              reading={m.demand}
              onRemove={() => {
                change({ demand: '', picked: [], open: [] });
              }}
            />
            {state.picked.length > 1 && <Compare state={state} change={change} />}
            {m.nodes.length === 0 ? (
              <Nobody why={m.nobody} state={state} change={change} />
            ) : (
              <>
                <Consortium consortium={m.consortium} />
                <section aria-labelledby="match-partners">
                  <Group justify="space-between">
                    <Title order={2} size="h5" id="match-partners">
                      {t.title(m.totalCount)}
                    </Title>
                    <Group gap="xs">
                      <ListExport state={state} demand={demand} />
                      <QueryBehind question={MatchPartnersDocument} variables={variables} />
                    </Group>
                  </Group>
                  {m.truncated && (
                    <Text size="sm" c="dimmed" role="note">
                      {t.truncated}
                    </Text>
                  )}
                  <ol className={style.cards}>
                    {pages.rows.map((match) => (
                      <PartnerCard key={match.partner.id} match={match} state={state} change={change} demand={demand} />
                    ))}
                  </ol>
                  <More pages={pages} />
                </section>
              </>
            )}
            <Picked state={state} change={change} />
          </div>
        );
      }}
    </Answer>
  );
}

function Picked({ state, change }: { state: MatchState; change: Change }) {
  const t = useTexts(text);
  if (state.picked.length === 0) return null;
  return (
    <div className={style.picked} role="status">
      <Text size="sm">{t.picked(state.picked.length)}</Text>
      {state.picked.length === 1 ? (
        <Text size="sm" c="dimmed">
          {t.one}
        </Text>
      ) : (
        <Button
          size="compact-sm"
          onClick={() => {
            const heading = document.getElementById('match-compare');
            heading?.scrollIntoView({ block: 'start' });
            heading?.focus({ preventScroll: true });
          }}
        >
          {t.look}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => {
          change({ picked: [] });
        }}
      >
        {t.clear}
      </Button>
    </div>
  );
}

/** The whole list as a file, with the sources of all reasons; they are asked for page by page. */
function ListExport({ state, demand }: { state: MatchState; demand: string }) {
  const t = useTexts(text);
  const ask = useAskOnce();
  const book = useMatchBook();
  const collect = async (progress: Progress) => {
    let generation: MatchExportQuery['generation'] = { number: 0, loadedAt: null }; // before the first page
    const page = async (after: string | null): Promise<[Exported[], MatchExportQuery['matchPartners']]> => {
      const got = await ask(MatchExportDocument, { ...askingOf(state), first: exportPage, after });
      generation = got.generation;
      return [got.matchPartners.nodes.map((match) => ({ demand, match })), got.matchPartners];
    };
    const { rows, total } = await collectPages(page, mostExported, progress);
    return book(rows, { name: t.name(demand), generation, total });
  };
  return <ExportButtons what={t.what} collect={collect} />;
}
