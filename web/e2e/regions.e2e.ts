import { describe, expect, test } from 'vitest';
import { usePage } from './browser';

describe('the choosers of regions', () => {
  const here = usePage();

  test('at the match desk: areas, then provinces, cities, districts, each by code; a province brings its cities', async () => {
    const { page } = here;
    await page.goto('/match');
    const region = page.getByRole('combobox', { name: '合作方所在地区' });
    await region.click();
    const options = page.getByRole('listbox', { name: '合作方所在地区' }).getByRole('option');
    await expect.poll(() => options.count()).toBeGreaterThan(50);
    const names = await options.allTextContents();
    expect(names.slice(0, 8)).toEqual([
      '长三角（全部）',
      '不限地区',
      '上海市（全部）',
      '江苏省（全部）',
      '浙江省（全部）',
      '安徽省（全部）',
      '南京市 · 江苏省',
      '无锡市 · 江苏省',
    ]);
    expect(names.at(-1)).toBe('崇明区 · 上海市');
    await page.keyboard.type('浙江'); // instead of what is chosen, not behind it
    await expect.poll(() => options.count()).toBe(12);
    expect((await options.allTextContents()).slice(0, 2)).toEqual(['浙江省（全部）', '杭州市 · 浙江省']);
    await options.first().click();
    await page.waitForURL('**region=region*330000*');
    await region.click();
    await page.keyboard.type('安徽');
    await expect.poll(async () => (await options.allTextContents())[0]).toBe('安徽省（全部）');
  });

  test('for demands: home, then what lies in it by code', async () => {
    const { page } = here;
    await page.goto('/match/demands?partner=org:zju');
    await page.getByRole('combobox', { name: '需求所在区域' }).click();
    const list = page.getByRole('listbox', { name: '需求所在区域' });
    await expect.poll(() => list.getByRole('option').count()).toBe(13);
    const names = await list.getByRole('option').allTextContents();
    expect(names.slice(0, 3)).toEqual(['临沂市（全部）', '兰山区', '罗庄区']);
    await list.getByText('区县').waitFor();
  });
});
