import type { Core } from 'cytoscape';
import { beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { launch, usePage } from './browser';

const project = 'project:chao-di-gong-hao-mnzn-tie-yang-ti-cai-liao';
const match = `/match?demand=${project}&region=region:330000&open=org:zju`;
const demands = '/match/demands?partner=org:nju&kinds=KEY_PROJECT&section=专栏5';
const graph = '/graph?ids=org:lyu&node=region:371300';

// The same scenarios on each store: scripts/e2e-web.sh on the embedded one,
// scripts/e2e-neo4j.sh on Neo4j.
describe(`on the ${inject('store')} store`, () => {
  const here = usePage();
  const patient = { timeout: 60_000 };
  vi.setConfig({ testTimeout: 120_000 });
  // A Neo4j that has just been started plans each statement, and is slow at it: the
  // scenarios are about what comes, not about when.
  beforeAll(async () => {
    if (inject('store') !== 'neo4j') return;
    const browser = await launch();
    const page = await browser.newPage({ baseURL: inject('server') });
    for (const address of ['/entity/org:zju', '/search?q=大学', graph, match, demands])
      await page.goto(address, { waitUntil: 'networkidle', ...patient });
    await browser.close();
  }, 240_000);
  beforeEach(() => {
    here.page.setDefaultTimeout(patient.timeout);
  });

  test('a short name is offered, and opens its page with relations and sources', async () => {
    const { page } = here;
    await page.goto('/');
    await page.getByRole('combobox').fill('zjdx');
    await expect.poll(() => page.getByRole('option').first().textContent(), patient).toContain('浙江大学');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/entity/org*zju');
    await page.getByRole('heading', { level: 1, name: '浙江大学' }).waitFor();
    const group = page.getByRole('region', { name: /^优势学科/ });
    await group.waitFor();
    expect(Number(/\d+/.exec((await group.getByRole('heading').textContent()) ?? '')?.[0])).toBeGreaterThan(10);
    expect(await page.getByRole('region', { name: '基本情况' }).textContent()).toContain('原文载明');
  });

  test('search answers page by page, with a true count', async () => {
    const { page } = here;
    await page.goto('/search?q=大学');
    const rows = page.getByRole('main').getByRole('listitem');
    await expect.poll(() => rows.count(), patient).toBe(20);
    await page.getByRole('button', { name: '显示更多' }).click();
    await expect.poll(() => rows.count(), patient).toBe(40);
  });

  test('a node of the graph opens in place', async () => {
    const { page } = here;
    const size = () =>
      page.evaluate(() => {
        const box = document.querySelector('[role=img][class*=canvas]') as unknown as { _cyreg?: { cy: Core } } | null;
        return box?._cyreg?.cy.nodes().length ?? 0;
      });
    await page.goto(graph);
    await expect.poll(size, patient).toBeGreaterThan(3);
    const before = await size();
    await page.getByRole('region', { name: '临沂市' }).getByRole('button', { name: '展开', exact: true }).click();
    await expect.poll(size, patient).toBe(before + 50);
    await page.getByText(/临沂市：已显示 50 条关系，共 \d+ 条/).waitFor();
  });

  test('the match desk ranks partners and shows what that rests on, and the other way round', async () => {
    const { page } = here;
    await page.goto(match);
    await page.getByRole('heading', { name: '推荐合作方（共 16 家）' }).waitFor();
    expect(await page.getByRole('heading', { level: 3 }).first().textContent()).toContain('宁波材料');
    const evidence = page.getByRole('region', { name: '浙江大学的评分依据' });
    await evidence.getByText('来源（2 步）').first().waitFor();
    await page.goto(demands);
    await page.getByRole('heading', { name: '最适合南京大学的需求（共 34 项）' }).waitFor();
  });
});
