import { GapExportDocument, type GapExportQuery, type GapListQueryVariables } from '../../gql/graphql';
import { useAskOnce } from '../../shared/api/ask';
import { useAbout } from '../../shared/export/about';
import type { Book, Cell } from '../../shared/export/book';
import { collectPages } from '../../shared/export/collect';
import type { Progress } from '../../shared/export/ExportButtons';
import { citedAll } from '../../shared/export/source';
import { useLanguage, useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { routeText, severityText } from './words';

type Edge = GapExportQuery['gaps']['edges'][number];

const page = 10;
/** Suppliers of each side that a file names, the strongest first. */
const suppliers = 5;
const most = 500;

const text = texts(
  {
    name: '供需缺口清单',
    need: '需求',
    id: '编号',
    kind: '类型',
    severity: '缺口程度',
    demand: '需求数',
    home: '本地供给',
    partner: '长三角供给',
    planned: '本地规划或在建',
    elsewhere: '其他地区供给',
    reason: '判断',
    sources: '出处',
    suppliers: '供给方与出处',
    region: '区域',
    supplier: '供给方',
    route: '依据',
    strength: '强度',
    cut: (n: number, of: number) => `只含前 ${n} 项，共 ${of} 项。`,
    few: (n: number) => `每一方最多列出 ${n} 个最强的供给方。`,
    low: '有的条目关系太多，没有全部读到，数字可能偏低。',
  },
  {
    name: 'Gaps',
    need: 'Need',
    id: 'Id',
    kind: 'Kind',
    severity: 'Severity',
    demand: 'Demand',
    home: 'Supply at home',
    partner: 'Supply in the Yangtze delta',
    planned: 'Planned or being built at home',
    elsewhere: 'Supply elsewhere',
    reason: 'Judgement',
    sources: 'Sources',
    suppliers: 'Suppliers and sources',
    region: 'Region',
    supplier: 'Supplier',
    route: 'Ground',
    strength: 'Strength',
    cut: (n: number, of: number) => `Only the first ${n} of ${of}. `,
    few: (n: number) => `At most the ${n} strongest suppliers of each side. `,
    low: 'Something has more relations than were read: figures may be too low.',
  },
);

/** Collects the gaps of a filter for a file: a sheet of gaps, one of suppliers, both with sources. */
export function useGapsBook(filter: GapListQueryVariables['filter']) {
  const ask = useAskOnce();
  const about = useAbout();
  const t = useTexts(text);
  const { language } = useLanguage();
  const nameOf = useNames();
  const words = useVocabulary();
  const severities = useTexts(severityText);
  const routes = useTexts(routeText);

  const gap = ({ node, severity, demand, home, partner, planned, elsewhere, reason }: Edge): Cell[] => [
    nameOf(node),
    node.id,
    words.kind(node.kind),
    severities[severity],
    demand,
    home.count,
    partner.count,
    planned,
    elsewhere,
    reason[language],
    citedAll(node.sources),
  ];
  const supply = ({ node, home, partner }: Edge): Cell[][] =>
    [home, partner].flatMap((side) =>
      side.suppliers.map((s) => [
        nameOf(node),
        nameOf(side.region),
        nameOf(s.entity),
        s.entity.id,
        words.kind(s.entity.kind),
        routes[s.route],
        Number(s.strength.toFixed(3)),
        s.reason[language],
        citedAll(s.steps.flatMap((step) => step.sources)),
      ]),
    );

  const bookOf = async (edges: Edge[], total: number, truncated: boolean): Promise<Book> => {
    const note = (edges.length < total ? t.cut(edges.length, total) : '') + t.few(suppliers) + (truncated ? t.low : '');
    const [first, second] = [
      [t.need, t.id, t.kind, t.severity, t.demand, t.home, t.partner, t.planned, t.elsewhere, t.reason, t.sources],
      [t.need, t.region, t.supplier, t.id, t.kind, t.route, t.strength, t.reason, t.sources],
    ];
    const columns = (titles: string[]) =>
      titles.map((title) => ({
        title,
        width: title === t.reason || title === t.sources ? 60 : title === t.need || title === t.supplier ? 30 : 14,
      }));
    return {
      name: t.name,
      about: await about(note),
      sheets: [
        { name: t.name, columns: columns(first), rows: edges.map(gap) },
        { name: t.suppliers, columns: columns(second), rows: edges.flatMap(supply) },
      ],
    };
  };

  return async (progress: Progress): Promise<Book> => {
    let truncated = false;
    const pageOf = async (after: string | null): Promise<[Edge[], GapExportQuery['gaps']]> => {
      const { gaps } = await ask(GapExportDocument, { filter, page, after, first: suppliers });
      truncated ||= gaps.truncated;
      return [gaps.edges, gaps];
    };
    const { rows, total } = await collectPages(pageOf, most, progress);
    return bookOf(rows, total, truncated);
  };
}
