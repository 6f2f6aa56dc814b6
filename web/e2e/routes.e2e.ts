import type { Core, NodeSingular } from 'cytoscape';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { usePage } from './browser';

type Box = { what: string; x1: number; x2: number; y1: number; y2: number };
type Labels = { words: Box[]; nodes: Box[]; route: string[]; edges: number };

/** The boxes of what is written and drawn, as Cytoscape itself measures them. */
const labels = (page: Page): Promise<Labels> =>
  page.evaluate(() => {
    const box = document.querySelector('[role=img][class*=canvas]') as unknown as { _cyreg?: { cy: Core } } | null;
    const cy = box?._cyreg?.cy;
    if (!cy) return { words: [], nodes: [], route: [], edges: 0 };
    const slack = 2; // by which Cytoscape makes the box of a text larger than it is
    const of = (what: string, { x1, x2, y1, y2 }: cytoscape.BoundingBox12) => ({
      what,
      x1: x1 + slack,
      x2: x2 - slack,
      y1: y1 + slack,
      y2: y2 - slack,
    });
    const name = (n: NodeSingular) => of(n.id(), n.boundingBox({ includeNodes: false, includeOverlays: false }));
    const said = cy.edges().filter((e) => String(e.data('said') ?? '') !== '');
    return {
      words: said.map((e) => of(e.id(), e.boundingBox({ includeEdges: false, includeOverlays: false }))),
      nodes: cy.nodes().map(name),
      route: cy.edges('.route').map((e) => e.id()),
      edges: cy.edges().length,
    };
  });

const overlap = (a: Box, b: Box) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

for (const [what, settings] of [
  ['Chinese', {}],
  ['English, tablet', { language: 'en', width: 820, height: 1180 }],
] as const)
  describe(`words of routes, ${what}`, () => {
    const here = usePage(settings);

    test('none covers another, or the name of a node; the chosen route has all of its words', async () => {
      const { page } = here;
      await page.goto('/graph?from=org:lyu&to=org:sjtu');
      await expect.poll(async () => (await labels(page)).words.length).toBeGreaterThan(5);
      const { words, nodes, route, edges } = await labels(page);
      expect(edges).toBeGreaterThan(10);
      const overlapping = words.flatMap((a, i) =>
        [...words.slice(i + 1), ...nodes].filter((b) => overlap(a, b)).map((b) => [a.what, b.what]),
      );
      expect(overlapping).toEqual([]);
      const said = words.map((w) => w.what);
      for (const id of route) expect(said).toContain(id);
    });
  });

describe('how two bodies are connected', () => {
  const here = usePage();

  test('from the page of one: its graph offers at once to start there', async () => {
    const { page } = here;
    await page.goto('/entity/org:lyu');
    await page.getByRole('link', { name: '在图谱中查看' }).click();
    await page.getByRole('button', { name: '设为路径起点' }).click();
    await page.getByRole('combobox', { name: '搜索路径终点' }).fill('上海交大');
    await page
      .getByRole('option', { name: /上海交通大学/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '“临沂大学”与“上海交通大学”的关联' }).waitFor();
  });
});
