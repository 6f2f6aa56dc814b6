import { describe, expect, test } from 'vitest';
import { accessibilityProblems, usePage } from './browser';

describe('search', () => {
  const here = usePage();

  for (const [typed, name] of [
    ['浙大', '浙江大学'],
    ['zjdx', '浙江大学'],
    ['zhejiangdaxue', '浙江大学'],
    ['Tongji', '同济大学'],
    ['中科院宁波材料所', '中国科学院宁波材料技术与工程研究所'],
  ] as const) {
    test(`${typed} is offered as ${name}`, async () => {
      const { page } = here;
      await page.goto('/');
      await page.getByRole('combobox').fill(typed);
      await expect.poll(() => page.getByRole('option').first().textContent()).toContain(name);
    });
  }

  test('by keyboard alone: focus, type, choose, open; then it is among the recent ones', async () => {
    const { page } = here;
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('临沂大学');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const box = page.getByRole('combobox');
    const active = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active ?? 'none'}`).textContent()).toContain('临沂大学');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/entity/org:lyu');
    await page.getByRole('heading', { level: 1, name: '临沂大学' }).waitFor();
  });

  test('a numbered box of the plan leads to what it names', async () => {
    const { page } = here;
    await page.goto('/search?q=' + encodeURIComponent('专栏5'));
    await page.getByRole('link', { name: '列出“专栏5”写明的' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.locator('main').textContent()).toContain('超低功耗MnZn铁氧体材料');
  });

  test('Enter opens all results, page by page', async () => {
    const { page } = here;
    await page.goto('/');
    await page.getByRole('combobox').fill('大学');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=*');
    const rows = page.getByRole('main').getByRole('listitem');
    await expect.poll(() => rows.count()).toBe(20);
    await page.getByRole('button', { name: '显示更多' }).click();
    await expect.poll(() => rows.count()).toBe(40);
    await page
      .getByRole('status')
      .filter({ hasText: /已显示 40 条，共 \d+ 条/ })
      .waitFor();
  });

  test('the box holds the question of the results, selected on focus, and is empty on every other page', async () => {
    const { page } = here;
    const box = page.getByRole('banner').getByRole('combobox');
    const selected = () =>
      box.evaluate((e) => (e instanceof HTMLInputElement ? [e.selectionStart, e.selectionEnd] : []));
    await page.goto('/');
    await box.fill('铁氧体');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?q=*');
    expect(await box.inputValue()).toBe('铁氧体');
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
    await page.waitForURL('**/entity/*');
    expect(await box.inputValue()).toBe('');
    await page.goBack();
    await expect.poll(() => box.inputValue()).toBe('铁氧体');

    await page.mouse.click(1270, 700); // away from the box and what it offers
    await box.click();
    expect(await selected()).toEqual([0, 3]);
    await page.keyboard.press('End'); // a click into what is focused sets the cursor again
    await box.click();
    const [from, to] = await selected();
    expect(from).toBe(to);
    await page.mouse.click(1270, 700);
    await page.keyboard.press('/');
    expect(await selected()).toEqual([0, 3]);

    await page.keyboard.type('浙大'); // typed, but never asked
    await page.getByRole('navigation').getByRole('link', { name: '帮助' }).click();
    await page.waitForURL('**/help');
    expect(await box.inputValue()).toBe('');
    await page.goto('/help?q=依托'); // the help's own question is not one of the search
    await page.getByLabel('查找术语').waitFor();
    expect(await box.inputValue()).toBe('');
  });

  test('nothing found is said in words', async () => {
    await here.page.goto('/search?q=量子香蕉qqq');
    await here.page.getByText('没有名称与“量子香蕉qqq”相符').waitFor();
  });

  for (const address of ['/', '/search?q=大学', '/search']) {
    test(`${address} is accessible`, async () => {
      await here.page.goto(address);
      await here.page.locator('h1').first().waitFor(); // not the page that says it is loading
      await here.page.waitForLoadState('networkidle');
      expect(await accessibilityProblems(here.page)).toEqual([]);
    });
  }
});
