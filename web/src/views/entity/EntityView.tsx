import { Badge, Button, Container, Group, Stack, Title } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useParams } from 'wouter';
import { EntityPageDocument, type EntityPageQuery } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { KindMark } from '../../shared/kinds/KindMark';
import { demandsPath, entityIdIn, graphPath, matchPath } from '../../shared/paths';
import { remember } from '../../shared/search/recent';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer, Empty } from '../../shared/ui/States';
import { demandKinds } from '../demands/state';
import { partnerKinds } from '../match/state';
import { Claims } from './Claims';
import { Facts } from './Facts';
import { text } from './texts';
import { Ties } from './Ties';
import style from './EntityView.module.css';

export type Entity = Extract<NonNullable<EntityPageQuery['node']>, { kind: unknown }>;

const entityOf = ({ node }: EntityPageQuery) => (node && 'kind' in node ? node : undefined);

function Head({ entity }: { entity: Entity }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const nameOf = useNames();
  const name = nameOf(entity);
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Group gap="sm">
          <KindMark kind={entity.kind} word />
          {entity.status && <Badge variant="light">{words.status(entity.status)}</Badge>}
        </Group>
        <Title order={1} mt={4}>
          {name}
        </Title>
        {name !== entity.name && <div className={style.second}>{entity.name}</div>}
      </div>
      <Group gap="xs">
        <QueryBehind question={EntityPageDocument} variables={{ id: entity.id }} />
        {partnerKinds.includes(entity.kind) && (
          <Button variant="default" component={Link} href={demandsPath(entity.id)}>
            {t.demands}
          </Button>
        )}
        {demandKinds.includes(entity.kind) && (
          <Button variant="default" component={Link} href={matchPath(entity.id)}>
            {t.partners}
          </Button>
        )}
        <Button component={Link} href={graphPath(entity.id)}>
          {t.graph}
        </Button>
      </Group>
    </Group>
  );
}

function Shown({ entity }: { entity: Entity }) {
  useEffect(() => {
    remember(entity);
  }, [entity]);
  return (
    <Stack gap="xl">
      <Head entity={entity} />
      <Facts entity={entity} />
      {entity.claims.length > 0 && <Claims claims={entity.claims} />}
      <Ties entity={entity} />
    </Stack>
  );
}

export default function EntityView() {
  const t = useTexts(text);
  const id = entityIdIn(useParams<{ id: string }>().id);
  const asked = useAsk(EntityPageDocument, { id });
  return (
    <Container size="lg" py="lg">
      <Answer asked={asked}>
        {(data) => {
          const entity = entityOf(data);
          return entity ? (
            <Shown entity={entity} />
          ) : (
            <Empty page title={t.unknown(id)}>
              {t.unknownHow}
            </Empty>
          );
        }}
      </Answer>
    </Container>
  );
}
