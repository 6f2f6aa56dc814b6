import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems, usePage } from './browser';

const listed = async (page: Page) =>
  Number(/共 (\d+) 条/.exec((await page.getByText(/已显示 \d+ 条，共 \d+ 条/).textContent()) ?? '')?.[1]);

describe('gaps', () => {
  const here = usePage();

  test('a cell opens needs, supply, reason and sources, with the figure of the cell', async () => {
    const { page } = here;
    await page.goto('/gaps');
    const cell = page.getByRole('button', { name: /^高性能磁性材料，浙江省：/ });
    const supply = /供给 (\d+)/.exec((await cell.textContent()) ?? '')?.[1];
    await cell.click();
    const panel = page.getByRole('dialog');
    await panel.getByRole('heading', { name: `浙江省：供给方 ${supply ?? '?'} 个` }).waitFor();
    await panel
      .getByText(/最强的供给方/)
      .first()
      .waitFor();
    await panel.getByText('临沂市“十四五”科技创新发展规划').first().waitFor();
    const address = page.url();
    await page.keyboard.press('Escape');
    await expect.poll(() => panel.count()).toBe(0);
    await page.goto(address);
    await panel.getByRole('heading', { name: /浙江省：供给方/ }).waitFor();
  });

  test('by keyboard: arrows move through the matrix, Enter opens', async () => {
    const { page } = here;
    await page.goto('/gaps');
    await page.locator('[data-at="0-0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toBe('1-1');
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('heading', { name: /上海市：供给方/ })
      .waitFor();
  });

  test('the fields without partners come first, said in a line; field by field by a switch and by a link', async () => {
    const { page } = here;
    const names = () => page.locator('tbody th[scope=row]').allTextContents();
    await page.goto('/gaps');
    const said = await page.getByText(/\d+ 个领域中，\d+ 个本地没有合作方/).textContent();
    const [total, none, , few] = (said?.match(/\d+/g) ?? []).map(Number);
    const worst = await names();
    expect(worst.length).toBe(total);
    const group = page.locator('tbody', { hasText: '本地没有，周边也少' });
    expect(await group.locator('th[scope=row]').count()).toBe(few);
    // At home, which is the first column, nobody supplies any of them; all that follow somebody does, or it cannot be told.
    const supplied = await page.locator('tbody tr td:nth-of-type(1) button').allTextContents();
    expect(supplied.findIndex((s) => !/供给 0( |$)/.test(s))).toBe(none);

    await page.getByText('按领域分类').click();
    await expect.poll(names).not.toEqual(worst);
    expect((await names()).toSorted()).toEqual(worst.toSorted());
    expect(await page.locator('th[scope=rowgroup]').count()).toBe(0);
    const plain = await names();
    await page.goto(page.url());
    await expect.poll(names).toEqual(plain);

    await page.goto('/gaps?view=list');
    await page.getByText(said ?? '?').waitFor();
    await expect.poll(() => page.locator('main ol > li > a').first().textContent()).toBe(worst[0]);
  });

  test('fields without partners are one choice away', async () => {
    const { page } = here;
    await page.goto('/gaps?rows=nobody');
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    for (const label of await page.locator('tbody button').evaluateAll((all) => all.map((b) => b.textContent)))
      expect(label).toMatch(/供给 0( |$)/);
    await page.getByText('缺口清单').click();
    await page.getByText('本地没有，周边也少', { exact: false }).first().waitFor();
    await expect.poll(() => page.getByText(/本地供给 0/).count()).toBeGreaterThan(5);
  });

  test('a gap leads to the match desk: from its cell, and from the list', async () => {
    const { page } = here;
    await page.goto('/gaps?cell=field:mach-agri,region:371300');
    await page.getByRole('dialog').getByRole('link', { name: '到对接台找合作方' }).click();
    await page.waitForURL('**/match?demand=field*');
    await page.getByRole('heading', { name: /推荐合作方（共 \d+ 家）/ }).waitFor();
    await page.goto('/gaps?view=list');
    await page.getByRole('link', { name: '到对接台为“农业机械”找合作方' }).click();
    await page.waitForURL('**/match?demand=field*');
  });

  test('cities as columns, empty ones left out in words', async () => {
    const { page } = here;
    await page.goto('/gaps?columns=CITY');
    await page.getByText(/\d+ 个区域既无需求也无供给，没有列出/).waitFor();
    const before = await page.getByRole('columnheader').count();
    await page.getByRole('button', { name: '全部列出' }).click();
    await expect.poll(() => page.getByRole('columnheader').count()).toBeGreaterThan(before);
  });
});

describe('plan', () => {
  const here = usePage();

  test('every bar leads to a list of just as many', async () => {
    const { page } = here;
    for (const chart of [/^重点项目/, /^创新平台/]) {
      await page.goto('/plan');
      const bars = page.getByRole('group', { name: chart }).getByRole('link');
      await bars.first().waitFor();
      const label = await bars.last().textContent();
      const number = Number(/ (\d+)$/.exec(label ?? '')?.[1]);
      await bars.last().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/list?*');
      await expect.poll(() => listed(page)).toBe(number);
    }
  });

  test('a bar of ties lists the bodies, and the table says the same as the chart', async () => {
    const { page } = here;
    await page.goto('/plan');
    const chart = page.getByRole('figure').filter({ has: page.getByRole('group', { name: /按省份/ }) });
    await chart.getByText('同样内容的表格').click();
    const row = chart.getByRole('row').filter({ hasText: '浙江省' });
    const cells = await row.getByRole('cell').allTextContents();
    const bar = chart.locator('svg a').filter({ hasText: '浙江省' });
    expect(await bar.textContent()).toBe(`浙江省 ${cells.at(-1) ?? '?'}`);
    await bar.click();
    await page.waitForURL('**/list?ids=*');
    await page.getByRole('link', { name: '浙江大学', exact: true }).waitFor();
  });

  test('targets that contradict each other both stand there', async () => {
    const { page } = here;
    await page.goto('/plan');
    const row = page.getByRole('row').filter({ hasText: '每年净增高新技术企业' });
    expect(await row.textContent()).toMatch(/200 家.*150 家.*说法不一.*二（三）§5.*三\.2/);
  });
});

describe('help and tour', () => {
  const here = usePage();

  test('the tour comes on the first visit, has five steps, and not again when it was skipped', async () => {
    const { page } = here;
    await page.goto('/');
    const tour = page.getByRole('region', { name: '快速入门' });
    for (let step = 1; step < 5; step++) {
      await tour.getByText(`第 ${step} 步，共 5 步`).waitFor();
      await tour.getByRole('button', { name: '下一步' }).click();
    }
    await tour.getByRole('button', { name: '完成' }).click();
    await expect.poll(() => tour.count()).toBe(0);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await tour.count()).toBe(0);
    await page.goto('/help');
    await page.getByRole('button', { name: '重新看快速入门' }).click();
    await tour.waitFor();
  });

  test('what is 依托?', async () => {
    const { page } = here;
    await page.goto('/help');
    await page.getByLabel('查找术语').fill('依托');
    await page.getByText('规划写明集群、领域、平台或项目的发展要倚靠的单位或平台').waitFor();
    await page.getByLabel('查找术语').fill('香蕉');
    await page.getByText('没有这个术语').waitFor();
  });
});

describe('accessible', () => {
  for (const [what, settings] of [
    ['light', {}],
    ['dark, English, tablet', { dark: true, language: 'en', width: 820, height: 1180 }],
  ] as const)
    describe(what, () => {
      const here = usePage(settings);
      for (const address of [
        '/gaps',
        '/gaps?columns=CITY&cell=field:mat-magnet,region:330100',
        '/gaps?view=list',
        '/plan',
        '/',
      ])
        test(address, async () => {
          await here.page.goto(address);
          await here.page.locator('h1').first().waitFor(); // not the page that says it is loading
          await here.page.waitForLoadState('networkidle');
          expect(await accessibilityProblems(here.page)).toEqual([]);
        });
    });
});
