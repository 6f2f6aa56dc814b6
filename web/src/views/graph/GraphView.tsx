import { Button, Stack, Title } from '@mantine/core';
import type { Core } from 'cytoscape';
import { useMemo, useRef, useState } from 'react';
import { GraphOpenedDocument } from '../../gql/graphql';
import { useLanguage, useTexts } from '../../shared/i18n/language';
import { nameIn } from '../../shared/i18n/names';
import { vocabularyIn } from '../../shared/i18n/vocabulary';
import { SearchBox } from '../../shared/search/SearchBox';
import { Empty, Failure, Loading } from '../../shared/ui/States';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Canvas, type Picture, type Words } from './Canvas';
import { questionOf, visible } from './content';
import { Exports } from './Exports';
import { Filters } from './Filters';
import { GraphTable } from './GraphTable';
import { Legend } from './Legend';
import { MiniMap } from './MiniMap';
import { Notes } from './Notes';
import { Panel } from './Panel';
import { Routes } from './Routes';
import { add, close, isOpen, open, pin } from './state';
import { text } from './texts';
import { Toolbar } from './Toolbar';
import { useGraph, type Graph } from './useGraph';
import style from './GraphView.module.css';

type Loaded = NonNullable<Graph['loaded']>;

function Begin({ graph }: { graph: Graph }) {
  const t = useTexts(text);
  return (
    <Empty page title={t.begin}>
      <p>{t.beginHow}</p>
      <SearchBox
        label={t.begin}
        onPick={(o) => {
          graph.change({
            ...graph.state,
            roots: [o.id],
            opened: [{ id: o.id, relation: null, limit: 50, at: null }],
            selected: o.id,
          });
        }}
      />
    </Empty>
  );
}

/** The graph with all around it, once there is content. */
function Work({ graph, loaded }: { graph: Graph; loaded: Loaded }) {
  const t = useTexts(text);
  const { language } = useLanguage();
  const { state, change, look } = graph;
  const { content, places } = loaded;
  const [cy, setCy] = useState<Core | null>(null);
  const [find, setFind] = useState('');
  const box = useRef<HTMLDivElement>(null);

  const shown = useMemo(() => visible(content, state), [content, state]);
  const found = useMemo(() => {
    const wanted = find.trim().toLowerCase();
    return wanted ? shown.nodes.filter((n) => `${n.name} ${n.nameEn ?? ''}`.toLowerCase().includes(wanted)) : [];
  }, [shown, find]);
  const picture: Picture = useMemo(
    () => ({
      ...shown,
      places,
      open: new Set(state.opened.map((o) => o.id)),
      pinned: new Map(state.pins.map((p) => [p.id, p])),
      route: new Set(content.routes?.edges[state.route] ?? []),
      found: new Set(found.map((n) => n.id)),
      selected: state.selected,
    }),
    [shown, places, state, content, found],
  );
  const words = useMemo(
    (): Words => ({
      name: nameIn(language),
      relation: (e) => vocabularyIn(language).relation(e.relation),
      side: language === 'zh' ? 0 : 1,
    }),
    [language],
  );

  const toggle = (id: string) => {
    change(isOpen(state, id) ? close(state, id, (of) => content.nodes.get(of)?.by ?? null) : open(state, id));
  };
  const next = () => {
    const at = found.findIndex((n) => n.id === state.selected);
    const one = found[(at + 1) % found.length];
    if (!one) return;
    look({ ...state, selected: one.id });
    cy?.center(cy.getElementById(one.id));
  };
  const place = (id: string) => picture.pinned.get(id) ?? places.get(id) ?? { x: 0, y: 0 };
  const selected = state.selected ? content.nodes.get(state.selected) : undefined;
  const last = state.opened.at(-1);

  return (
    <div className={style.view}>
      <div className={style.middle}>
        <div className={style.bar}>
          <Title order={1} size="h4">
            {t.title}
          </Title>
          <Toolbar graph={graph} cy={cy} find={find} found={found.length} onFind={setFind} onNext={next}>
            <Exports content={content} shown={shown} place={place} box={box} />
            {last && (
              <QueryBehind question={GraphOpenedDocument} variables={{ ...questionOf(state, last), known: null }} />
            )}
          </Toolbar>
          <p className={style.figure} role="status">
            {graph.loading ? t.loading : t.figure(shown.nodes.length, shown.edges.length)}
          </p>
          <Notes graph={graph} content={content} />
          {graph.error !== undefined && <Failure error={graph.error} again={graph.again} />}
        </div>
        <div className={style.stage} ref={box}>
          {shown.nodes.length === 0 && (
            <div className={style.nothing}>
              <Empty title={t.nothing}>
                <p>{t.nothingFilter}</p>
                <Button
                  size="xs"
                  onClick={() => {
                    change({ ...state, hidden: [], off: [], kinds: [], relations: [], region: null, planned: 'all' });
                  }}
                >
                  {t.reset}
                </Button>
              </Empty>
            </div>
          )}
          {state.table ? (
            <GraphTable graph={graph} shown={shown} toggle={toggle} />
          ) : (
            <>
              <Canvas
                picture={picture}
                words={words}
                label={t.summary(shown.nodes.length, shown.edges.length)}
                acts={{
                  onSelect: (id) => {
                    look({ ...state, selected: id });
                  },
                  onToggle: toggle,
                  onPin: (id, x, y) => {
                    change(pin(state, id, x, y));
                  },
                  onReady: setCy,
                }}
              />
              {cy && <MiniMap cy={cy} label={t.minimap} />}
            </>
          )}
        </div>
      </div>
      <aside className={style.side}>
        <Stack gap="md">
          <SearchBox
            label={t.add}
            onPick={(o) => {
              change(add(state, o.id));
            }}
          />
          <Routes graph={graph} content={content} />
          {selected ? <Panel graph={graph} node={selected} toggle={toggle} /> : <p className={style.hint}>{t.hint}</p>}
          <Legend graph={graph} content={content} />
          <details>
            <summary>{t.filters}</summary>
            <Filters graph={graph} />
          </details>
        </Stack>
      </aside>
    </div>
  );
}

export default function GraphView() {
  const graph = useGraph();
  const { state, loaded, error } = graph;
  if (state.roots.length === 0 && !state.from) return <Begin graph={graph} />;
  if (loaded) return <Work graph={graph} loaded={loaded} />;
  if (error !== undefined) return <Failure error={error} again={graph.again} />;
  return <Loading />;
}
