import { Select } from '@mantine/core';
import { ListFacetsDocument, type CountedValuesFragment, type ListFacetsQueryVariables } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { FacetGroup, type Option } from '../../shared/filter/FacetGroup';
import { choose, entityFilter, fieldLevels, levels, none, type Filter } from '../../shared/filter/filter';
import { Help } from '../../shared/help/Help';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { Failure, Loading } from '../../shared/ui/States';
import type { Kind, Status } from '../../gql/enums';
import style from './ListView.module.css';

const text = texts(
  {
    facets: '分面筛选',
    kinds: '类型',
    status: '状态',
    region: '区域',
    fields: '领域',
    document: '来源文件',
    unknown: '未知',
    fixed: '这一级没有登记；要列出完全没有区域或领域的条目，请改选“登记区域”或“一级领域”',
    regionLevel: '区域级别',
    fieldLevel: '领域级别',
    PROVINCE: '省级',
    CITY: '市级',
    COUNTY: '县级',
    REGION: '登记区域',
    TOP_FIELD: '一级领域',
    SUB_FIELD: '二级领域',
  },
  {
    facets: 'Facets',
    kinds: 'Kind',
    status: 'Status',
    region: 'Region',
    fields: 'Field',
    document: 'Document',
    unknown: 'unknown',
    fixed: 'None on this level; to list what has no region or field at all, choose “As registered” or “Top fields”',
    regionLevel: 'Level of regions',
    fieldLevel: 'Level of fields',
    PROVINCE: 'Provinces',
    CITY: 'Cities',
    COUNTY: 'Counties',
    REGION: 'As registered',
    TOP_FIELD: 'Top fields',
    SUB_FIELD: 'Second level',
  },
);

export type Levels = { region: (typeof levels)[number]; fields: (typeof fieldLevels)[number] };

export function readLevels(p: URLSearchParams): Levels {
  return {
    region: levels.find((l) => l === p.get('level')) ?? 'PROVINCE',
    fields: fieldLevels.find((l) => l === p.get('fieldLevel')) ?? 'TOP_FIELD',
  };
}

export const facetVariables = (filter: Filter, by: Levels): ListFacetsQueryVariables => ({
  forKinds: entityFilter(filter, 'kinds'),
  forStatus: entityFilter(filter, 'status'),
  forRegion: entityFilter(filter, 'region'),
  forFields: entityFilter(filter, 'fields'),
  forDocument: entityFilter(filter, 'document'),
  regionLevel: [by.region],
  fieldLevel: [by.fields],
});

type LevelProps<L extends string> = { label: string; all: readonly L[]; level: L; onLevel: (level: string) => void };

function Level<L extends keyof typeof text.zh>({ label, all, level, onLevel }: LevelProps<L>) {
  const t = useTexts(text);
  return (
    <Select
      size="xs"
      w="7.5rem"
      aria-label={label}
      data={all.map((l) => ({ value: l, label: t[l] }))}
      value={level}
      allowDeselect={false}
      onChange={(l) => {
        if (l) onLevel(l);
      }}
    />
  );
}

/** Buckets as options; what was chosen and counts nothing now stays to be seen. */
function useOptions() {
  const t = useTexts(text);
  const nameOf = useNames();
  return (facet: CountedValuesFragment | undefined, word?: (value: string) => string, unknownFixed?: boolean) =>
    (facet?.buckets ?? []).map((b): Option => {
      if (b.value === null)
        return { value: none, label: t.unknown, count: b.count, ...(unknownFixed ? { fixed: t.fixed } : {}) };
      const label = word?.(b.value) ?? (b.entity ? nameOf(b.entity) : (b.document?.title ?? b.value));
      return { value: b.value, label, count: b.count };
    });
}

type Props = {
  filter: Filter;
  by: Levels;
  change: (parts: Partial<Filter>) => void;
  set: (name: string, value: string) => void;
};

/** All facets of the list; several may be used at once. */
export function Facets({ filter, by, change, set }: Props) {
  const t = useTexts(text);
  const words = useVocabulary();
  const options = useOptions();
  const { state, again } = useAsk(ListFacetsDocument, facetVariables(filter, by));
  const { data } = state;
  if (state.error) return <Failure error={state.error} again={again} />;
  if (!data) return <Loading />;
  const region = data.region.facets[0];
  const fields = data.fields.facets[0];
  const document = data.document.facets[0];
  return (
    <section className={style.facets} aria-label={t.facets} aria-busy={state.fetching}>
      <FacetGroup
        title={t.kinds}
        beside={<Help term="FACET" />}
        options={options(data.kinds.facets[0], (k) => words.kind(k as Kind))}
        chosen={filter.kinds}
        onChange={(v) => {
          change({ kinds: v as Kind[] });
        }}
      />
      <FacetGroup
        title={t.region}
        beside={
          <Level
            label={t.regionLevel}
            all={levels}
            level={by.region}
            onLevel={(l) => {
              set('level', l);
            }}
          />
        }
        options={options(region, undefined, by.region !== 'REGION')}
        left={region?.more ?? 0}
        chosen={filter.region ? [filter.region] : []}
        onChange={(v) => {
          change(choose(filter, 'region', v));
        }}
      />
      <FacetGroup
        title={t.fields}
        beside={
          <Level
            label={t.fieldLevel}
            all={fieldLevels}
            level={by.fields}
            onLevel={(l) => {
              set('fieldLevel', l);
            }}
          />
        }
        options={options(fields, undefined, by.fields !== 'TOP_FIELD')}
        left={fields?.more ?? 0}
        chosen={filter.fields}
        onChange={(v) => {
          change(choose(filter, 'fields', v));
        }}
      />
      <FacetGroup
        title={t.status}
        beside={<Help term="STATUS" />}
        options={options(data.status.facets[0], (s) => words.status(s as Status))}
        chosen={filter.status}
        onChange={(v) => {
          change(choose(filter, 'status', v));
        }}
      />
      <FacetGroup
        title={t.document}
        beside={<Help term="SOURCE" />}
        options={options(document)}
        left={document?.more ?? 0}
        chosen={filter.document ? [filter.document] : []}
        onChange={(v) => {
          change({ document: v.at(-1) ?? '' });
        }}
      />
    </section>
  );
}
