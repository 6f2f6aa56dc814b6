import { Alert, Text } from '@mantine/core';
import type { MatchPartnersQuery } from '../../gql/graphql';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { EntityLink } from '../../shared/kinds/EntityLink';
import style from './Match.module.css';
import { score } from './words';

const text = texts(
  {
    title: '没有一家能覆盖全部领域，可组成联合体',
    covers: (fields: string) => `承担 ${fields}`,
    uncovered: (fields: string) => `无人覆盖：${fields}`,
    exact: '已证明没有更小的组合',
    greedy: '逐步选出，未证明最小',
  },
  {
    title: 'No one covers all fields: a consortium could',
    covers: (fields: string) => `for ${fields}`,
    uncovered: (fields: string) => `Nobody covers: ${fields}`,
    exact: 'No smaller set covers as much',
    greedy: 'Chosen step by step; a smaller one may exist',
  },
);

/** Who together covers what no one covers alone; nothing where one is enough. */
export function Consortium({ consortium }: { consortium: MatchPartnersQuery['matchPartners']['consortium'] }) {
  const t = useTexts(text);
  const nameOf = useNames();
  const { members, uncovered, exact } = consortium;
  if (members.length < 2 && uncovered.length === 0) return null;
  const names = (fields: { name: string; nameEn: string | null }[]) => fields.map(nameOf).join('、');
  return (
    <Alert variant="light" title={members.length > 1 ? t.title : t.uncovered(names(uncovered))}>
      {members.length > 1 && (
        <>
          <ul className={style.fields}>
            {members.map((m) => (
              <li key={m.partner.id}>
                <EntityLink entity={m.partner} /> <small>{score(m.score)}</small> {t.covers(names(m.covers))}
              </li>
            ))}
          </ul>
          {uncovered.length > 0 && <Text size="sm">{t.uncovered(names(uncovered))}</Text>}
          <Text size="xs" c="dimmed">
            {exact ? t.exact : t.greedy}
          </Text>
        </>
      )}
    </Alert>
  );
}
