import { ListDocument, type ListQuery, type ListQueryVariables } from '../../gql/graphql';
import { useAskOnce } from '../../shared/api/ask';
import { useAbout } from '../../shared/export/about';
import type { Book } from '../../shared/export/book';
import { collectPages } from '../../shared/export/collect';
import type { Progress } from '../../shared/export/ExportButtons';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary, type Vocabulary } from '../../shared/i18n/vocabulary';
import { columnText, type Row } from './columns';

const text = texts(
  {
    name: '列表',
    all: (n: number) => `${n} 条，全部`,
    cut: (n: number, of: number) => `只含前 ${n} 条，共 ${of} 条；请缩小筛选范围后再导出`,
    link2: '来源链接',
    known: '依据',
  },
  {
    name: 'List',
    all: (n: number) => `${n}, all of them`,
    cut: (n: number, of: number) => `the first ${n} of ${of} only; narrow the filter and export again`,
    link2: 'Link of the source',
    known: 'How known',
  },
);

/** At most this many rows in one file: fifty questions. */
export const mostRows = 5000;

const join = (all: (string | null | undefined | false)[], by: string) => all.filter(Boolean).join(by);

const cells = (row: Row, words: Vocabulary) => [
  row.name,
  words.kind(row.kind),
  row.region?.name ?? null,
  join(
    row.fields.map((f) => f.name),
    '；',
  ),
  row.status ? words.status(row.status) : null,
  row.statusDate,
  join(
    row.sources.map((s) => join([s.document?.title, s.locator, s.document?.date && `(${s.document.date})`], ' ')),
    '；',
  ),
  join(
    row.sources.map((s) => s.document?.url),
    ' ',
  ),
  row.sources[0] ? `${words.known(row.sources[0].known)} · ${words.certainty(row.sources[0].certainty)}` : null,
  row.nameEn,
  row.aliases.join('；'),
  row.id,
];

/** Makes a file of rows, of total, with their sources, the date and the link. */
export function useRowsBook() {
  const about = useAbout();
  const t = useTexts(text);
  const c = useTexts(columnText);
  const words = useVocabulary();
  return async (rows: Row[], total: number, name = t.name): Promise<Book> => {
    const titles = [
      c.name,
      c.kind,
      c.region,
      c.fields,
      c.status,
      c.statusDate,
      c.source,
      t.link2,
      t.known,
      c.nameEn,
      c.aliases,
      c.id,
    ];
    const widths = [40, 12, 12, 30, 10, 12, 50, 40, 20, 30, 30, 30];
    return {
      name,
      about: await about(rows.length < total ? t.cut(rows.length, total) : t.all(total)),
      sheets: [
        {
          name,
          columns: titles.map((title, i) => ({ title, width: widths[i] ?? 20 })),
          rows: rows.map((row) => cells(row, words)),
        },
      ],
    };
  };
}

/** Collects all rows of a list for a file. */
export function useListBook(variables: Pick<ListQueryVariables, 'filter' | 'orderBy'>, name?: string) {
  const ask = useAskOnce();
  const bookOf = useRowsBook();
  return async (progress: Progress): Promise<Book> => {
    const page = async (after: string | null): Promise<[Row[], ListQuery['entities']]> => {
      const { entities } = await ask(ListDocument, { ...variables, first: 100, after });
      return [entities.nodes, entities];
    };
    const { rows, total } = await collectPages(page, mostRows, progress);
    return bookOf(rows, total, name);
  };
}
