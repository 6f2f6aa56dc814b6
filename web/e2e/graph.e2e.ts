import type { Core } from 'cytoscape';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems, usePage } from './browser';

type Drawn = { places: Record<string, { x: number; y: number }>; edges: number };

/** What is drawn, asked of Cytoscape itself; label is the size of the picture in words. */
async function drawn(page: Page): Promise<Drawn> {
  return page.evaluate(() => {
    const box = document.querySelector('[role=img][class*=canvas]') as unknown as { _cyreg?: { cy: Core } } | null;
    const cy = box?._cyreg?.cy;
    if (!cy) return { places: {}, edges: 0 };
    return {
      places: Object.fromEntries(cy.nodes().map((n) => [n.id(), { ...n.position() }])),
      edges: cy.edges().length,
    };
  });
}

async function open(page: Page, address: string): Promise<Drawn> {
  await page.goto(address);
  await expect.poll(async () => Object.keys((await drawn(page)).places).length).toBeGreaterThan(0);
  return drawn(page);
}

const size = async (page: Page) => Object.keys((await drawn(page)).places).length;

/** Where a node is on the screen. */
const onScreen = (page: Page, id: string) =>
  page.evaluate((wanted) => {
    const box = document.querySelector('[role=img][class*=canvas]');
    const cy = (box as unknown as { _cyreg: { cy: Core } })._cyreg.cy;
    const { x, y } = cy.getElementById(wanted).renderedPosition();
    // eslint-disable-next-line @typescript-eslint/no-non-null-assertion
    const { left, top } = box!.getBoundingClientRect();
    return { x: left + x, y: top + y };
  }, id);

