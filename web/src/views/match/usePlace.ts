import type { MatchHeadFragment } from '../../gql/graphql';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';

const text = texts(
  { away: (km: string) => `约 ${km} 公里`, unknown: '所在地未知' },
  { away: (km: string) => `about ${km} km away`, unknown: 'place unknown' },
);

/** Where a partner lies, and how far away. */
export function usePlace() {
  const t = useTexts(text);
  const nameOf = useNames();
  return ({ region, distance }: Pick<MatchHeadFragment, 'region' | 'distance'>) =>
    [region ? nameOf(region) : t.unknown, distance !== null && t.away(distance.toFixed(0))].filter(Boolean).join(' · ');
}
