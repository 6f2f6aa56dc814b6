import { Group, Text } from '@mantine/core';
import type { Kind, SuggestQuery } from '../../gql/graphql';
import { useLanguage } from '../i18n/language';
import { useNames } from '../i18n/names';
import { useVocabulary } from '../i18n/vocabulary';
import { KindMark } from '../kinds/KindMark';
import { Highlighted } from './Highlighted';

type Suggestion = SuggestQuery['suggest'][number];

/** What is offered: a suggestion, or an entity that was opened lately. */
export type Offer = {
  id: string;
  kind: Kind;
  name: string;
  nameEn: string | null;
  found?: Suggestion;
};

export const offersOf = (data: SuggestQuery | undefined): Offer[] =>
  (data?.suggest ?? []).map((found) => ({ ...found.entity, found }));

/** One row of the list: sign, name, the name that fitted, and what tells namesakes apart. */
export function Offered({ offer }: { offer: Offer }) {
  const name = useNames()(offer);
  const words = useVocabulary();
  const nameOf = useNames();
  const { language } = useLanguage();
  const { found } = offer;
  const region = found?.entity.region;
  const hint =
    language === 'zh' ? found?.hint : [region && nameOf(region), words.kind(offer.kind)].filter(Boolean).join(' · ');
  return (
    <Group gap="sm" wrap="nowrap">
      <KindMark kind={offer.kind} />
      <div style={{ minWidth: 0 }}>
        <Text size="sm" component="span">
          {found?.matchedName === name ? <Highlighted text={name} spans={found.highlights} /> : name}
        </Text>
        {found && found.matchedName !== name && (
          <Text size="xs" c="dimmed" component="span" ml="xs">
            <Highlighted text={found.matchedName} spans={found.highlights} /> ({words.matchedOn(found.matchedOn)})
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {hint ?? words.kind(offer.kind)}
        </Text>
      </div>
    </Group>
  );
}
