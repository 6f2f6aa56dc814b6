import { Button, Group, Table, Title } from '@mantine/core';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { EntityLink } from '../../shared/kinds/EntityLink';
import { Sources } from '../../shared/sources/Sources';
import type { GraphEdge, GraphNode } from './content';
import { hide, isOpen } from './state';
import { text } from './texts';
import type { Graph } from './useGraph';
import style from './GraphView.module.css';

type Shown = { nodes: GraphNode[]; edges: GraphEdge[] };

/** What the drawing shows, to be read and worked with line by line. */
export function GraphTable({ graph, shown, toggle }: { graph: Graph; shown: Shown; toggle: (id: string) => void }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const nameOf = useNames();
  const { state, change, look } = graph;
  const nodes = new Map(shown.nodes.map((n) => [n.id, n]));
  const link = (id: string) => {
    const node = nodes.get(id);
    return node && <EntityLink entity={node} />;
  };
  return (
    <div className={style.tables}>
      <Title order={2} size="h5">
        {t.nodes}
      </Title>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.node}</Table.Th>
            <Table.Th>{t.kind}</Table.Th>
            <Table.Th>{t.region}</Table.Th>
            <Table.Th>{t.actions}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.nodes.map((n) => (
            <Table.Tr key={n.id} data-selected={n.id === state.selected || undefined}>
              <Table.Td>
                <EntityLink entity={n} />
              </Table.Td>
              <Table.Td>{words.kind(n.kind)}</Table.Td>
              <Table.Td>{n.region && nameOf(n.region)}</Table.Td>
              <Table.Td>
                <Group gap={4} wrap="nowrap">
                  <Button
                    size="compact-xs"
                    variant="light"
                    aria-label={`${isOpen(state, n.id) ? t.close : t.open} ${nameOf(n)}`}
                    onClick={() => {
                      toggle(n.id);
                    }}
                  >
                    {isOpen(state, n.id) ? t.close : t.open}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={`${t.hide} ${nameOf(n)}`}
                    onClick={() => {
                      change(hide(state, n.id));
                    }}
                  >
                    {t.hide}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={`… ${nameOf(n)}`}
                    onClick={() => {
                      look({ ...state, selected: n.id });
                    }}
                  >
                    …
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={2} size="h5" mt="lg">
        {t.edges}
      </Title>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.from}</Table.Th>
            <Table.Th>{t.relation}</Table.Th>
            <Table.Th>{t.to}</Table.Th>
            <Table.Th>{t.statusWord}</Table.Th>
            <Table.Th>{t.sources}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.edges.map((e) => (
            <Table.Tr key={e.relationId}>
              <Table.Td>{link(e.from)}</Table.Td>
              <Table.Td>
                {words.relation(e.relation)}
                {e.label ? `（${e.label}）` : ''}
              </Table.Td>
              <Table.Td>{link(e.to)}</Table.Td>
              <Table.Td>{e.status && words.status(e.status)}</Table.Td>
              <Table.Td>
                <Sources sources={e.sources} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
