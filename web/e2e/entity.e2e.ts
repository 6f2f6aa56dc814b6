import { describe, expect, test } from 'vitest';
import { accessibilityProblems, usePage } from './browser';

describe('the page of an entity', () => {
  const here = usePage();

  test('tells what it is, with sources and links', async () => {
    const { page } = here;
    await page.goto('/entity/org:zju');
    await page.getByRole('heading', { level: 1, name: '浙江大学' }).waitFor();
    const about = page.getByRole('region', { name: '基本情况' });
    await expect.poll(() => about.textContent()).toContain('Zhejiang University');
    expect(await about.textContent()).toContain('原文载明');
    const links = await about.getByRole('link').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    expect(links).toContain('https://ror.org/00a2xv884');
    expect(links.every((l) => /^https?:/.test(l))).toBe(true);
  });

  test('opens by an address whose colon was encoded, too', async () => {
    await here.page.goto('/entity/org%3Azju');
    await here.page.getByRole('heading', { level: 1, name: '浙江大学' }).waitFor();
  });

  test('groups its relations with true counts and pages through one', async () => {
    const { page } = here;
    await page.goto('/entity/org:zju');
    const group = page.getByRole('region', { name: /^优势学科/ });
    await group.waitFor();
    const total = Number(/\d+/.exec((await group.getByRole('heading').textContent()) ?? '')?.[0]);
    expect(total).toBeGreaterThan(10);
    expect(await group.getByRole('status').textContent()).toBe(`已显示 10 条，共 ${total} 条`);
    await group.getByRole('button', { name: '显示更多' }).click();
    await expect.poll(() => group.locator('li[class*=tie]').count()).toBe(Math.min(total, 60));
  });

  test('keeps what is only planned apart from what is real', async () => {
    const { page } = here;
    await page.goto('/entity/org:lyu');
    const group = page.getByRole('region', { name: /^被依托于/ });
    await expect.poll(() => group.textContent()).toContain('仅为规划');
  });

  test('an id that nothing has is said in words', async () => {
    await here.page.goto('/entity/org:nobody');
    await here.page.getByText('没有编号为“org:nobody”的条目').waitFor();
  });

  test('the query behind it opens in GraphiQL', async () => {
    const { page } = here;
    await page.goto('/entity/org:lyu');
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: '背后的查询' }).first().click();
    const editor = await opened;
    await editor.waitForLoadState('networkidle');
    await expect.poll(() => editor.locator('.graphiql-query-editor').textContent()).toContain('EntityPage');
    await expect
      .poll(() => editor.locator('.graphiql-editor-tools, .graphiql-editors').first().textContent())
      .toContain('org:lyu');
  });

  test('in English it has the English name and no Chinese words of ours', async () => {
    const { page } = here;
    await page.goto('/entity/org:zju');
    await page.getByRole('button', { name: /EN/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Zhejiang University' }).waitFor();
    await page.getByRole('heading', { name: 'Relations' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Zhejiang University' }).waitFor();
  });

  test('is accessible', async () => {
    await here.page.goto('/entity/org:lyu');
    await here.page.getByRole('heading', { name: '关系' }).waitFor();
    await here.page.waitForLoadState('networkidle');
    expect(await accessibilityProblems(here.page)).toEqual([]);
  });
});
