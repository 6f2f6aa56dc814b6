import { Group, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { MatchPartnersQuery } from '../../gql/graphql';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { EntityLink } from '../../shared/kinds/EntityLink';
import { entityPath } from '../../shared/paths';
import style from './Match.module.css';
import { share, useMatchWords } from './words';

const text = texts(
  {
    title: '需求这样解读',
    of: '需求方或项目',
    fields: '所需领域',
    by: (words: string) => `依据用词：${words}`,
    leftOut: (names: string) => `另有较轻的领域未计入：${names}`,
    remove: '移除',
  },
  {
    title: 'How the demand was read',
    of: 'Named by the demand',
    fields: 'Fields that are needed',
    by: (words: string) => `because of: ${words}`,
    leftOut: (names: string) => `Lighter fields that were left out: ${names}`,
    remove: 'Remove',
  },
);

/** What the server made of a demand: fields with weights, and which words led to them. */
export function Reading({
  reading,
  onRemove,
}: {
  reading: MatchPartnersQuery['matchPartners']['demand'];
  onRemove: () => void;
}) {
  const t = useTexts(text);
  const nameOf = useNames();
  const { sentence } = useMatchWords();
  return (
    <section aria-labelledby="match-reading">
      <Title order={2} size="h5" mb="xs" id="match-reading">
        {t.title}
      </Title>
      {reading.entity && (
        <Group gap="xs" mb="xs">
          <Text size="sm" c="dimmed">
            {t.of}
          </Text>
          <EntityLink entity={reading.entity} />
          <button className={style.small} onClick={onRemove} aria-label={`${t.remove} ${nameOf(reading.entity)}`}>
            {t.remove}
          </button>
        </Group>
      )}
      {reading.fields.length > 0 && (
        <ul className={style.fields} aria-label={t.fields}>
          {reading.fields.map(({ field, weight, words }) => (
            <li key={field.id}>
              <Link href={entityPath(field.id)}>{nameOf(field)}</Link> <strong>{share(weight)}</strong>
              {words.length > 0 && <small> {t.by(words.join('、'))}</small>}
            </li>
          ))}
        </ul>
      )}
      {reading.basisNote && (
        <Text size="sm" mt={4} role="note">
          {sentence(reading.basisNote)}
        </Text>
      )}
      {reading.leftOut.length > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t.leftOut(reading.leftOut.map(nameOf).join('、'))}
        </Text>
      )}
    </section>
  );
}
