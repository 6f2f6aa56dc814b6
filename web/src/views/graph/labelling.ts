import type { Core, NodeSingular } from 'cytoscape';
import { labelSize, placeWords, sizeOf, type Box } from './edgeLabels';

/** Words smaller than this on the screen cannot be read, and are not drawn. */
export const legible = 9.5;

const boxOf = (n: NodeSingular, part: cytoscape.BoundingBoxOptions): Box => {
  const { x1, x2, y1, y2 } = n.boundingBox({ includeOverlays: false, ...part });
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, w: x2 - x1, h: y2 - y1 };
};

/** Puts the words of the edges where none covers another, a sign or a name. */
function label(cy: Core, first: ReadonlySet<string>) {
  const taken = cy
    .nodes()
    .toArray()
    .flatMap((n) => [boxOf(n, { includeLabels: false }), boxOf(n, { includeNodes: false })]);
  const edges = cy.edges().toArray();
  const sorted = edges.toSorted((a, b) => Number(first.has(b.id())) - Number(first.has(a.id())));
  const places = placeWords(
    sorted.map((e) => ({
      id: e.id(),
      line: [e.sourceEndpoint(), e.midpoint(), e.targetEndpoint()],
      ...sizeOf(String(e.data('name'))),
    })),
    taken,
  );
  cy.batch(() => {
    for (const e of edges) {
      const at = places.get(e.id());
      const middle = e.midpoint();
      const next = at
        ? { said: String(e.data('name')), dx: at.x - middle.x, dy: at.y - middle.y }
        : { said: '', dx: 0, dy: 0 };
      if (Object.entries(next).some(([k, v]) => e.data(k) !== v)) e.data(next);
    }
  });
}

/**
 * Labels the edges as soon as their words can be read, which in a far view they cannot;
 * the end of it stops that. Sizes are those of the picture: zooming changes nothing.
 */
export function keepLabelled(cy: Core, first: ReadonlySet<string>): () => void {
  let done = false;
  const act = () => {
    if (done || cy.zoom() * labelSize < legible) return;
    done = true;
    label(cy, first);
  };
  cy.on('zoom', act);
  act();
  return () => {
    cy.off('zoom', act);
  };
}
