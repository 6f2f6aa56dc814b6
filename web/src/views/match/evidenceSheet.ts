import type { EntityNameFragment, SourcePartsFragment, StepPartsFragment } from '../../gql/graphql';
import type { Cell, Sheet } from '../../shared/export/book';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { useMatchWords } from './words';

const text = texts(
  {
    evidence: '依据与出处',
    reason: '理由',
    path: '证据路径',
    step: '环节',
    document: '文件',
    locator: '位置',
    date: '日期',
    known: '依据方式',
    certainty: '可信度',
    link: '链接',
  },
  {
    evidence: 'Evidence and sources',
    reason: 'Reason',
    path: 'Path',
    step: 'Step',
    document: 'Document',
    locator: 'Place in it',
    date: 'Date',
    known: 'How known',
    certainty: 'How sure',
    link: 'Link',
  },
);

type Reason = {
  sentence: { zh: string; en: string };
  evidence: { path: { start: EntityNameFragment; steps: StepPartsFragment[] } }[];
};

/** A line of the list that the sheet belongs to: its first cells, and why it stands there. */
export type Reasoned = { cells: Cell[]; reasons: Reason[] };

/** Lays out the paths that reasons rest on: one row for each source of each step. */
export function useEvidenceSheet() {
  const t = useTexts(text);
  const nameOf = useNames();
  const words = useVocabulary();
  const matchWords = useMatchWords();

  const link = (near: string, step: StepPartsFragment) => {
    const name = words.relation(step.relation);
    const far = nameOf(step.node);
    return step.direction === 'OUT' ? `${near} –${name}→ ${far}` : `${near} ←${name}– ${far}`;
  };

  const rows = ({ cells, reasons }: Reasoned): Cell[][] =>
    reasons.flatMap((r) =>
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
            ...cells,
            matchWords.sentence(r.sentence),
            whole,
            [links[i], words.strength(step.strength), step.year, step.status && words.status(step.status)]
              .filter(Boolean)
              .join(' · '),
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

  /** titles: of the first cells. */
  const sheet = (titles: string[], lines: Reasoned[]): Sheet => {
    const own = [t.reason, t.path, t.step, t.document, t.locator, t.date, t.known, t.certainty, t.link];
    return {
      name: t.evidence,
      columns: [
        ...titles.map((title) => ({ title, width: 14 })),
        ...own.map((title, i) => ({ title, width: i < 4 ? 36 : 14 })),
      ],
      rows: lines.flatMap(rows),
    };
  };

  const source = (s: SourcePartsFragment) =>
    [s.document?.title, s.locator, s.date ?? s.document?.date, words.known(s.known), s.document?.url]
      .filter(Boolean)
      .join('，');

  return {
    sheet,
    sentences: (reasons: Pick<Reason, 'sentence'>[]) => reasons.map((r) => matchWords.sentence(r.sentence)).join('\n'),
    /** The surest source of each step that the reasons rest on, each once. */
    sources: (reasons: Reason[]) => {
      const steps = reasons.flatMap((r) => r.evidence.flatMap((e) => e.path.steps));
      return [...new Set(steps.flatMap((s) => s.sources.slice(0, 1).map(source)))].join('\n');
    },
    source,
  };
}
