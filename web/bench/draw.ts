export {};
// One graph, drawn by the library that the address names, panned and zoomed for some
// seconds: how many frames does a person see? Run by run.js.

type Drawn = { move: (t: number) => void };
type Draw = (nodes: Node[], edges: Edge[], here: HTMLElement) => Promise<Drawn>;
type Node = { id: string; x: number; y: number; label: string; colour: string };
type Edge = { id: string; from: string; to: string };

const here = document.getElementById('here') as HTMLElement;
const asked = new URLSearchParams(location.search);

// The same made-up graph each time: names as long as real ones.
function made(nodes: number, edges: number): [Node[], Edge[]] {
  let seed = 42;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const side = Math.sqrt(nodes) * 60;
  const colours = ['#0b62a4', '#a85a00', '#0a7a5a', '#8c2d7d'];
  const all = Array.from({ length: nodes }, (_, i) => ({
    id: `n${i}`,
    x: random() * side,
    y: random() * side,
    label: `临沂市第${i}研究院`,
    colour: colours[i % 4] as string,
  }));
  const at = () => `n${Math.floor(random() * nodes)}`;
  return [all, Array.from({ length: edges }, (_, i) => ({ id: `e${i}`, from: at(), to: at() }))];
}

const cytoscape =
  (settings: object): Draw =>
  async (nodes, edges, container) => {
    const { default: make } = await import('cytoscape');
    const cy = make({
      container,
      elements: [
        ...nodes.map((n) => ({ data: { id: n.id, label: n.label, colour: n.colour }, position: { x: n.x, y: n.y } })),
        ...edges.map((e) => ({ data: { id: e.id, source: e.from, target: e.to } })),
      ],
      layout: { name: 'preset' },
      style: [
        {
          selector: 'node',
          style: {
            label: 'data(label)',
            'background-color': 'data(colour)',
            width: 20,
            height: 20,
            'font-size': 11,
            'min-zoomed-font-size': 8,
          },
        },
        {
          selector: 'edge',
          style: {
            width: 1,
            'line-color': '#999',
            'target-arrow-shape': 'triangle',
            'target-arrow-color': '#999',
            'curve-style': 'straight',
          },
        },
      ],
      ...settings,
    });
    cy.fit();
    const z = cy.zoom();
    return {
      move: (t) => {
        cy.viewport({
          zoom: z * (1.5 + Math.sin(t * 3)),
          pan: { x: 640 + 500 * Math.sin(t * 2) - 640, y: 360 + 300 * Math.cos(t * 2) - 360 },
        });
      },
    };
  };

const sigma =
  (version: 3 | 4): Draw =>
  async (nodes, edges, container) => {
    const { default: Graph } = await import('graphology');
    const { default: Sigma } = version === 3 ? await import('sigma') : await import('sigma4');
    const g = new Graph({ multi: true });
    for (const n of nodes) g.addNode(n.id, { x: n.x, y: n.y, size: 6, label: n.label, color: n.colour });
    for (const e of edges) g.addEdgeWithKey(e.id, e.from, e.to, { size: 1, color: '#999', type: 'arrow' });
    const s = new Sigma(g, container, { ...(version === 3 ? { defaultEdgeType: 'arrow' } : {}) });
    return {
      move: (t) => {
        s.getCamera().setState({
          ratio: 1 / (1.5 + Math.sin(t * 3)),
          x: 0.5 + 0.3 * Math.sin(t * 2),
          y: 0.5 + 0.3 * Math.cos(t * 2),
        });
      },
    };
  };

const g6: Draw = async (nodes, edges, container) => {
  const { Graph } = await import('@antv/g6');
  const g = new Graph({
    container,
    width: 1280,
    height: 720,
    animation: false,
    autoFit: 'view',
    data: {
      nodes: nodes.map((n) => ({
        id: n.id,
        style: { x: n.x, y: n.y, size: 20, labelText: n.label, fill: n.colour, labelFontSize: 11 },
      })),
      edges: edges.map((e) => ({ id: e.id, source: e.from, target: e.to, style: { endArrow: true, stroke: '#999' } })),
    },
  });
  await g.render();
  const z = g.getZoom();
  return {
    move: (t) => {
      void g.zoomTo(z * (1.5 + Math.sin(t * 3)), false, [640, 360]);
      void g.translateBy([10 * Math.cos(t * 2), -6 * Math.sin(t * 2)], false);
    },
  };
};

const all: Record<string, Draw> = {
  cytoscape: cytoscape({}),
  'cytoscape-texture': cytoscape({ textureOnViewport: true, pixelRatio: 1 }),
  'cytoscape-hide': cytoscape({ hideEdgesOnViewport: true, pixelRatio: 1 }),
  'cytoscape-webgl': cytoscape({ renderer: { name: 'canvas', webgl: true } }),
  sigma3: sigma(3),
  sigma4: sigma(4),
  g6,
};

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

async function measure() {
  const draw = all[asked.get('with') ?? ''];
  if (!draw) throw new Error('no such library');
  const graph = made(Number(asked.get('nodes')), Number(asked.get('edges')));
  const begun = performance.now();
  const drawn = await draw(...graph, here);
  await frame();
  await frame();
  const first = performance.now() - begun;
  const times: number[] = [];
  const start = performance.now();
  let last = start;
  while (last - start < 4000) {
    drawn.move((last - start) / 1000);
    await frame();
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  times.sort((a, b) => a - b);
  return { first, fps: (times.length * 1000) / (last - start), worst: times[Math.floor(times.length * 0.95)] };
}

Object.assign(globalThis, { result: measure() });
