import type { ExportedMatchFragment, SourcePartsFragment, StepPartsFragment } from '../../gql/graphql';
import type { Book, Cell, Sheet } from '../../shared/export/book';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { components } from './state';
import { useMatchWords } from './words';

const text = texts(
  {
    partners: '合作方',
    evidence: '依据与出处',
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
    reason: '理由',
    path: '证据路径',
    step: '环节',
    document: '文件',
    locator: '位置',
    date: '日期',
    known: '依据方式',
    certainty: '可信度',
    link: '链接',
    made: '导出时间',
    data: '数据版本',
    version: (n: number, loaded: string) => `${n}（${loaded} 载入）`,
    address: '本页链接',
    note: '说明',
    cut: (n: number, of: number) => `只含前 ${n} 家，共 ${of} 家。`,
    caution: '得分是对依据的排序，不是对单位的评价；依据以原文为准。',
  },
  {
    partners: 'Partners',
    evidence: 'Evidence and sources',
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
    reason: 'Reason',
    path: 'Path',
    step: 'Step',
    document: 'Document',
    locator: 'Place in it',
    date: 'Date',
    known: 'How known',
    certainty: 'How sure',
    link: 'Link',
    made: 'Exported',
    data: 'Version of the data',
    version: (n: number, loaded: string) => `${n} (loaded ${loaded})`,
    address: 'Link to this page',
    note: 'Note',
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

  const source = (s: SourcePartsFragment) =>
    [s.document?.title, s.locator, s.date ?? s.document?.date, words.known(s.known), s.document?.url]
      .filter(Boolean)
      .join('，');
  const sentences = (reasons: { sentence: { zh: string; en: string } }[]) =>
    reasons.map((r) => matchWords.sentence(r.sentence)).join('\n');
  const stepsOf = (m: ExportedMatchFragment) => m.reasonsFor.flatMap((r) => r.evidence.flatMap((e) => e.path.steps));

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
    sentences(m.reasonsFor),
    sentences(m.reasonsAgainst),
    [...new Set(stepsOf(m).flatMap((s) => s.sources.slice(0, 1).map(source)))].join('\n'),
    ...last,
  ];

  const link = (near: string, step: StepPartsFragment) => {
    const name = words.relation(step.relation);
    const far = nameOf(step.node);
    return step.direction === 'OUT' ? `${near} –${name}→ ${far}` : `${near} ←${name}– ${far}`;
  };

  const evidence = ({ demand, match: m }: Exported): Cell[][] =>
    m.reasonsFor.flatMap((r) =>
      r.evidence.flatMap(({ path }) => {
        let near = nameOf(path.start);
        const links = path.steps.map((step) => {
          const said = link(near, step);
          near = nameOf(step.node);
          return said;
        });
        const whole = [nameOf(path.start), ...path.steps.map((s) => nameOf(s.node))].join(' — ');
        return path.steps.flatMap((step, i) =>
          step.sources.map((s) => [
            demand,
            m.rank,
            m.partner.name,
            matchWords.sentence(r.sentence),
            whole,
            [links[i], step.strength, step.year, step.status && words.status(step.status)].filter(Boolean).join(' · '),
            s.document?.title ?? null,
            s.locator,
            s.date ?? s.document?.date ?? null,
            words.known(s.known),
            words.certainty(s.certainty),
            s.document?.url ?? null,
          ]),
        );
      }),
    );

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
    const titles = [t.demand, t.rank, t.partner, t.reason, t.path, t.step, t.document, t.locator, t.date];
    const known = [t.known, t.certainty, t.link];
    return {
      name,
      about: [
        [t.made, new Date().toISOString()],
        [t.data, t.version(generation.number, generation.loadedAt?.slice(0, 10) ?? '–')],
        [t.address, location.href],
        [t.note, total > rows.length ? t.cut(rows.length, total) + t.caution : t.caution],
      ],
      sheets: [
        partners,
        {
          name: t.evidence,
          columns: [...titles, ...known].map((title, i) => ({ title, width: i >= 3 && i < 7 ? 36 : 14 })),
          rows: rows.flatMap(evidence),
        },
      ],
    };
  };
}
