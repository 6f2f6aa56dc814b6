import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { MoreTiesDocument, type RelationFilter, type TiesFragment } from '../../gql/graphql';
import { useAskOnce } from '../../shared/api/ask';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { EntityLink } from '../../shared/kinds/EntityLink';
import { Sources } from '../../shared/sources/Sources';
import { Failure } from '../../shared/ui/States';
import { text } from './texts';
import style from './EntityView.module.css';

type Tie = TiesFragment['edges'][number];

function TieRow({ tie }: { tie: Tie }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const nameOf = useNames();
  const { node } = tie;
  const says = [
    tie.label,
    words.strength(tie.strength),
    tie.value !== null ? `${tie.value} ${tie.unit ?? ''}` : null,
    tie.year,
    tie.status && words.status(tie.status),
    node.region && nameOf(node.region),
    t.weight(tie.weight.toFixed(2)),
  ];
  return (
    <li className={style.tie}>
      <div className={style.row}>
        <EntityLink entity={node} />
        <Text span size="xs" c="dimmed">
          {says.filter((s) => s !== null && s !== '').join(' · ')}
        </Text>
      </div>
      <Sources sources={tie.sources} />
    </li>
  );
}

function Rows({ ties }: { ties: Tie[] }) {
  return (
    <ul className={style.ties}>
      {ties.map((tie) => (
        <TieRow key={tie.relationId + tie.direction} tie={tie} />
      ))}
    </ul>
  );
}

/** The relations of one type and sense; what is only planned stands apart. */
export function TieGroup({ id, start }: { id: string; start: TiesFragment }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const ask = useAskOnce();
  const [group, setGroup] = useState(start);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const sample = start.edges[0];
  if (!sample) return null;

  const more = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const filter: RelationFilter = { relations: [sample.relation], direction: sample.direction };
      if (sample.relation === 'COOPERATES_WITH') filter.direction = 'OUT'; // symmetric: asked for as in the document
      const { node } = await ask(MoreTiesDocument, { id, filter, first: 50, after: group.pageInfo.endCursor });
      if (node && 'relations' in node)
        setGroup({ ...node.relations, edges: [...group.edges, ...node.relations.edges] });
    } catch (e) {
      setError(e);
    } finally {
      setBusy(false);
    }
  };

  const heading = `${sample.relation}-${sample.direction}`;
  const real = group.edges.filter((e) => e.status !== 'PLANNED');
  const planned = group.edges.filter((e) => e.status === 'PLANNED');
  return (
    <section className={style.group} aria-labelledby={heading}>
      <Title order={3} size="h5" id={heading}>
        {words.relation(sample.relation, sample.direction)} <span className={style.count}>{group.totalCount}</span>
      </Title>
      {real.length > 0 && <Rows ties={real} />}
      {planned.length > 0 && (
        <div className={style.planned}>
          <Text size="sm" fw={600}>
            {t.planned}
          </Text>
          <Text size="xs" c="dimmed">
            {t.plannedHow}
          </Text>
          <Rows ties={planned} />
        </div>
      )}
      {group.pageInfo.hasNextPage && (
        <Group gap="md" mt="xs">
          <Text size="sm" c="dimmed" role="status">
            {t.shown(group.edges.length, group.totalCount)}
          </Text>
          <Button size="xs" variant="light" loading={busy} onClick={() => void more()}>
            {t.more}
          </Button>
        </Group>
      )}
      {error !== undefined && <Failure error={error} again={() => void more()} />}
    </section>
  );
}
