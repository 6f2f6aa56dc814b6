import { Anchor, Chip, Group, MultiSelect, Select, Stack, Text, Title } from '@mantine/core';
import { useRef } from 'react';
import { Link } from 'wouter';
import { MapDocument, TiesDocument, type Kind, type MapQueryVariables } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { Chips } from '../../shared/filter/Chips';
import { entityFilter, listPath } from '../../shared/filter/filter';
import { useFilter } from '../../shared/filter/useFilter';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { allKinds, useVocabulary } from '../../shared/i18n/vocabulary';
import { tiesOf, tiesVariables } from '../../shared/ties/ties';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer, Empty, Failure } from '../../shared/ui/States';
import { Chart } from './Chart';
import { Drawing, type Layers } from './Drawing';
import { MapFiles } from './MapFiles';
import { Nowhere } from './Nowhere';
import { PlacePanel } from './PlacePanel';
import { PlaceTable } from './PlaceTable';
import { placesOf, type PlaceOnMap } from './places';
import { placed } from './projection';
import { near } from './sight';
import { useSight } from './useSight';
import style from './MapView.module.css';

const text = texts(
  {
    title: '地图：长三角与山东',
    what: '圆的大小为各市的数量，六边形为产业集群，弧线为与临沂的联系（虚线：仅规划；不随筛选变化）。点圆或右侧的表查看；滚轮或按钮放大，拥挤处就会分开。',
    kinds: '只看这些类型',
    all: '全部类型',
    partners: '合作伙伴',
    ties: '联系',
    clusters: '产业集群',
    layers: '图层',
    list: '在列表中看',
    picture: '长三角与山东各市的数量；同样的内容见旁边的表格',
    find: '找城市',
    findHow: '如 苏州',
    noCity: '没有登记到这个市的条目',
    none: '没有符合条件、登记到市的条目',
    how: '请取消上方的某个筛选条件，或在列表中查看。',
    elsewhere: (n: number) => `另有 ${n} 条没有登记到市，没有画出。`,
    cut: '联系太多，没有全部读到。',
    credits: '省界：Apache ECharts 4.9.0（Apache-2.0）的简化轮廓，仅作示意；城市坐标为驻地坐标。',
  },
  {
    title: 'Map: Yangtze delta and Shandong',
    what: 'Circles: the number in each city. Hexagons: industry clusters. Arcs: ties to Linyi (dashed: planned only; whatever the filter). Click a circle, or use the table; the wheel or the buttons enlarge it, so that crowded places come apart.',
    kinds: 'Only these kinds',
    all: 'All kinds',
    partners: 'Partners',
    ties: 'Ties',
    clusters: 'Clusters',
    layers: 'Layers',
    list: 'See the list',
    picture: 'The numbers of the cities of the Yangtze delta and Shandong; the table beside it has the same',
    find: 'Find a city',
    findHow: 'e.g. 苏州',
    noCity: 'Nothing lies in such a city',
    none: 'Nothing that fits lies in a known city',
    how: 'Take away a part of the filter above, or see the list.',
    elsewhere: (n: number) => `${n} more lie in no known city and are not drawn.`,
    cut: 'There are more ties than were read.',
    credits:
      'Provinces: simplified outlines of Apache ECharts 4.9.0 (Apache-2.0), for orientation only; cities stand at their seats.',
  },
);

/** Who may be a partner; see docs/matching.md. */
const partnerKinds: Kind[] = ['UNIVERSITY', 'RESEARCH_INSTITUTE', 'ENTERPRISE', 'HOSPITAL', 'PLATFORM'];

function useMap() {
  const state = useFilter();
  const { filter, parameters } = state;
  const hidden = parameters.get('hide')?.split(',') ?? [];
  const variables: MapQueryVariables = {
    filter: entityFilter(filter),
    clusters: entityFilter({ ...filter, kinds: ['INDUSTRY_CLUSTER'] }),
  };
  const layers: Layers = { ties: !hidden.includes('ties'), clusters: !hidden.includes('clusters') };
  return { ...state, variables, layers };
}

