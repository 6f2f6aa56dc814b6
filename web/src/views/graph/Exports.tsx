import { Button, Menu } from '@mantine/core';
import type { RefObject } from 'react';
import { useLanguage, useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { download } from '../../shared/export/download';
import { asPng } from '../../shared/export/picture';
import { cited } from '../../shared/export/source';
import { lookOf } from '../../shared/kinds/look';
import type { Content, GraphEdge, GraphNode } from './content';
import { asCsv, asGraphMl, asSvg, type Sheet } from './files';
import type { Place } from './layout';
import { coloursOf } from './look';

const text = texts(
  {
    export: '导出',
    svg: '图片 SVG',
    png: '图片 PNG',
    csv: '表格 CSV（Excel 可打开）',
    graphml: 'GraphML（Gephi、yEd）',
    from: '起点',
    fromId: '起点编号',
    relation: '关系',
    label: '原文说法',
    to: '终点',
    toId: '终点编号',
    status: '状态',
    year: '年份',
    weight: '权重',
    sources: '来源',
    what: (names: string) => `科创图谱 · ${names}`,
    data: (loaded: string, now: string) => `数据载入于 ${loaded}，导出于 ${now}`,
    cites: (documents: string) => `来源：${documents}`,
    others: (n: number) => `等 ${n} 份文件`,
    link: (url: string) => `还原此图：${url}`,
    cut: (n: number, of: number) => `图中关系未显示完全：${n} / ${of}`,
  },
  {
    export: 'Export',
    svg: 'Picture, SVG',
    png: 'Picture, PNG',
    csv: 'Table, CSV (for Excel)',
    graphml: 'GraphML (Gephi, yEd)',
    from: 'from',
    fromId: 'from_id',
    relation: 'relation',
    label: 'label',
    to: 'to',
    toId: 'to_id',
    status: 'status',
    year: 'year',
    weight: 'weight',
    sources: 'sources',
    what: (names: string) => `innograph · ${names}`,
    data: (loaded: string, now: string) => `Data loaded ${loaded}, exported ${now}`,
    cites: (documents: string) => `Sources: ${documents}`,
    others: (n: number) => `and others, ${n} documents in all`,
    link: (url: string) => `This graph again: ${url}`,
    cut: (n: number, of: number) => `Not all relations are shown: ${n} of ${of}`,
  },
);

const citedInFull = 6;

type Props = {
  content: Content;
  shown: { nodes: GraphNode[]; edges: GraphEdge[] };
  place: (id: string) => Place;
  box: RefObject<HTMLElement | null>;
};

/** The picture as files, with its sources, its date and its link inside. */
export function Exports({ content, shown, place, box }: Props) {
  const t = useTexts(text);
  const words = useVocabulary();
  const name = useNames();
  const { language } = useLanguage();

  const about = () => {
    const locale = language === 'zh' ? 'zh-CN' : 'en';
    const roots = [...content.nodes.values()].filter((n) => n.by === null).map(name);
    const loaded = content.loadedAt ? new Date(content.loadedAt).toLocaleString(locale) : '–';
    const documents = [...new Set(shown.edges.flatMap((e) => e.sources.map((s) => cited({ ...s, locator: null }))))];
    const some =
      documents.slice(0, citedInFull).join('；') +
      (documents.length > citedInFull ? ` ${t.others(documents.length)}` : '');
    const cuts = content.opened.filter((o) => o.total > o.shown).map((o) => t.cut(o.shown, o.total));
    return [
      t.what(roots.join('、')),
      t.data(loaded, new Date().toLocaleString(locale)),
      t.cites(some),
      ...cuts,
      t.link(location.href),
    ];
  };
  const sheet = (): Sheet => ({
    ...shown,
    place,
    name,
    kind: (n) => words.kind(n.kind),
    relation: (e) => words.relation(e.relation),
    sign: (n) => lookOf(n.kind).sign[language === 'zh' ? 0 : 1],
    about: about(),
    columns: [t.from, t.fromId, t.relation, t.label, t.to, t.toId, t.status, t.year, t.weight, t.sources],
  });
  const picture = () => asSvg(sheet(), coloursOf(box.current ?? document.body));

  return (
    <Menu>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {t.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => {
            download(picture().svg, 'innograph.svg', 'image/svg+xml');
          }}
        >
          {t.svg}
        </Menu.Item>
        <Menu.Item
          onClick={() =>
            void asPng(picture()).then((blob) => {
              download(blob, 'innograph.png');
            })
          }
        >
          {t.png}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            download(asCsv(sheet()), 'innograph.csv', 'text/csv;charset=utf-8');
          }}
        >
          {t.csv}
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            download(asGraphMl(sheet()), 'innograph.graphml', 'application/xml');
          }}
        >
          {t.graphml}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
