import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { EntityTiesDocument } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { KindMark } from '../../shared/kinds/KindMark';
import { entityPath } from '../../shared/paths';
import { groupsOf } from '../../shared/ties/groups';
import { Answer } from '../../shared/ui/States';
import type { GraphNode } from './content';
import { hide, isOpen, open, unpin } from './state';
import { text } from './texts';
import type { Graph } from './useGraph';
import style from './GraphView.module.css';

/** One button for each kind of relation that the node has, with its count. */
function ByRelation({ graph, id }: { graph: Graph; id: string }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const asked = useAsk(EntityTiesDocument, { id, first: 1 });
  return (
    <Answer asked={asked}>
      {(data) => {
        return (
          <div>
            <Text size="sm" fw={600}>
              {t.byRelation}
            </Text>
            <Group gap={6} mt={4}>
              {groupsOf(data).map((g) => {
                const edge = g.edges[0];
                if (!edge) return null;
                return (
                  <Button
                    key={edge.relation + edge.direction}
                    size="compact-xs"
                    variant="default"
                    onClick={() => {
                      graph.change(open(graph.state, id, edge.relation));
                    }}
                  >
                    {words.relation(edge.relation, edge.direction)} {g.totalCount}
                  </Button>
                );
              })}
            </Group>
          </div>
        );
      }}
    </Answer>
  );
}

/** The selected node: what it is and what can be done with it. */
export function Panel({ graph, node, toggle }: { graph: Graph; node: GraphNode; toggle: (id: string) => void }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const nameOf = useNames();
  const { state, change } = graph;
  const { id } = node;
  const start = state.from && state.from !== id ? graph.loaded?.content.nodes.get(state.from) : undefined;
  const button = (word: string, act: () => void) => (
    <Button size="compact-sm" variant="light" onClick={act}>
      {word}
    </Button>
  );
  return (
    <Stack gap="sm" className={style.card} component="section" aria-label={nameOf(node)}>
      <div>
        <KindMark kind={node.kind} word />
        <Title order={2} size="h5" mt={4}>
          {nameOf(node)}
        </Title>
        <Text size="sm" c="dimmed">
          {[node.region && nameOf(node.region), node.status && words.status(node.status)].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Group gap={6}>
        {isOpen(state, id) &&
          button(t.close, () => {
            toggle(id);
          })}
        {button(isOpen(state, id) ? t.openMore : t.open, () => {
          change(open(state, id));
        })}
        {button(t.hide, () => {
          change(hide(state, id));
        })}
        {state.pins.some((p) => p.id === id) &&
          button(t.unpin, () => {
            change(unpin(state, id));
          })}
        {button(t.start, () => {
          change({ ...state, from: id, to: null, route: 0 });
        })}
        {start &&
          button(t.here(nameOf(start)), () => {
            change({ ...state, to: id, route: 0 });
          })}
        <Button size="compact-sm" variant="subtle" component={Link} href={entityPath(id)}>
          {t.page}
        </Button>
      </Group>
      <ByRelation key={id} graph={graph} id={id} />
    </Stack>
  );
}
