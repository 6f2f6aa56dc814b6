import { Badge, Chip, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import { GapListDocument, type GapListQuery, type GapListQueryVariables, type GapSeverity } from '../../gql/graphql';
import { usePages, type Page } from '../../shared/api/usePages';
import { ExportButtons } from '../../shared/export/ExportButtons';
import { home, partnerRegion } from '../../shared/home';
import { Help } from '../../shared/help/Help';
import { useLanguage, useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { KindMark } from '../../shared/kinds/KindMark';
import { entityPath, matchPath } from '../../shared/paths';
import { Sources } from '../../shared/sources/Sources';
import { More } from '../../shared/ui/More';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer, Empty } from '../../shared/ui/States';
import { useGapsBook } from './gapsBook';
import { Summary } from './Summary';
import { allSeverities, needKinds, severityText, type NeedKind } from './words';
import style from './GapsView.module.css';

const text = texts(
  {
    what: '缺口清单',
    severity: '缺口程度',
    order: '空白最多的在前：缺口程度相同的，需求多、供给少的在前。',
    none: '没有这种程度的缺口',
    how: '请在上方选择另一种程度。',
    numbers: (demand: number, here: number, there: number) => `需求 ${demand} · 本地供给 ${here} · 长三角供给 ${there}`,
    kinds: '需求类型',
    desk: '找合作方',
    deskOf: (name: string) => `到对接台为“${name}”找合作方`,
    TECHNOLOGY_FIELD: '领域',
    KEY_PROJECT: '项目',
    INDUSTRY_CLUSTER: '集群',
    cut: '有的条目关系太多，没有全部读到，数字可能偏低。',
  },
  {
    what: 'the list of gaps',
    severity: 'Severity',
    order: 'The emptiest first; of the same severity, more demand and less supply first.',
    none: 'No gap is of this severity',
    how: 'Choose another one above.',
    numbers: (demand: number, here: number, there: number) =>
      `demand ${demand} · supply at home ${here} · in the Yangtze delta ${there}`,
    kinds: 'Needs',
    desk: 'Find partners',
    deskOf: (name: string) => `Find partners for ${name} at the match desk`,
    TECHNOLOGY_FIELD: 'Fields',
    KEY_PROJECT: 'Projects',
    INDUSTRY_CLUSTER: 'Clusters',
    cut: 'Something has more relations than were read; the figures may be too low.',
  },
);

type Edge = GapListQuery['gaps']['edges'][number];

const read = ({ gaps }: GapListQuery): Page<Edge> => ({
  rows: gaps.edges,
  total: gaps.totalCount,
  hasNext: gaps.pageInfo.hasNextPage,
  end: gaps.pageInfo.endCursor,
});

function Line({ edge }: { edge: Edge }) {
  const t = useTexts(text);
  const words = useTexts(severityText);
  const { language } = useLanguage();
  const nameOf = useNames();
  const { node } = edge;
  return (
    <li>
      <KindMark kind={node.kind} size={20} />{' '}
      <Link href={entityPath(node.id)} className={style.name}>
        {nameOf(node)}
      </Link>{' '}
      <Badge size="sm" variant="outline">
        {words[edge.severity]}
      </Badge>{' '}
      <Text span size="sm">
        {t.numbers(edge.demand, edge.home.count, edge.partner.count)}
      </Text>{' '}
      <Link href={matchPath(node.id)} aria-label={t.deskOf(nameOf(node))}>
        {t.desk}
      </Link>
      <Text size="sm" c="dimmed">
        {edge.reason[language]}
      </Text>
      <Sources sources={node.sources} />
    </li>
  );
}

type Props = { kind: NeedKind; severity: GapSeverity[]; set: (name: string, value: string) => void };

/** The gaps as a list, by severity, the worst first. */
export function GapList({ kind, severity, set }: Props) {
  const t = useTexts(text);
  const words = useTexts(severityText);
  const variables: GapListQueryVariables = {
    filter: { home, partner: partnerRegion, kinds: [kind], severity },
    first: 20,
    after: null,
  };
  const pages = usePages(GapListDocument, variables, read);
  const collect = useGapsBook(variables.filter);
  const counts = pages.asked.state.data?.gaps.bySeverity;
  return (
    <>
      <Group justify="space-between">
        <Group gap="xs" role="group" aria-label={t.kinds}>
          {needKinds.map((k) => (
            <Chip
              key={k}
              size="xs"
              type="radio"
              checked={k === kind}
              onChange={() => {
                set('need', k);
              }}
            >
              {t[k]}
            </Chip>
          ))}
        </Group>
        <Group gap="xs">
          <ExportButtons what={t.what} collect={collect} />
          <QueryBehind question={GapListDocument} variables={variables} />
        </Group>
      </Group>
      <Group gap="xs" role="group" aria-label={t.severity}>
        {allSeverities.map((s) => (
          <Chip
            key={s}
            size="xs"
            checked={severity.includes(s)}
            onChange={(on) => {
              set('severity', allSeverities.filter((x) => (x === s ? on : severity.includes(x))).join(','));
            }}
          >
            {words[s]} {counts?.find((c) => c.severity === s)?.count}
          </Chip>
        ))}
        <Help term="SEVERITY" />
      </Group>
      {counts && <Summary kind={kind} counts={counts} />}
      <Answer asked={pages.asked}>
        {({ gaps }) =>
          pages.rows.length === 0 ? (
            <Empty title={t.none}>{t.how}</Empty>
          ) : (
            <>
              <Text size="sm" c="dimmed">
                {t.order} {gaps.truncated && t.cut}
              </Text>
              <ol className={style.suppliers}>
                {pages.rows.map((e) => (
                  <Line key={e.node.id} edge={e} />
                ))}
              </ol>
              <More pages={pages} />
            </>
          )
        }
      </Answer>
    </>
  );
}
