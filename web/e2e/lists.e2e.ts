import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems, usePage } from './browser';

const total = async (page: Page) =>
  Number(/共 (\d+) 条/.exec((await page.getByText(/已显示 \d+ 条，共 \d+ 条/).textContent()) ?? '')?.[1]);

const facet = (page: Page, title: string, value: string) =>
  page.getByRole('group', { name: title, exact: true }).locator('label').filter({ hasText: value });

const count = async (page: Page, title: string, value: string) =>
  Number(/(\d+)$/.exec((await facet(page, title, value).textContent()) ?? '')?.[1]);

describe('a list on a tablet', () => {
  const here = usePage({ width: 820, height: 1180 });

  test('its columns fit, and sources are not squeezed into a strip', async () => {
    const { page } = here;
    await page.goto('/list?kinds=KEY_PROJECT');
    const cell = page.locator('td[data-column=source]').first();
    await cell.waitFor();
    expect((await cell.boundingBox())?.width).toBeGreaterThan(150);
    const table = page.getByRole('region', { name: '实体列表' });
    const [wide, room] = await table.evaluate((e) => [e.scrollWidth, e.clientWidth]);
    expect(wide).toBeLessThanOrEqual(room);
  });
});

describe('lists', () => {
  const here = usePage();

  test('several facets at once leave what they count, and the link restores it', async () => {
    const { page } = here;
    await page.goto('/list');
    await facet(page, '类型', '创新平台').click();
    await page.waitForURL('**kinds=PLATFORM*');
    await expect.poll(() => total(page)).toBe(await count(page, '类型', '创新平台'));
    await page.locator('section[aria-busy="false"]').waitFor(); // the facets come apart from the list
    const promised = await count(page, '区域', '江苏省');
    await facet(page, '区域', '江苏省').click();
    await expect.poll(() => total(page)).toBe(promised);
    const address = page.url();
    await page.goto('/');
    await page.goto(address);
    await expect.poll(() => total(page)).toBe(promised);
    expect(await facet(page, '区域', '江苏省').getByRole('checkbox').isChecked()).toBe(true);
  });

  test('what is unknown is counted, and can be listed', async () => {
    const { page } = here;
    await page.goto('/list?kinds=PLATFORM');
    const unknown = await count(page, '状态', '未知');
    expect(unknown).toBeGreaterThan(0);
    await facet(page, '状态', '未知').click();
    await expect.poll(() => total(page)).toBe(unknown);
    await page.getByRole('button', { name: '取消筛选：状态未知' }).click();
    await expect.poll(() => total(page)).toBeGreaterThan(unknown);
  });

  test('unknown regions agree with their list', async () => {
    const { page } = here;
    await page.goto('/list?level=REGION');
    const unknown = await count(page, '区域', '未知');
    await facet(page, '区域', '未知').click();
    await expect.poll(() => total(page)).toBe(unknown);
  });

  test('pages, sorting, columns, and a row leads to its page', async () => {
    const { page } = here;
    await page.goto('/list?kinds=UNIVERSITY');
    const rows = page.locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(25);
    const first = await rows.first().textContent();
    await page.getByRole('button', { name: '显示更多' }).click();
    await expect.poll(() => rows.count()).toBe(50);
    await page.getByRole('button', { name: '名称' }).click();
    await page.waitForURL('**sort=NAME.DESC*');
    await expect.poll(() => rows.first().textContent()).not.toBe(first);
    await page.getByRole('button', { name: '选择列' }).click();
    await page.getByRole('menuitemcheckbox', { name: '英文名' }).click();
    await page.getByRole('columnheader', { name: '英文名' }).waitFor();
    await page.keyboard.press('Escape');
    await rows.first().getByRole('link').first().click();
    await page.waitForURL('**/entity/org*');
  });

  test('a name filters while somebody types; nothing found is said in words', async () => {
    const { page } = here;
    await page.goto('/list?kinds=UNIVERSITY');
    await page.getByLabel('按名称筛选').fill('浙大');
    await page.waitForURL('**q=*');
    await expect.poll(() => page.locator('tbody tr').first().textContent()).toContain('浙江大学');
    await page.getByLabel('按名称筛选').fill('量子香蕉qqq');
    await page.getByText('没有符合条件的条目').waitFor();
  });

  test('the export for Excel holds every row with its source', async () => {
    const { page } = here;
    await page.goto('/list?kinds=KEY_PROJECT&region=&section=专栏9&document=doc:linyi-145-sti-plan');
    const all = await total(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 CSV' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv.match(/专栏9（\d）/g)?.length).toBeGreaterThanOrEqual(all);
  });

  test('a term is explained where it stands', async () => {
    const { page } = here;
    await page.goto('/list');
    await page.getByRole('button', { name: '什么是“状态”？' }).click();
    await page.getByText('来源没有说，不是没有建').waitFor();
    await page.getByRole('link', { name: '全部术语' }).click();
    await page.waitForURL('**/help?term=STATUS');
  });
});

describe('map', () => {
  const here = usePage();

  test('a city opens from the table and from the circle, and leads to the same list', async () => {
    const { page } = here;
    await page.goto('/map?kinds=UNIVERSITY');
    await page.getByRole('button', { name: '杭州市' }).click();
    await page.waitForURL('**place=region*330100*');
    await page.getByRole('heading', { name: '杭州市' }).waitFor();
    await page.locator('[data-place="region:320100"]').click();
    await page.getByRole('heading', { name: '南京市' }).waitFor();
    const row = page.getByRole('row').filter({ hasText: '南京市' });
    const number = Number(await row.getByRole('link').textContent());
    await row.getByRole('link').click();
    await page.waitForURL('**/list?*');
    await expect.poll(() => total(page)).toBe(number);
  });

  test('ties of Linyi are arcs, and can be hidden', async () => {
    const { page } = here;
    await page.goto('/map');
    await page.locator('svg[role=img] path[stroke-width]').first().waitFor();
    const arcs = page.locator('svg[role=img] path[stroke-width]');
    await expect.poll(() => arcs.count()).toBeGreaterThan(5);
    await page.getByText('联系', { exact: true }).click();
    await page.waitForURL('**hide=ties*');
    await expect.poll(() => arcs.count()).toBe(0);
  });
});

describe('accessible', () => {
  for (const [what, settings] of [
    ['light', {}],
    ['dark, English, tablet', { dark: true, language: 'en', width: 820, height: 1180 }],
  ] as const)
    describe(what, () => {
      const here = usePage(settings);
      for (const address of ['/list?kinds=PLATFORM&status=NONE', '/map?place=region:330100', '/help?term=RELIES_ON'])
        test(address, async () => {
          await here.page.goto(address);
          await here.page.locator('h1').first().waitFor(); // not the page that says it is loading
          await here.page.waitForLoadState('networkidle');
          expect(await accessibilityProblems(here.page)).toEqual([]);
        });
    });
});
