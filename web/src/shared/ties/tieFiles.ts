import { TiesDocument, TieSourcesDocument, type SourcePartsFragment } from '../../gql/graphql';
import { useAskOnce } from '../api/ask';
import { useAbout, useAboutLines } from '../export/about';
import type { Book, Cell, Sheet } from '../export/book';
import { citedAll, documentsOf } from '../export/source';
import { useTexts } from '../i18n/language';
import { useNames } from '../i18n/names';
import { texts } from '../i18n/texts';
import { useVocabulary } from '../i18n/vocabulary';
import { tiesOf, tiesVariables, tieTypes, type Tie } from './ties';

const text = texts(
  {
    name: '临沂与外地的联系',
    here: '本地单位',
    relation: '关系',
    far: '外地单位',
    id: '外地单位编号',
    kind: '类型',
    place: '所在地',
    province: '省份',
    year: '年份',
    status: '状态',
    planned: '仅规划',
    real: '已有',
    sources: '出处',
    cut: '联系太多，没有全部读到。',
  },
  {
    name: 'Ties of Linyi to elsewhere',
    here: 'Body at home',
    relation: 'Relation',
    far: 'Body elsewhere',
    id: 'Id of it',
    kind: 'Kind',
    place: 'Place',
    province: 'Province',
    year: 'Year',
    status: 'Status',
    planned: 'planned only',
    real: 'reported',
    sources: 'Sources',
    cut: 'There are more ties than were read.',
  },
);

/** Ties with their sources, by relation. */
type Cited = { ties: Tie[]; cut: boolean; sources: Map<string, SourcePartsFragment[]> };

/** The ties of home to elsewhere, for files; their sources are asked for then. */
export function useTieFiles() {
  const ask = useAskOnce();
  const about = useAbout();
  const lines = useAboutLines();
  const t = useTexts(text);
  const nameOf = useNames();
  const words = useVocabulary();
  const all = async (): Promise<Cited> => {
    const { ties, cut } = tiesOf(await ask(TiesDocument, tiesVariables));
    const sources: Cited['sources'] = new Map();
    for (const relation of tieTypes) {
      const { entities } = await ask(TieSourcesDocument, { ...tiesVariables, relation });
      for (const { relations } of entities.nodes)
        for (const edge of relations.edges) sources.set(edge.relationId, edge.sources);
    }
    return { ties, cut, sources };
  };

  // The edge leads from the far body to that at home.
  const row = ({ id, edge, far, province, planned }: Tie, { sources }: Cited): Cell[] => [
    nameOf(edge.node),
    words.relation(edge.relation, edge.direction),
    nameOf(far),
    far.id,
    words.kind(far.kind),
    far.region && nameOf(far.region),
    province && nameOf(province),
    edge.year,
    planned ? t.planned : t.real,
    citedAll(sources.get(id) ?? []),
  ];
  const sheetOf = (cited: Cited): Sheet => ({
    name: t.name,
    columns: [t.here, t.relation, t.far, t.id, t.kind, t.place, t.province, t.year, t.status, t.sources].map(
      (title) => ({ title, width: title === t.sources ? 60 : title === t.here || title === t.far ? 30 : 14 }),
    ),
    rows: cited.ties.map((tie) => row(tie, cited)),
  });

  return {
    all,
    sheetOf,
    collect: async (): Promise<Book> => {
      const cited = await all();
      return { name: t.name, about: await about(cited.cut ? t.cut : ''), sheets: [sheetOf(cited)] };
    },
    about: async () => {
      const { cut, sources } = await all();
      return lines(documentsOf([...sources.values()].flat()), cut ? t.cut : '');
    },
  };
}
