import { Group, Title } from '@mantine/core';
import { EntityTiesDocument } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { ExportButtons } from '../../shared/export/ExportButtons';
import { useTexts } from '../../shared/i18n/language';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { groupsOf } from '../../shared/ties/groups';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer, Empty } from '../../shared/ui/States';
import type { Entity } from './EntityView';
import { text } from './texts';
import { TieGroup } from './TieGroup';
import { useTiesBook } from './tiesBook';
import style from './EntityView.module.css';

const first = 10;

/** All relations of an entity, by type and sense, each group with its true count. */
export function Ties({ entity }: { entity: Entity }) {
  const { id } = entity;
  const t = useTexts(text);
  const words = useVocabulary();
  const collect = useTiesBook(entity);
  const asked = useAsk(EntityTiesDocument, { id, first });
  return (
    <section aria-labelledby="ties">
      <div className={style.row}>
        <Title order={2} size="h4" id="ties">
          {t.ties}
        </Title>
        <Group gap="xs">
          <ExportButtons what={t.ties} collect={collect} />
          <QueryBehind question={EntityTiesDocument} variables={{ id, first }} />
        </Group>
      </div>
      <Answer asked={asked}>
        {(data) => {
          const groups = groupsOf(data);
          if (groups.length === 0) return <Empty title={t.noTies} />;
          return (
            <>
              <nav className={style.jump} aria-label={t.jump}>
                {groups.map((g) => {
                  const edge = g.edges[0];
                  if (!edge) return null;
                  const key = `${edge.relation}-${edge.direction}`;
                  return (
                    <button
                      key={key}
                      className={style.chip}
                      onClick={() => document.getElementById(key)?.scrollIntoView()}
                    >
                      {words.relation(edge.relation, edge.direction)} <strong>{g.totalCount}</strong>
                    </button>
                  );
                })}
              </nav>
              {groups.map((g) => (
                <TieGroup key={`${id} ${g.edges[0]?.relation} ${g.edges[0]?.direction}`} id={id} start={g} />
              ))}
            </>
          );
        }}
      </Answer>
    </section>
  );
}
