import { MatchDemandsDocument, type MatchDemandsQuery } from '../../gql/graphql';
import { useAskOnce } from '../../shared/api/ask';
import { useAbout } from '../../shared/export/about';
import type { Book, Cell, Sheet } from '../../shared/export/book';
import { collectPages } from '../../shared/export/collect';
import type { Progress } from '../../shared/export/ExportButtons';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { useEvidenceSheet } from '../match/evidenceSheet';
import { components } from '../match/state';
import { useMatchWords } from '../match/words';
import type { Fit } from './DemandCard';
import type { AskingDemands } from './state';

const page = 8; // more would cost more than the API allows
/** A file holds at most so many demands; there are seldom more. */
const most = 400;

const text = texts(
  {
    name: (partner: string) => `适合${partner}的需求`,
    demands: '需求',
    partner: '合作方',
    rank: '名次',
    demand: '需求',
    id: '编号',
    kind: '类型',
    status: '状态',
    region: '所在地',
    place: '需求出处',
    score: '得分',
    for: '推荐理由',
    against: '不利因素',
    sources: '理由出处',
    cut: (n: number, of: number) => `只含前 ${n} 项，共 ${of} 项。`,
    caution: '得分是对依据的排序，不是对单位的评价；依据以原文为准。',
  },
  {
    name: (partner: string) => `Demands for ${partner}`,
    demands: 'Demands',
    partner: 'Partner',
    rank: 'Rank',
    demand: 'Demand',
    id: 'Id',
    kind: 'Kind',
    status: 'Status',
    region: 'Place',
    place: 'Where the demand stands',
    score: 'Score',
    for: 'Reasons for',
    against: 'Reasons against',
    sources: 'Sources of the reasons',
    cut: (n: number, of: number) => `Only the first ${n} of ${of}. `,
    caution: 'A score orders the evidence; it does not rate an organization. The sources have the last word.',
  },
);

/** Collects the demands that a partner fits for a file: a sheet of demands, one of evidence. */
export function useDemandsBook(asking: AskingDemands, partner: string) {
  const ask = useAskOnce();
  const about = useAbout();
  const t = useTexts(text);
  const nameOf = useNames();
  const words = useVocabulary();
  const matchWords = useMatchWords();
  const evidence = useEvidenceSheet();

  const cells = ({ rank, score, demand, components: parts, reasonsFor, reasonsAgainst }: Fit): Cell[] => [
    partner,
    rank,
    nameOf(demand),
    demand.id,
    words.kind(demand.kind),
    demand.status && words.status(demand.status),
    demand.region && nameOf(demand.region),
    demand.sources.map(evidence.source).join('\n'),
    Number(score.toFixed(3)),
    ...components.map((c) => Number((parts.find((p) => p.name === c)?.value ?? 0).toFixed(3))),
    evidence.sentences(reasonsFor),
    evidence.sentences(reasonsAgainst),
    evidence.sources([...reasonsFor, ...reasonsAgainst]),
  ];

  const bookOf = async (fits: Fit[], total: number): Promise<Book> => {
    const demands: Sheet = {
      name: t.demands,
      columns: [
        { title: t.partner, width: 24 },
        { title: t.rank, width: 6 },
        { title: t.demand, width: 32 },
        { title: t.id, width: 20 },
        { title: t.kind },
        { title: t.status, width: 10 },
        { title: t.region },
        { title: t.place, width: 40 },
        { title: t.score, width: 8 },
        ...components.map((c) => ({ title: matchWords.component(c), width: 10 })),
        { title: t.for, width: 60 },
        { title: t.against, width: 40 },
        { title: t.sources, width: 60 },
      ],
      rows: fits.map(cells),
    };
    const lines = fits.map((f) => ({
      cells: [partner, f.rank, nameOf(f.demand)],
      reasons: [...f.reasonsFor, ...f.reasonsAgainst],
    }));
    return {
      name: t.name(partner),
      about: await about(total > fits.length ? t.cut(fits.length, total) + t.caution : t.caution),
      sheets: [demands, evidence.sheet([t.partner, t.rank, t.demand], lines)],
    };
  };

  return async (progress: Progress): Promise<Book> => {
    const pageOf = async (after: string | null): Promise<[Fit[], MatchDemandsQuery['matchDemands']]> => {
      const { matchDemands } = await ask(MatchDemandsDocument, { ...asking, first: page, after });
      return [matchDemands.nodes, matchDemands];
    };
    const { rows, total } = await collectPages(pageOf, most, progress);
    return bookOf(rows, total);
  };
}