describe('the graph', () => {
  const here = usePage();

  test('without a start it says how to begin, and begins', async () => {
    const { page } = here;
    await page.goto('/graph');
    await page.getByRole('heading', { name: '从一个名称开始' }).waitFor();
    const box = page.getByRole('main').getByRole('combobox');
    await box.fill('临沂大学');
    await page.getByRole('option').first().click();
    await expect.poll(() => size(page)).toBeGreaterThan(3);
  });

  test('opens a node in place, without the rest moving, and closes it again', async () => {
    const { page } = here;
    const before = await open(page, '/graph?ids=org:lyu&node=region:371300');
    await page.getByRole('region', { name: '临沂市' }).getByRole('button', { name: '展开', exact: true }).click();
    await expect.poll(() => size(page)).toBeGreaterThan(Object.keys(before.places).length + 10);
    const after = await drawn(page);
    for (const [id, place] of Object.entries(before.places)) expect(after.places[id]).toEqual(place);
    await page.getByRole('region', { name: '临沂市' }).getByRole('button', { name: '收起' }).click();
    await expect.poll(async () => (await drawn(page)).places).toEqual(before.places);
  });

  test('undo and redo', async () => {
    const { page } = here;
    const before = await open(page, '/graph?ids=org:lyu&node=discipline:0710');
    await page.getByRole('button', { name: '隐藏', exact: true }).click();
    await page.getByText('已隐藏 1 个节点').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => size(page)).toBe(Object.keys(before.places).length);
    await page.getByRole('button', { name: '重做' }).click();
    await expect.poll(() => size(page)).toBe(Object.keys(before.places).length - 1);
  });

  test('says how much was cut, and gets more', async () => {
    const { page } = here;
    await open(page, '/graph?ids=org:zju');
    const note = page.getByText(/浙江大学：已显示 50 条关系，共 \d+ 条/);
    await note.waitFor();
    await page.getByRole('button', { name: '再多一些' }).click();
    await note.waitFor({ state: 'detached' });
    expect((await drawn(page)).edges).toBeGreaterThan(100);
  });

  test('filters before opening: only one kind of relation, a region, nothing merely planned', async () => {
    const { page } = here;
    await open(page, '/graph?ids=org:zju&open=&node=org:zju');
    await page.getByRole('button', { name: /^建设\/依托\/牵头的 \d+$/ }).click();
    await expect.poll(() => size(page)).toBeGreaterThan(5);
    const kinds = await page.getByRole('button', { pressed: true }).allTextContents();
    expect(kinds.some((k) => k.includes('创新平台'))).toBe(true);
    expect(kinds.some((k) => k.includes('学科'))).toBe(false);

    const all = await open(page, '/graph?ids=org:lyu');
    const reported = await open(page, '/graph?ids=org:lyu&planned=reported');
    expect(reported.edges).toBeLessThan(all.edges);
    await page.getByText(/临沂大学：另有 \d+ 条关系不符合筛选条件，未显示/).waitFor();
  });

  test('a region filter leaves the room of a hub to what lies there, with true numbers', async () => {
    const { page } = here;
    await open(page, '/graph?ids=org:zju');
    const cut = page.getByText(/浙江大学：已显示 50 条关系，共 \d+ 条/);
    await cut.waitFor();
    const all = Number(/共 (\d+) 条/.exec((await cut.textContent()) ?? '')?.[1]);
    await page.getByText('展开时的筛选').click();
    await page.getByRole('combobox', { name: '区域（含下级）' }).fill('山东');
    await page
      .getByRole('option', { name: /山东省/ })
      .first()
      .click();
    const note = page.getByText(/浙江大学：另有 \d+ 条关系不符合筛选条件，未显示/);
    await note.waitFor();
    const leftOut = Number(/另有 (\d+) 条/.exec((await note.textContent()) ?? '')?.[1]);
    const { places, edges } = await drawn(page);
    expect(Object.keys(places)).toContain('org:ly-agridev'); // in 临沂市, a city of the province
    expect(Object.keys(places).filter((id) => /^(field|discipline|region):/.test(id))).toEqual([]);
    expect(await cut.count()).toBe(0);
    expect(edges).toBeLessThan(50); // all there are: the rest does not pass
    expect(leftOut).toBeGreaterThan(all - 50);
    await page.getByRole('button', { name: '取消', exact: true }).click();
    await note.waitFor({ state: 'detached' });
    await cut.waitFor();
  });

  test('the legend takes a kind out of sight and back', async () => {
    const { page } = here;
    const before = await open(page, '/graph?ids=org:lyu');
    const item = page.getByRole('button', { name: /^.?区域/ });
    await item.click();
    await expect.poll(() => size(page)).toBe(Object.keys(before.places).length - 1);
    await item.click();
    await expect.poll(() => size(page)).toBe(Object.keys(before.places).length);
  });

  test('how 临沂大学 and 上海交通大学 are connected: ranked routes with sources', async () => {
    const { page } = here;
    await open(page, '/graph?ids=org:lyu&node=org:lyu');
    await page.getByRole('button', { name: '设为路径起点' }).click();
    await page.getByRole('combobox', { name: '搜索路径终点' }).fill('上海交大');
    await page
      .getByRole('option', { name: /上海交通大学/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '“临沂大学”与“上海交通大学”的关联' }).waitFor();
    const routes = page.locator('details[class*=route]');
    await expect.poll(() => routes.count()).toBeGreaterThan(1);
    expect(await routes.first().textContent()).toContain('原文载明');
    await routes.nth(1).locator('summary').first().click();
    await expect.poll(() => page.url()).toContain('route=1');
  });

  test('a route that there is not is explained', async () => {
    await here.page.goto('/graph?from=org:lyu&to=indicator:none');
    await here.page.getByText('没有这些编号：indicator:none').waitFor();
  });

  test('a click selects, a double click opens, dragging pins; the address restores it', async () => {
    const { page } = here;
    const before = await open(page, '/graph?ids=org:lyu');
    const at = await onScreen(page, 'region:371300');
    await page.mouse.click(at.x, at.y);
    await page.getByRole('region', { name: '临沂市' }).waitFor();
    await page.waitForTimeout(600); // or the next click would be the second of a double one
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 120, at.y + 60, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => page.url()).toContain('pin=region');
    const moved = await drawn(page);
    expect(moved.places['region:371300']).not.toEqual(before.places['region:371300']);
    const restored = await open(page, page.url());
    for (const [id, { x, y }] of Object.entries(moved.places)) {
      expect(Math.abs((restored.places[id]?.x ?? 1e9) - x)).toBeLessThan(1);
      expect(Math.abs((restored.places[id]?.y ?? 1e9) - y)).toBeLessThan(1);
    }
    const there = await onScreen(page, 'org:lyu');
    await page.mouse.dblclick(there.x, there.y);
    await expect.poll(() => size(page)).toBe(1);
  });

  test('finds a node in the graph', async () => {
    const { page } = here;
    await open(page, '/graph?ids=org:zju');
    await page.getByRole('textbox', { name: '在图中查找' }).fill('杭州');
    await page.getByText(/找到 \d+ 个/).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('node=');
  });

  test('the table has the same content, and opens nodes by keyboard', async () => {
    const { page } = here;
    const graph = await open(page, '/graph?ids=org:lyu');
    await page.goto('/graph?ids=org:lyu&as=table');
    const [nodes, edges] = [page.getByRole('table').first(), page.getByRole('table').last()];
    await expect.poll(() => nodes.getByRole('row').count()).toBe(Object.keys(graph.places).length + 1);
    await expect.poll(() => edges.getByRole('row').count()).toBe(graph.edges + 1);
    await page.getByRole('button', { name: '展开 临沂市', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => nodes.getByRole('row').count()).toBeGreaterThan(20);
  });

  for (const [item, file, inside] of [
    ['图片 SVG', 'innograph.svg', '来源：'],
    ['表格 CSV（Excel 可打开）', 'innograph.csv', '数据载入于'],
    ['GraphML（Gephi、yEd）', 'innograph.graphml', '数据载入于'],
    ['图片 PNG', 'innograph.png', 'PNG'],
  ] as const) {
    test(`exports ${file}, with sources and date`, async () => {
      const { page } = here;
      await open(page, '/graph?ids=org:lyu');
      await page.getByRole('button', { name: '导出' }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: item }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe(file);
      expect(await readFile(await saved.path(), file.endsWith('png') ? 'latin1' : 'utf8')).toContain(inside);
    });
  }

  test('what filters leave empty is said in words', async () => {
    const { page } = here;
    await open(page, '/graph?ids=org:lyu');
    await page.goto('/graph?ids=org:lyu&open=&off=UNIVERSITY');
    await page.getByText('图中没有可显示的内容').waitFor();
    await page.getByRole('button', { name: '取消筛选和隐藏' }).click();
    await expect.poll(() => size(page)).toBe(1);
  });

  for (const address of [
    '/graph',
    '/graph?ids=org:lyu&node=org:lyu',
    '/graph?ids=org:lyu&as=table',
    '/graph?from=org:lyu&to=org:sjtu',
  ]) {
    test(`${address} is accessible`, async () => {
      await here.page.goto(address);
      await here.page.getByRole('heading', { level: 1 }).waitFor();
      await here.page.waitForLoadState('networkidle');
      expect(await accessibilityProblems(here.page)).toEqual([]);
    });
  }
});
