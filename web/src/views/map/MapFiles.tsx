import { Group } from '@mantine/core';
import type { RefObject } from 'react';
import { MapExportDocument, type MapExportQuery, type MapQueryVariables } from '../../gql/graphql';
import { useAskOnce } from '../../shared/api/ask';
import { useAbout, useAboutLines } from '../../shared/export/about';
import type { Book, Cell } from '../../shared/export/book';
import { collectPages } from '../../shared/export/collect';
import { ExportButtons, type Progress } from '../../shared/export/ExportButtons';
import { pictureOf, type Picture } from '../../shared/export/picture';
import { PictureButtons } from '../../shared/export/PictureButtons';
import { citedAll, documentsOf } from '../../shared/export/source';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { useTieFiles } from '../../shared/ties/tieFiles';
import { cityOf, type PlaceOnMap } from './places';

type Node = MapExportQuery['entities']['nodes'][number];

const most = 5000; // fifty questions

const text = texts(
  {
    what: '地图',
    places: '各市数量',
    title: '长三角与山东各市的数量',
    city: '市',
    id: '编号',
    longitude: '经度',
    latitude: '纬度',
    count: '数量',
    clusters: '产业集群',
    ties: '与临沂的联系',
    documents: '出处文件',
    entries: '条目',
    name: '名称',
    kind: '类型',
    place: '所在地',
    status: '状态',
    sources: '出处',
    unplaced: '没有登记到市',
    legend: '圆：数量；六边形：产业集群；弧线：与临沂的联系（虚线：仅规划）。',
    cut: (n: number, of: number) => `条目只含前 ${n} 条，共 ${of} 条；请缩小筛选范围后再导出。`,
  },
  {
    what: 'map',
    places: 'Numbers by city',
    title: 'Numbers by city: Yangtze delta and Shandong',
    city: 'City',
    id: 'Id',
    longitude: 'Longitude',
    latitude: 'Latitude',
    count: 'Number',
    clusters: 'Clusters',
    ties: 'Ties to Linyi',
    documents: 'Documents',
    entries: 'Entries',
    name: 'Name',
    kind: 'Kind',
    place: 'Place',
    status: 'Status',
    sources: 'Sources',
    unplaced: 'in no known city',
    legend: 'Circles: numbers. Hexagons: clusters. Arcs: ties to Linyi (dashed: planned only).',
    cut: (n: number, of: number) => `Only the first ${n} of ${of} entries; narrow the filter and export again.`,
  },
);

type Props = {
  places: PlaceOnMap[];
  credits: string;
  variables: MapQueryVariables;
  svg: RefObject<SVGSVGElement | null>;
};

/** Asks for all that the map counts, page by page. */
function useEntries({ filter }: MapQueryVariables) {
  const ask = useAskOnce();
  return (progress: Progress) => {
    const page = async (after: string | null): Promise<[Node[], MapExportQuery['entities']]> => {
      const { entities } = await ask(MapExportDocument, { filter: filter ?? null, first: 100, after });
      return [entities.nodes, entities];
    };
    return collectPages(page, most, progress);
  };
}

/** The map as files: the picture as it is seen, and tables of places, entries and ties. */
export function MapFiles({ places, credits, variables, svg }: Props) {
  const t = useTexts(text);
  const nameOf = useNames();
  const words = useVocabulary();
  const about = useAbout();
  const lines = useAboutLines();
  const entries = useEntries(variables);
  const ties = useTieFiles();

  const collect = async (progress: Progress): Promise<Book> => {
    const { rows: nodes, total } = await entries(progress);
    const names = new Map(places.map((p) => [p.id, nameOf(p)]));
    const there = (place: string) => nodes.filter((n) => cityOf(n.region) === place);
    const place = (p: PlaceOnMap): Cell[] => [
      nameOf(p),
      p.id,
      p.longitude,
      p.latitude,
      p.count,
      p.clusters,
      p.ties.length,
      documentsOf(there(p.id).flatMap((n) => n.sources)).join('；'),
    ];
    const entry = (n: Node): Cell[] => [
      n.name,
      n.id,
      words.kind(n.kind),
      names.get(cityOf(n.region) ?? '') ?? t.unplaced,
      n.region && nameOf(n.region),
      n.status && words.status(n.status),
      citedAll(n.sources),
    ];
    const columns = (titles: string[]) =>
      titles.map((title) => ({
        title,
        width: [t.documents, t.sources].includes(title) ? 60 : title === t.name ? 34 : 14,
      }));
    return {
      name: t.what,
      about: await about([total > nodes.length ? t.cut(nodes.length, total) : '', credits].filter(Boolean).join(' ')),
      sheets: [
        {
          name: t.places,
          columns: columns([t.city, t.id, t.longitude, t.latitude, t.count, t.clusters, t.ties, t.documents]),
          rows: places.map(place),
        },
        {
          name: t.entries,
          columns: columns([t.name, t.id, t.kind, t.city, t.place, t.status, t.sources]),
          rows: nodes.map(entry),
        },
        ties.sheetOf(await ties.all()),
      ],
    };
  };

  const draw = async (): Promise<Picture> => {
    const { rows: nodes } = await entries(() => undefined);
    const below = [t.legend, ...(await lines(documentsOf(nodes.flatMap((n) => n.sources)))), credits];
    if (!svg.current) throw new Error('the map is gone');
    return pictureOf(svg.current, { title: t.title, legend: [], below });
  };

  return (
    <Group gap={0}>
      <ExportButtons what={t.what} collect={collect} />
      <PictureButtons what={t.what} draw={draw} />
    </Group>
  );
}
