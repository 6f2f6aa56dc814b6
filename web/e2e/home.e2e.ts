import { describe, expect, test } from 'vitest';
import { accessibilityProblems, usePage } from './browser';

describe('home', () => {
  const here = usePage();

  for (const [task, path] of [
    ['为一个项目找合作方', '/match'],
    ['有合作方来电，看什么适合它', '/match/demands'],
    ['看两家单位怎样关联', '/graph'],
    ['看哪些领域没有合作方', '/gaps'],
    ['列出规划的重点项目', '/list'],
  ] as const)
    test(`the task “${task}” begins on ${path}`, async () => {
      const { page } = here;
      await page.goto('/');
      await page.getByRole('main').getByRole('link', { name: task }).click();
      await page.waitForURL((url) => url.pathname === path);
      await page.getByRole('heading', { level: 1 }).waitFor();
    });

  test('a kind with its number leads to a list of just as many', async () => {
    const { page } = here;
    await page.goto('/');
    const kind = page.getByRole('main').getByRole('link', { name: /高校$/ });
    const number = /\d+/.exec((await kind.textContent()) ?? '')?.[0];
    await kind.click();
    await page.waitForURL('**/list?kinds=UNIVERSITY');
    await page.getByText(`共 ${number ?? '?'} 条`).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
