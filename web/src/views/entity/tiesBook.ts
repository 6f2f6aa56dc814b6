import { MoreTiesDocument, type TiesFragment } from '../../gql/graphql';
import { useAskOnce } from '../../shared/api/ask';
import { useAbout } from '../../shared/export/about';
import type { Book } from '../../shared/export/book';
import { collectPages } from '../../shared/export/collect';
import type { Progress } from '../../shared/export/ExportButtons';
import { citedAll } from '../../shared/export/source';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';

const text = texts(
  {
    name: (entity: string) => `${entity}的关系`,
    sheet: '关系',
    relation: '关系',
    far: '对方',
    kind: '类型',
    region: '区域',
    label: '原文说法',
    strength: '强度',
    value: '数值',
    year: '年份',
    status: '状态',
    weight: '权重',
    sources: '来源',
    known: '依据',
    id: '编号',
    cut: (n: number, of: number) => `只含前 ${n} 条，共 ${of} 条。`,
  },
  {
    name: (entity: string) => `Relations of ${entity}`,
    sheet: 'Relations',
    relation: 'Relation',
    far: 'With',
    kind: 'Kind',
    region: 'Region',
    label: 'Label',
    strength: 'Strength',
    value: 'Value',
    year: 'Year',
    status: 'Status',
    weight: 'Weight',
    sources: 'Sources',
    known: 'How known',
    id: 'Id',
    cut: (n: number, of: number) => `Only the first ${n} of ${of}. `,
  },
);

const columns = [
  ['relation', 16],
  ['far', 40],
  ['kind', 12],
  ['region', 12],
  ['label', 20],
  ['strength', 10],
  ['value', 12],
  ['year', 8],
  ['status', 10],
  ['weight', 8],
  ['sources', 60],
  ['known', 20],
  ['id', 30],
] as const;

type Tie = TiesFragment['edges'][number];
// Of what is no longer there.
const none: TiesFragment = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };

/** At most this many relations in one file: fifty questions. */
const most = 5000;

/** Collects all relations of an entity for a file, with their sources. */
export function useTiesBook(entity: { id: string; name: string; nameEn: string | null }) {
  const ask = useAskOnce();
  const about = useAbout();
  const t = useTexts(text);
  const words = useVocabulary();
  const nameOf = useNames();
  const cells = (tie: Tie) => [
    words.relation(tie.relation, tie.direction),
    nameOf(tie.node),
    words.kind(tie.node.kind),
    tie.node.region && nameOf(tie.node.region),
    tie.label,
    words.strength(tie.strength),
    tie.value === null ? null : `${tie.value} ${tie.unit ?? ''}`.trim(),
    tie.year,
    tie.status && words.status(tie.status),
    tie.weight,
    citedAll(tie.sources),
    [...new Set(tie.sources.map((s) => `${words.known(s.known)} · ${words.certainty(s.certainty)}`))].join('\n'),
    tie.node.id,
  ];
  return async (progress: Progress): Promise<Book> => {
    const page = async (after: string | null): Promise<[Tie[], TiesFragment]> => {
      const { node } = await ask(MoreTiesDocument, { id: entity.id, filter: {}, first: 100, after });
      if (!node || !('relations' in node)) return [[], none];
      return [node.relations.edges, node.relations];
    };
    const { rows: ties, total } = await collectPages(page, most, progress);
    return {
      name: t.name(nameOf(entity)),
      about: await about(ties.length < total ? t.cut(ties.length, total) : ''),
      sheets: [
        {
          name: t.sheet,
          columns: columns.map(([key, width]) => ({ title: t[key], width })),
          rows: ties.map(cells),
        },
      ],
    };
  };
}
