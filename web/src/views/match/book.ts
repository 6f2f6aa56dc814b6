import type { ExportedMatchFragment } from '../../gql/graphql';
import { useAboutOf } from '../../shared/export/about';
import type { Book, Cell, Sheet } from '../../shared/export/book';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { useEvidenceSheet } from './evidenceSheet';
import { components } from './state';
import { useMatchWords } from './words';

const text = texts(
  {
    partners: '合作方',
    demand: '需求',
    rank: '名次',
    partner: '合作方',
    english: '英文名',
    kind: '类型',
    region: '所在地',
    distance: '距离（公里）',
    score: '得分',
    for: '推荐理由',
    against: '不利因素',
    sources: '出处',
    cut: (n: number, of: number) => `只含前 ${n} 家，共 ${of} 家。`,
    caution: '得分是对依据的排序，不是对单位的评价；依据以原文为准。',
  },
  {
    partners: 'Partners',
    demand: 'Demand',
    rank: 'Rank',
    partner: 'Partner',
    english: 'English name',
    kind: 'Kind',
    region: 'Place',
    distance: 'Distance (km)',
    score: 'Score',
    for: 'Reasons for',
    against: 'Reasons against',
    sources: 'Sources',
    cut: (n: number, of: number) => `Only the first ${n} of ${of}. `,
    caution: 'A score orders the evidence; it does not rate an organization. The sources have the last word.',
  },
);

/** A partner to export; last: the cells of the last columns. */
export type Exported = { demand: string; match: ExportedMatchFragment; last?: Cell[] };

type Extra = {
  name: string;
  generation: { number: number; loadedAt: string | null };
  /** How many there are in all, where that is known. */
  total?: number;
  lastColumns?: string[];
};

/** Lays out partners with the sources of all reasons: a sheet of partners, one of evidence. */
export function useMatchBook() {
  const t = useTexts(text);
  const nameOf = useNames();
  const words = useVocabulary();
  const matchWords = useMatchWords();
  const evidence = useEvidenceSheet();
  const about = useAboutOf();

  const partner = ({ demand, match: m, last = [] }: Exported): Cell[] => [
    demand,
    m.rank,
    m.partner.name,
    m.partner.nameEn,
    words.kind(m.partner.kind),
    m.region && nameOf(m.region),
    m.distance === null ? null : Math.round(m.distance),
    Number(m.score.toFixed(3)),
    ...components.map((c) => Number((m.components.find((p) => p.name === c)?.value ?? 0).toFixed(3))),
    evidence.sentences(m.reasonsFor),
    evidence.sentences(m.reasonsAgainst),
    evidence.sources(m.reasonsFor),
    ...last,
  ];

  return (rows: Exported[], { name, generation, total = rows.length, lastColumns = [] }: Extra): Book => {
    const partners: Sheet = {
      name: t.partners,
      columns: [
        { title: t.demand, width: 28 },
        { title: t.rank, width: 6 },
        { title: t.partner, width: 28 },
        { title: t.english, width: 28 },
        { title: t.kind },
        { title: t.region },
        { title: t.distance, width: 10 },
        { title: t.score, width: 8 },
        ...components.map((c) => ({ title: matchWords.component(c), width: 10 })),
        { title: t.for, width: 60 },
        { title: t.against, width: 40 },
        { title: t.sources, width: 60 },
        ...lastColumns.map((title) => ({ title, width: 30 })),
      ],
      rows: rows.map(partner),
    };
    const lines = rows.map(({ demand, match: m }) => ({
      cells: [demand, m.rank, m.partner.name],
      reasons: m.reasonsFor,
    }));
    return {
      name,
      about: about(generation, total > rows.length ? t.cut(rows.length, total) + t.caution : t.caution),
      sheets: [partners, evidence.sheet([t.demand, t.rank, t.partner], lines)],
    };
  };
}
