import { ActionIcon, Button, Group, SegmentedControl, TextInput, Tooltip } from '@mantine/core';
import type { Core } from 'cytoscape';
import type { ReactNode } from 'react';
import { useTexts } from '../../shared/i18n/language';
import { text } from './texts';
import type { Graph } from './useGraph';

type Props = {
  graph: Graph;
  cy: Core | null;
  find: string;
  found: number;
  onFind: (text: string) => void;
  onNext: () => void;
  children: ReactNode;
};

function Sign({
  word,
  sign,
  act,
  disabled = false,
}: {
  word: string;
  sign: string;
  act: () => void;
  disabled?: boolean;
}) {
  return (
    <Tooltip label={word}>
      <ActionIcon variant="default" size="md" aria-label={word} disabled={disabled} onClick={act}>
        <span aria-hidden>{sign}</span>
      </ActionIcon>
    </Tooltip>
  );
}

/** What can be done with the picture as a whole. */
export function Toolbar({ graph, cy, find, found, onFind, onNext, children }: Props) {
  const t = useTexts(text);
  const { state, look } = graph;
  const zoom = (by: number) => {
    cy?.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  };
  return (
    <Group gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t.views}
        data={[
          { value: 'graph', label: t.drawing },
          { value: 'table', label: t.table },
        ]}
        value={state.table ? 'table' : 'graph'}
        onChange={(v) => {
          look({ ...state, table: v === 'table' });
        }}
      />
      <Button.Group>
        <Sign word={t.undo} sign="↶" act={graph.undo} disabled={!graph.canUndo} />
        <Sign word={t.redo} sign="↷" act={graph.redo} disabled={!graph.canRedo} />
      </Button.Group>
      {!state.table && (
        <Button.Group>
          <Sign
            word={t.zoomOut}
            sign="−"
            act={() => {
              zoom(1 / 1.3);
            }}
          />
          <Sign
            word={t.zoomIn}
            sign="+"
            act={() => {
              zoom(1.3);
            }}
          />
          <Button size="compact-sm" h={28} variant="default" onClick={() => cy?.fit(undefined, 50)}>
            {t.fit}
          </Button>
        </Button.Group>
      )}
      <TextInput
        size="xs"
        w={150}
        aria-label={t.find}
        placeholder={t.find}
        value={find}
        onChange={(e) => {
          onFind(e.currentTarget.value);
        }}
        onKeyDown={(e) => {
          if (e.key === 'Enter') onNext();
        }}
      />
      {find && <span role="status">{t.foundN(found)}</span>}
      {children}
    </Group>
  );
}
