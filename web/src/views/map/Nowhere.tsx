import { Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Kind } from '../../gql/enums';
import { MapNowhereDocument } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { entityFilter, listPath, none, type Filter } from '../../shared/filter/filter';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import style from './MapView.module.css';

const text = texts(
  { nowhere: (what: string) => `来源没有写明所在地的：${what}。`, list: '在列表中看' },
  { nowhere: (what: string) => `No source says where these lie: ${what}. `, list: 'See the list' },
);

// What lies somewhere; fields, disciplines, indicators and policies do not.
const placed: Kind[] = [
  'UNIVERSITY',
  'RESEARCH_INSTITUTE',
  'ENTERPRISE',
  'HOSPITAL',
  'AGENCY',
  'ASSOCIATION',
  'PLATFORM',
  'INDUSTRY_CLUSTER',
  'KEY_PROJECT',
  'PROGRAMME',
];

/** Tells what cannot be on the map because no source says where it lies. */
export function Nowhere({ filter }: { filter: Filter }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const kinds = placed.filter((k) => filter.kinds.length === 0 || filter.kinds.includes(k));
  // The API can leave out one thing only; and what lies in a region does not lie nowhere.
  const pause =
    kinds.length === 0 || filter.region !== '' || filter.status.includes(none) || filter.fields.includes(none);
  const here: Filter = { ...filter, kinds, region: none };
  const { data } = useAsk(MapNowhereDocument, { filter: entityFilter(here) }, pause).state;
  if (pause || !data || data.entities.totalCount === 0) return null;
  const counts = (data.entities.facets[0]?.buckets ?? []).map((b) => `${words.kind(b.value as Kind)} ${b.count}`);
  return (
    <Text size="sm" c="dimmed">
      {t.nowhere(counts.join('、'))}
      <Link href={listPath(here)} className={style.link}>
        {t.list}
      </Link>
    </Text>
  );
}
