import { Text } from '@mantine/core';
import type { Kind } from '../../gql/enums';
import { useTexts } from '../../shared/i18n/language';
import { allKinds } from '../../shared/i18n/vocabulary';
import { KindMark } from '../../shared/kinds/KindMark';
import type { Content } from './content';
import { toggleKind } from './state';
import { text } from './texts';
import type { Graph } from './useGraph';
import style from './GraphView.module.css';

/** The kinds in the graph with their counts; a click takes one out of sight or back. */
export function Legend({ graph, content }: { graph: Graph; content: Content }) {
  const t = useTexts(text);
  const { state, change } = graph;
  const counts = new Map<Kind, number>();
  for (const n of content.nodes.values()) counts.set(n.kind, (counts.get(n.kind) ?? 0) + 1);
  return (
    <div>
      <Text size="xs" fw={600}>
        {t.legend}
      </Text>
      <div className={style.legend}>
        {allKinds
          .filter((k) => counts.has(k))
          .map((k) => (
            <button
              key={k}
              className={style.legendItem}
              aria-pressed={!state.off.includes(k)}
              onClick={() => {
                change(toggleKind(state, k));
              }}
            >
              <KindMark kind={k} size={18} word /> <span>{counts.get(k)}</span>
            </button>
          ))}
      </div>
      <Text size="xs" c="dimmed">
        {t.planned}
      </Text>
    </div>
  );
}
