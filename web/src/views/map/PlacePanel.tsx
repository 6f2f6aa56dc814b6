import { Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { MapPlaceDocument } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { entityFilter, listPath, type Filter } from '../../shared/filter/filter';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { KindMark } from '../../shared/kinds/KindMark';
import { entityPath } from '../../shared/paths';
import { Answer } from '../../shared/ui/States';
import type { PlaceOnMap } from './places';
import style from './MapView.module.css';

const text = texts(
  {
    shown: (n: number, of: number) => `显示 ${n} 条，共 ${of} 条；`,
    list: '在列表中看全部',
    ties: '与临沂的联系',
    planned: '（仅规划）',
  },
  {
    shown: (n: number, of: number) => `${n} of ${of}; `,
    list: 'see all in the list',
    ties: 'Ties to Linyi',
    planned: ' (planned only)',
  },
);

/** What the chosen place has, and its ties to Linyi. */
export function PlacePanel({ place, filter }: { place: PlaceOnMap; filter: Filter }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const nameOf = useNames();
  const here = { ...filter, region: place.id };
  const asked = useAsk(MapPlaceDocument, { filter: entityFilter(here), first: 10 });
  return (
    <section className={style.panel} aria-live="polite">
      <Title order={2} size="h5">
        {nameOf(place)}
      </Title>
      <Answer asked={asked}>
        {({ entities }) => (
          <>
            <ul className={style.entries}>
              {entities.nodes.map((e) => (
                <li key={e.id}>
                  <KindMark kind={e.kind} size={18} /> <Link href={entityPath(e.id)}>{nameOf(e)}</Link>
                </li>
              ))}
            </ul>
            <Text size="sm">
              {t.shown(entities.nodes.length, entities.totalCount)}
              <Link href={listPath(here)}>{t.list}</Link>
            </Text>
          </>
        )}
      </Answer>
      {place.ties.length > 0 && (
        <>
          <Title order={3} size="h6" mt="sm">
            {t.ties}
          </Title>
          <ul className={style.entries}>
            {place.ties.map(({ id, edge, far, planned }) => (
              <li key={id}>
                <Link href={entityPath(far.id)}>{nameOf(far)}</Link> {words.relation(edge.relation, edge.direction)}{' '}
                <Link href={entityPath(edge.node.id)}>{nameOf(edge.node)}</Link> {edge.year} {planned && t.planned}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
