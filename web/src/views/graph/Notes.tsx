import { Button } from '@mantine/core';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { mostKnown, type Content } from './content';
import { open } from './state';
import { text } from './texts';
import type { Graph } from './useGraph';
import style from './GraphView.module.css';

/** What the picture leaves out, and how to get it. */
export function Notes({ graph, content }: { graph: Graph; content: Content }) {
  const t = useTexts(text);
  const nameOf = useNames();
  const { state, change } = graph;
  const name = (id: string) => {
    const n = content.nodes.get(id);
    return n ? nameOf(n) : id;
  };
  return (
    <ul className={style.notes}>
      {content.unknown.length > 0 && <li>{t.unknown(content.unknown.join('、'))}</li>}
      {content.opened.map((o) => (
        <li key={o.id + (o.relation ?? '')}>
          {o.total > o.shown && (
            <>
              {t.cut(name(o.id), o.shown, o.total)}{' '}
              <Button
                size="compact-xs"
                variant="light"
                onClick={() => {
                  change(open(state, o.id, o.relation));
                }}
              >
                {t.more}
              </Button>
            </>
          )}
          {o.total === 0 && content.nodes.size === 1 && `${name(o.id)}：${t.alone}`}
          {o.leftOut > 0 && ` ${t.leftOut(name(o.id), o.leftOut)}`}
        </li>
      ))}
      {content.nodes.size >= mostKnown && <li>{t.full}</li>}
      {state.hidden.length > 0 && (
        <li>
          {t.hidden(state.hidden.length)}{' '}
          <Button
            size="compact-xs"
            variant="light"
            onClick={() => {
              change({ ...state, hidden: [] });
            }}
          >
            {t.showAll}
          </Button>
        </li>
      )}
    </ul>
  );
}
