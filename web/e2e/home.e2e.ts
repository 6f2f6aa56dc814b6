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

describe('English', () => {
  const here = usePage({ language: 'en' });

  test('what boxes say when they are empty is not cut', async () => {
    const { page } = here;
    for (const address of ['/list', '/match', '/match/demands', '/map', '/graph']) {
      await page.goto(address);
      await page.locator('main input[placeholder]').first().waitFor();
      const cut = await page.locator('main input[placeholder]').evaluateAll((all) =>
        all.flatMap((e) => {
          const input = e as HTMLInputElement;
          const pen = document.createElement('canvas').getContext('2d');
          if (!pen || input.value) return [];
          const style = getComputedStyle(input);
          pen.font = style.font;
          const room = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
          const wide = pen.measureText(input.placeholder).width;
          return wide > room ? [`${input.placeholder}: ${wide.toFixed(0)} of ${room.toFixed(0)}`] : [];
        }),
      );
      expect(cut, address).toEqual([]);
    }
  });
});