function Controls({ filter, change, layers, set }: ReturnType<typeof useMap>) {
  const t = useTexts(text);
  const words = useVocabulary();
  const show = (layer: keyof Layers, on: boolean) => {
    const next = { ...layers, [layer]: on };
    set('hide', (['ties', 'clusters'] as const).filter((l) => !next[l]).join(','));
  };
  return (
    <Group align="flex-end">
      <MultiSelect
        label={t.kinds}
        placeholder={filter.kinds.length === 0 ? t.all : ''}
        data={allKinds.map((k) => ({ value: k, label: words.kind(k) }))}
        value={filter.kinds}
        onChange={(v) => {
          change({ kinds: v });
        }}
        clearable
        miw="16rem"
      />
      <Chip
        checked={partnerKinds.join() === filter.kinds.join()}
        onChange={(on) => {
          change({ kinds: on ? partnerKinds : [] });
        }}
      >
        {t.partners}
      </Chip>
      <Group gap="xs" role="group" aria-label={t.layers}>
        {(['ties', 'clusters'] as const).map((layer) => (
          <Chip
            key={layer}
            checked={layers[layer]}
            onChange={(on) => {
              show(layer, on);
            }}
          >
            {t[layer]}
          </Chip>
        ))}
      </Group>
      <Anchor component={Link} href={listPath(filter)} size="sm">
        {t.list}
      </Anchor>
    </Group>
  );
}

/** Leads to a city and enlarges the map there. */
function Find({ places, onFind }: { places: PlaceOnMap[]; onFind: (place: PlaceOnMap) => void }) {
  const t = useTexts(text);
  const nameOf = useNames();
  return (
    <Select
      label={t.find}
      placeholder={t.findHow}
      data={places.map((p) => ({ value: p.id, label: nameOf(p) }))}
      value={null}
      searchable
      nothingFoundMessage={t.noCity}
      w="12rem"
      onChange={(id) => {
        const place = places.find((p) => p.id === id);
        if (place) onFind(place);
      }}
    />
  );
}

function Charted(map: ReturnType<typeof useMap>) {
  const t = useTexts(text);
  const asked = useAsk(MapDocument, map.variables);
  const tied = useAsk(TiesDocument, tiesVariables);
  const { sight, go } = useSight();
  const svg = useRef<SVGSVGElement>(null);
  const { ties, cut } = tied.state.data ? tiesOf(tied.state.data) : { ties: [], cut: false };
  const chosen = map.parameters.get('place');
  const choose = (place: string) => {
    map.set('place', place);
  };
  const find = (place: PlaceOnMap) => {
    choose(place.id);
    go((s) => near(s, placed(place.longitude, place.latitude)));
  };
  return (
    <>
      {tied.state.error && <Failure error={tied.state.error} again={tied.again} />}
      <Answer asked={asked}>
        {(data) => {
          const { places, elsewhere } = placesOf(data, ties);
          const place = places.find((p) => p.id === chosen);
          if (places.length === 0)
            return (
              <>
                <Empty title={t.none}>{t.how}</Empty>
                <Nowhere filter={map.filter} />
              </>
            );
          return (
            <>
              <Text size="sm" c="dimmed" role="status">
                {elsewhere > 0 && t.elsewhere(elsewhere)} {cut && t.cut}
              </Text>
              <Nowhere filter={map.filter} />
              <div className={style.page}>
                <Chart sight={sight} go={go} svg={svg}>
                  <Drawing
                    ref={svg}
                    title={t.picture}
                    places={places}
                    layers={map.layers}
                    sight={sight}
                    chosen={chosen}
                    onChoose={choose}
                  />
                </Chart>
                <div className={style.side}>
                  <Group align="flex-end" mb="sm">
                    <Find places={places} onFind={find} />
                    <MapFiles places={places} credits={t.credits} variables={map.variables} svg={svg} />
                  </Group>
                  {place && <PlacePanel place={place} filter={map.filter} />}
                  <PlaceTable places={places} filter={map.filter} chosen={chosen} onChoose={choose} />
                </div>
              </div>
              <Text size="xs" c="dimmed">
                {t.credits}
              </Text>
            </>
          );
        }}
      </Answer>
    </>
  );
}

export default function MapView() {
  const t = useTexts(text);
  const map = useMap();
  return (
    <Stack gap="sm" p="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {t.title}
          </Title>
          <Text size="sm" c="dimmed">
            {t.what}
          </Text>
        </div>
        <QueryBehind question={MapDocument} variables={map.variables} />
      </Group>
      <Controls {...map} />
      <Chips filter={{ ...map.filter, kinds: [] }} change={map.change} />
      <Charted {...map} />
    </Stack>
  );
}
