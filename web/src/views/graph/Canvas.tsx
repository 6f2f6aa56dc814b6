import cytoscape, { type Core, type ElementDefinition, type NodeSingular } from 'cytoscape';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { lookOf } from '../../shared/kinds/look';
import type { GraphEdge, GraphNode } from './content';
import { keepLabelled } from './labelling';
import type { Place } from './layout';
import { coloursOf, shapeOf, signOf, styleOf, type Side } from './look';
import style from './GraphView.module.css';

export type Picture = {
  nodes: GraphNode[];
  edges: GraphEdge[];
  places: Map<string, Place>;
  open: Set<string>;
  pinned: Map<string, Place>;
  route: Set<string>;
  found: Set<string>;
  selected: string | null;
};

export type Words = { name: (n: GraphNode) => string; relation: (e: GraphEdge) => string; side: Side };

type Acts = {
  onSelect: (id: string | null) => void;
  onToggle: (id: string) => void;
  onPin: (id: string, x: number, y: number) => void;
  onReady: (cy: Core | null) => void;
};

const join = (...classes: (string | false)[]) => classes.filter(Boolean).join(' ');

function elementsOf(p: Picture, words: Words): ElementDefinition[] {
  const nodes = p.nodes.map((n): ElementDefinition => ({
    group: 'nodes',
    data: {
      id: n.id,
      name: words.name(n),
      colour: lookOf(n.kind).colour,
      shape: shapeOf(n.kind),
      sign: signOf(n.kind, words.side),
    },
    position: p.pinned.get(n.id) ?? p.places.get(n.id) ?? { x: 0, y: 0 },
    classes: join(
      n.status === 'PLANNED' && 'planned',
      p.open.has(n.id) && 'open',
      p.pinned.has(n.id) && 'pinned',
      p.found.has(n.id) && 'found',
      /^[\p{Script=Latin}\s\d\p{P}]+$/u.test(words.name(n)) && 'latin',
    ),
  }));
  const edges = p.edges.map((e): ElementDefinition => ({
    group: 'edges',
    data: { id: e.relationId, source: e.from, target: e.to, name: words.relation(e) },
    classes: join(
      e.relation === 'COOPERATES_WITH' && 'both',
      e.status === 'PLANNED' && 'planned',
      p.route.has(e.relationId) && 'route',
    ),
  }));
  return [...nodes, ...edges];
}

const scratch = '_brought'; // of an element: what it was made of

/** Brings the drawing to what the picture is; what is as it was costs no new style. */
function bring(cy: Core, wanted: ElementDefinition[]) {
  const ids = new Set(wanted.map((e) => e.data.id));
  const fresh: ElementDefinition[] = [];
  cy.batch(() => {
    cy.elements()
      .filter((e) => !ids.has(e.id()))
      .remove();
    for (const e of wanted) {
      const made = JSON.stringify([e.data, e.classes]);
      const there = cy.getElementById(e.data.id ?? '');
      if (there.empty()) {
        fresh.push({ ...e, scratch: { [scratch]: made } });
        continue;
      }
      if (there.scratch(scratch) !== made) {
        there.data(e.data);
        there.classes(typeof e.classes === 'string' ? e.classes : '');
        there.scratch(scratch, made);
      }
      if (e.position && there.isNode() && !there.grabbed()) moveTo(there, e.position);
    }
    cy.add(fresh);
  });
}

/** Only if it is elsewhere: edges are laid anew for every node that moves. */
function moveTo(node: NodeSingular, { x, y }: Place) {
  const { x: left, y: top } = node.position();
  if (left !== x || top !== y) node.position({ x, y });
}

const manyElements = 3000;

/**
 * While the view of a large graph moves, the last drawing is moved as a picture; at rest
 * all is drawn again. The renderer takes this as an option when it is made, which is
 * before anybody knows how large the graph becomes.
 */
function easeMoving(cy: Core) {
  const { renderer } = cy as unknown as { renderer?: () => { textureOnViewport?: boolean } };
  if (renderer) renderer.call(cy).textureOnViewport = cy.elements().length > manyElements;
}

/** The drawn graph. All that it shows and does is also in the table and the panel. */
export function Canvas({ picture, words, acts, label }: { picture: Picture; words: Words; acts: Acts; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [cy, setCy] = useState<Core>();
  const scheme = useComputedColorScheme('light');
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });

  useEffect(() => {
    if (!box.current) return;
    const made = cytoscape({
      container: box.current,
      minZoom: 0.08,
      maxZoom: 3,
      boxSelectionEnabled: false,
      selectionType: 'single',
      layout: { name: 'preset' },
    });
    made.on('tap', (e) => {
      if (e.target === made) latest.current.onSelect(null);
    });
    made.on('tap', 'node', (e) => {
      latest.current.onSelect((e.target as cytoscape.NodeSingular).id());
    });
    made.on('dbltap', 'node', (e) => {
      latest.current.onToggle((e.target as cytoscape.NodeSingular).id());
    });
    made.on('dragfree', 'node', (e) => {
      const node = e.target as cytoscape.NodeSingular;
      latest.current.onPin(node.id(), node.position('x'), node.position('y'));
    });
    setCy(made);
    latest.current.onReady(made);
    return () => {
      latest.current.onReady(null);
      made.destroy();
    };
  }, []);

  useEffect(() => {
    if (cy && box.current) cy.style(styleOf(coloursOf(box.current)));
  }, [cy, scheme]);

  useEffect(() => {
    if (!cy) return undefined;
    const before = cy.nodes().length;
    bring(cy, elementsOf(picture, words));
    easeMoving(cy);
    // The first picture is shown whole; later ones leave the view where it is.
    if (before === 0 && cy.nodes().nonempty()) cy.fit(undefined, 50).zoom(Math.min(cy.zoom(), 1.2)).center();
    cy.elements(':selected').forEach((e) => {
      if (e.id() !== picture.selected) e.unselect();
    });
    if (picture.selected) cy.getElementById(picture.selected).select();
    return keepLabelled(cy, picture.route);
  }, [cy, picture, words]);

  return (
    <>
      {/* Cytoscape would put a style element of this id into the page, which the
          Content-Security-Policy refuses; the rule stands in our own styles. */}
      <div id="__________cytoscape_stylesheet" hidden />
      <div ref={box} className={style.canvas} role="img" aria-label={label} />
    </>
  );
}
