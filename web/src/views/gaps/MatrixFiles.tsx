import { Group } from '@mantine/core';
import { useRef } from 'react';
import { GapGridDocument, type GapGridQueryVariables } from '../../gql/graphql';
import { useAskOnce } from '../../shared/api/ask';
import { useAbout, useAboutLines } from '../../shared/export/about';
import type { Book, Cell } from '../../shared/export/book';
import { ExportButtons } from '../../shared/export/ExportButtons';
import { framed, inksOf, type Picture } from '../../shared/export/picture';
import { PictureButtons } from '../../shared/export/PictureButtons';
import { citedAll, documentsOf } from '../../shared/export/source';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { legendOf, type GridRow, type Matrix, type Order } from './grid';
import { heatMap } from './heat';
import { severityText } from './words';

const text = texts(
  {
    what: '供需矩阵',
    title: '供需缺口：领域 × 区域的供给方数',
    field: '领域',
    id: '编号',
    severity: '缺口程度',
    supply: (region: string) => `${region} 供给`,
    demand: (region: string) => `${region} 需求`,
    need: (n: number) => `需${n}`,
    elsewhere: '其他地区供给',
    sources: '出处',
    note: '供给方数按强度下限统计，需求为本地的项目和集群；各供给方的理由与出处见“缺口清单”的导出。',
    cut: '有的条目关系太多，没有全部读到，数字可能偏低。',
    suppliers: (range: string) => `供给方 ${range}`,
    wanted: '橙框：有需求而没有供给',
  },
  {
    what: 'matrix of supply and demand',
    title: 'Gaps: suppliers by field and region',
    field: 'Field',
    id: 'Id',
    severity: 'Severity',
    supply: (region: string) => `${region}: supply`,
    demand: (region: string) => `${region}: demand`,
    need: (n: number) => `need ${n}`,
    elsewhere: 'Supply elsewhere',
    sources: 'Sources',
    note: 'Suppliers that are strong enough; demand counts projects and clusters. The list of gaps exports who supplies, why, and the sources.',
    cut: 'Something has more relations than were read: figures may be too low.',
    suppliers: (range: string) => `Suppliers: ${range}`,
    wanted: 'Orange frame: wanted, but nobody supplies it',
  },
);

type Props = { matrix: Matrix; rows: GridRow[]; order: Order; shown: number[]; variables: GapGridQueryVariables };

/** The matrix as it is shown, as files; the sources are asked for then. */
export function MatrixFiles({ matrix, rows, order, shown, variables }: Props) {
  const t = useTexts(text);
  const severities = useTexts(severityText);
  const nameOf = useNames();
  const ask = useAskOnce();
  const about = useAbout();
  const lines = useAboutLines();
  const here = useRef<HTMLDivElement>(null);
  const regions = shown.flatMap((i) => matrix.columns[i] ?? []);
  const note = t.note + (matrix.truncated ? t.cut : '');

  const sources = async () => {
    const { gapMatrix } = await ask(GapGridDocument, { ...variables, sources: true });
    return new Map(gapMatrix.rows.map((r) => [r.field.id, r.field.sources ?? []]));
  };

  const collect = async (): Promise<Book> => {
    const cited = await sources();
    const titles = [
      t.field,
      t.id,
      t.severity,
      ...regions.flatMap((r) => [t.supply(nameOf(r)), t.demand(nameOf(r))]),
      t.elsewhere,
      t.sources,
    ];
    const row = (r: GridRow): Cell[] => [
      nameOf(r.field),
      r.field.id,
      severities[r.severity],
      ...shown.flatMap((i) => [r.cells[i]?.supply ?? null, r.cells[i]?.demand ?? null]),
      r.elsewhere,
      citedAll(cited.get(r.field.id) ?? []),
    ];
    return {
      name: t.what,
      about: await about(note),
      sheets: [
        {
          name: t.what,
          columns: titles.map((title, i) => ({ title, width: i === 0 ? 28 : title === t.sources ? 60 : 12 })),
          rows: rows.map(row),
        },
      ],
    };
  };

  const draw = async (): Promise<Picture> => {
    const cited = await sources();
    const documents = documentsOf(rows.flatMap((r) => cited.get(r.field.id) ?? []));
    const inks = inksOf(here.current ?? document.body);
    const { svg, width, height } = heatMap({
      columns: [...regions.map(nameOf), t.elsewhere],
      rows: rows.map((r) => ({
        name: nameOf(r.field),
        sub: order === 'field' && r.field.level !== 'top',
        cells: shown.flatMap((i) => r.cells[i] ?? []),
        elsewhere: r.elsewhere,
      })),
      need: t.need,
      ink: inks.text,
    });
    const legend = legendOf().map(({ range, background }) => ({ word: t.suppliers(range), fill: background }));
    const below = [t.wanted, ...(await lines(documents, note))];
    return framed(svg, { width, height }, { title: t.title, legend, below }, inks);
  };

  return (
    <Group gap={0} ref={here}>
      <ExportButtons what={t.what} collect={collect} />
      <PictureButtons what={t.what} draw={draw} />
    </Group>
  );
}
